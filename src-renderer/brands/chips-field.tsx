import { Button, TagsInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useText } from '../kit/use-text.ts'
import classes from './brands.module.css'

interface ChipsFieldProps {
  readonly label: string
  readonly description: string
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  /** Where the chips came from, while the user has not touched them. */
  readonly note?: string | null
  /** Chips to add with one press. */
  readonly offers?: readonly string[]
}

/** Short texts as chips: Enter or a comma makes one, Backspace takes the last away. */
export function ChipsField(props: ChipsFieldProps) {
  const { t } = useText()
  const { label, description, value, onChange, note = null, offers = [] } = props
  const missing = offers.filter((offer) => !value.includes(offer))
  return (
    <div>
      <TagsInput
        label={label}
        description={description}
        placeholder={value.length === 0 ? t('brandForm.type') : ''}
        value={[...value]}
        onChange={onChange}
        splitChars={[',', ';', '\n']}
        maxTags={200}
        openOnFocus={false}
      />
      {(note !== null || missing.length > 0) && (
        <div className={classes.offers}>
          {note !== null && <span>{note}</span>}
          {missing.length > 0 && <span>{t('brandForm.wordsMore')}</span>}
          {missing.map((offer) => (
            <Button
              key={offer}
              size="compact-xs"
              variant="default"
              leftSection={<IconPlus size={12} aria-hidden />}
              onClick={() => onChange([...value, offer])}
            >
              {offer}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
