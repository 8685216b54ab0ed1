import { gapsIn } from '../../src-main/contract/gaps.ts'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import type { Answering } from './use-answering.ts'

/** How much of the place's room the answer takes, as the place counts; and what is still to be filled. */
export function Counter({ answering: { draft, ways } }: { readonly answering: Answering }) {
  const { t } = useText()
  const gaps = gapsIn(draft.text).length
  // Of several limits, the one nearest to its end.
  const limit = ways.chosen?.limits.toSorted((a, b) => b.length / b.most - a.length / a.most)[0]
  return (
    <>
      {gaps > 0 && <span className={classes.over}>{t('writing.gaps', { count: gaps })}</span>}
      {limit && (
        <span className={limit.length > limit.most ? classes.over : classes.counter}>
          {limit.unit === 'bytes'
            ? t('outbox.bytes', { length: limit.length, limit: limit.most })
            : t('answer.length', { length: limit.length, limit: limit.most })}
        </span>
      )}
    </>
  )
}
