import type { Mention } from '../../src-main/contract/mentions.ts'
import { useText } from '../kit/use-text.ts'
import classes from './feeling.module.css'

/** A feeling as a word with a small dot; nothing for what says nothing. */
export function FeelingWord({ feeling }: Pick<Mention, 'feeling'>) {
  const { t } = useText()
  return (
    <span className={classes.word}>
      <span className={classes.dot} data-feeling={feeling ?? 'unsure'} />
      {t(`inbox.feeling.${feeling ?? 'unsure'}`)}
    </span>
  )
}
