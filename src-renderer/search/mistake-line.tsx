import type { QuestionMistake } from '../../src-main/contract/questions.ts'
import { useText } from '../kit/use-text.ts'
import classes from './search.module.css'

interface MistakeLineProps {
  readonly mistake: QuestionMistake
  readonly onReplace: (instead: string) => void
  readonly onFind: () => void
}

/** What is not understood, and what may be meant; the list keeps what was asked before. */
export function MistakeLine({ mistake, onReplace, onFind }: MistakeLineProps) {
  const { t } = useText()
  const { word, message, instead } = mistake
  return (
    <div className={classes.mistake} role="alert">
      <p dir="auto">
        <strong>{t('search.notUnderstood', { word })}</strong> {message}
      </p>
      <p className={classes.mistakeSteps}>
        {instead !== null && instead !== '' && (
          <button type="button" className={classes.step} onClick={() => onReplace(instead)}>
            {t('search.didYouMean', { instead })}
          </button>
        )}
        <button type="button" className={classes.step} onClick={onFind}>
          {t('inbox.toWord')}
        </button>
      </p>
    </div>
  )
}
