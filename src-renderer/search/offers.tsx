import { Combobox } from '@mantine/core'
import type { Completion, QuestionMistake } from '../../src-main/contract/questions.ts'
import { useText } from '../kit/use-text.ts'
import classes from './search.module.css'

/** What may be typed there. */
export function Offers({ options }: { readonly options: readonly Completion[] }) {
  const { t } = useText()
  return (
    <Combobox.Dropdown hidden={options.length === 0}>
      <Combobox.Options aria-label={t('search.offers')}>
        {options.map(({ text, about, count }, index) => (
          <Combobox.Option key={text} value={String(index)} className={classes.option ?? ''}>
            <span className={classes.optionText} dir="auto">
              {text}
            </span>
            <span className={classes.optionAbout} dir="auto">
              {about === '' ? count : about}
            </span>
          </Combobox.Option>
        ))}
      </Combobox.Options>
    </Combobox.Dropdown>
  )
}

interface MirrorProps {
  readonly text: string
  readonly mistake: QuestionMistake
  readonly scrolled: number
}

/** Underlines what is not understood, where a field cannot. */
export function Mirror({ text, mistake: { start, end }, scrolled }: MirrorProps) {
  return (
    <div className={classes.mirror} aria-hidden>
      <span className={classes.mirrorText} style={{ transform: `translateX(${-scrolled}px)` }}>
        {text.slice(0, start)}
        <span className={classes.wrong}>{text.slice(start, end)}</span>
        {text.slice(end)}
      </span>
    </div>
  )
}
