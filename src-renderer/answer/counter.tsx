import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import type { Answering } from './use-answering.ts'

/** How much of the place's room the answer takes, where the place has a limit. */
export function Counter({ answering: { look } }: { readonly answering: Answering }) {
  const { t } = useText()
  if (look?.limit == null) return null
  return (
    <span className={look.length > look.limit ? classes.over : classes.counter}>
      {t('answer.length', { length: look.length, limit: look.limit })}
    </span>
  )
}
