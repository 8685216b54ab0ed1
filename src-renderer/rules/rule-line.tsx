import type { ReactNode } from 'react'
import type { Rule } from '../../src-main/contract/rules.ts'
import { useFormats } from '../kit/formats.ts'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './rules.module.css'
import { useActWords } from './use-rule-words.ts'

interface RuleLineProps {
  readonly rule: Rule
  readonly number: number
  readonly chosen: 'chosen' | 'other'
  readonly onChoose: () => void
  /** Where it is changed, in place. */
  readonly children: ReactNode
}

/** One rule in a sentence: when what, does what, and what it has done. */
export function RuleLine({ rule, number, chosen, onChoose, children }: RuleLineProps) {
  const { t } = useText()
  const formats = useFormats()
  const actWords = useActWords()
  const { ruleId, kind, name, where, acts, stops, works, done, problem } = rule
  return (
    <li>
      <button
        type="button"
        className={classes.line}
        aria-current={chosen === 'chosen' ? 'true' : undefined}
        data-rule={ruleId}
        data-works={works ? 'yes' : 'no'}
        // Enter on a line that is chosen presses it: that opens it.
        onClick={chosen === 'chosen' ? () => runCommand('editRule') : onChoose}
      >
        <span className={classes.number}>{kind === 'rule' ? formats.number(number) : ''}</span>
        <span className={classes.words}>
          <span className={classes.name} dir="auto">
            {kind === 'muted-words' ? t('rules.quotedWords', { words: where }) : name}
          </span>
          {!works && <span className={classes.off}>{t('rules.off')}</span>}
          <span className={classes.sentence}>
            {kind === 'rule' && <code dir="auto">{where}</code>}
            {kind === 'rule' && ' → '}
            {acts.map(actWords).join(', ')}
            {kind === 'rule' && stops && ` · ${t('rules.andStops')}`}
          </span>
          {problem !== null && <span className={classes.problem}>{t(`rules.problem.${problem}`)}</span>}
        </span>
        <span className={classes.count}>
          {done > 0 ? t('rules.didCount', { count: done, shown: formats.number(done) }) : ''}
        </span>
      </button>
      {children}
    </li>
  )
}
