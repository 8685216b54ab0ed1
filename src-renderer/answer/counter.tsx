import { gapsIn } from '../../src-main/contract/gaps.ts'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import type { Answering } from './use-answering.ts'

/** How much of the place's room the answer takes, where the place has a limit; and what is still to be filled. */
export function Counter({ answering: { draft, look } }: { readonly answering: Answering }) {
  const { t } = useText()
  const gaps = gapsIn(draft.text).length
  return (
    <>
      {gaps > 0 && <span className={classes.over}>{t('writing.gaps', { count: gaps })}</span>}
      {look !== null && look.limit !== null && (
        <span className={look.length > look.limit ? classes.over : classes.counter}>
          {t('answer.length', { length: look.length, limit: look.limit })}
        </span>
      )}
    </>
  )
}
