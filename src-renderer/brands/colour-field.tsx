import { ColorInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { useText } from '../kit/use-text.ts'
import { BRAND_COLOURS } from './brand-colours.ts'
import classes from './brands.module.css'

interface ColourFieldProps {
  readonly value: string
  readonly onChange: (colour: string) => void
}

/** Ready colours as radio buttons, and any other by its code. */
export function ColourField({ value, onChange }: ColourFieldProps) {
  const { t } = useText()
  const whyId = useId()
  const name = useId()
  return (
    <fieldset className={classes.fieldset} aria-describedby={whyId}>
      <legend className={classes.legend}>{t('brandForm.colour')}</legend>
      <p id={whyId} className={classes.why}>
        {t('brandForm.colourWhy')}
      </p>
      <div className={classes.colours}>
        {BRAND_COLOURS.map((colour) => (
          <label key={colour.hex} className={classes.swatch} title={t(`brandForm.colours.${colour.name}`)}>
            <input
              type="radio"
              name={name}
              value={colour.hex}
              checked={value === colour.hex}
              onChange={() => onChange(colour.hex)}
              aria-label={t(`brandForm.colours.${colour.name}`)}
            />
            <span style={{ backgroundColor: colour.hex }} aria-hidden>
              {value === colour.hex && <IconCheck size={16} stroke={3} />}
            </span>
          </label>
        ))}
        <OwnColour value={value} onChange={onChange} />
      </div>
    </fieldset>
  )
}

const WHOLE_COLOUR = /^#[0-9a-f]{6}$/i

function OwnColour({ value, onChange }: ColourFieldProps) {
  const { t } = useText()
  return (
    <ColorInput
      className={classes.ownColour}
      size="xs"
      value={value}
      onChange={(typed) => WHOLE_COLOUR.test(typed) && onChange(typed.toLowerCase())}
      format="hex"
      withEyeDropper={false}
      aria-label={t('brandForm.colourOwnCode')}
      placeholder={t('brandForm.colourOwn')}
    />
  )
}
