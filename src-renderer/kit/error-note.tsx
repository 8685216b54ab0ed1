import { Button } from '@mantine/core'
import type { Failure } from '../../src-main/contract/failure.ts'
import { failureWords } from './failure-words.ts'
import classes from './kit.module.css'
import { useText } from './use-text.ts'

const NOTHING_WAS_AT_STAKE: readonly Failure['kind'][] = [
  'cancelled',
  'bad-question',
  'invalid-input',
  'not-found',
]

interface ErrorNoteProps {
  readonly failure: Failure
  readonly again?: () => void
  /** What the button says, where it does something else than asking once more. */
  readonly againLabel?: string
}

/** What happened, what is safe, what to do. */
export function ErrorNote({ failure, again, againLabel }: ErrorNoteProps) {
  const { t } = useText()
  const { what, todo } = failureWords(t, failure)
  return (
    <div className={classes.error} role="alert">
      <p className={classes.errorWhat}>{what}</p>
      <p>
        {!NOTHING_WAS_AT_STAKE.includes(failure.kind) && `${t('kit.error.safe')} `}
        {todo}
      </p>
      {failure.kind === 'bug' && (
        <details>
          <summary>{t('kit.error.details')}</summary>
          <code>{failure.message}</code>
        </details>
      )}
      {again && (
        <div className={classes.errorActions}>
          <Button size="compact-sm" variant="default" onClick={again}>
            {againLabel ?? t('kit.action.tryAgain')}
          </Button>
        </div>
      )}
    </div>
  )
}
