import { CloseButton, TextInput } from '@mantine/core'
import { endOf, isDay } from '../../src-main/contract/day.ts'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'

export interface PromiseDraft {
  readonly text: string
  /** As a date field gives it: `2026-03-02`. */
  readonly day: string
}

export const noPromise: PromiseDraft = { text: '', day: '' }

/** The promise as the engine wants it, or null while something is missing. */
export function promiseOf({ text, day }: PromiseDraft, timezone: string) {
  if (text.trim() === '' || !isDay(day)) return null
  // Kept until that day ends where the brand is.
  return { text: text.trim(), due: new Date(endOf(day, timezone)).toISOString() }
}

interface PromiseRowProps {
  readonly draft: PromiseDraft
  readonly onChange: (draft: PromiseDraft | null) => void
  /** One that was begun before leaves the focus where it is. */
  readonly begun: 'asked-now' | 'before'
}

/** What the answer commits the brand to, and until when. */
export function PromiseRow({ draft, onChange, begun }: PromiseRowProps) {
  const { t } = useText()
  return (
    <div className={classes.promise}>
      <TextInput
        className={classes.promiseText ?? ''}
        label={t('answer.wePromise')}
        placeholder={t('answer.promisePlaceholder')}
        value={draft.text}
        maxLength={500}
        data-focus={draft.text.trim() === '' ? 'promise' : undefined}
        autoFocus={begun === 'asked-now'}
        dir="auto"
        onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        data-focus={draft.text.trim() === '' ? undefined : 'promise'}
        label={t('answer.promiseDay')}
        value={draft.day}
        onChange={(event) => onChange({ ...draft, day: event.currentTarget.value })}
      />
      <CloseButton aria-label={t('answer.noPromise')} onClick={() => onChange(null)} />
    </div>
  )
}
