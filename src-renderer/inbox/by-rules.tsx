import type { BrandId } from '../../src-main/contract/ids.ts'
import { Reason, type ByRule } from '../../src-main/contract/mentions.ts'
import { useFormats } from '../kit/formats.ts'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'

interface ByRulesLineProps {
  readonly byRules: readonly ByRule[]
  readonly brandId: BrandId
}

/** What was done by itself, and which rule did it; each leads to the rules. */
export function ByRulesLine({ byRules, brandId }: ByRulesLineProps) {
  const { t } = useText()
  const { go } = useNavigation()
  const didWords = useDidWords()
  return (
    <>
      {byRules.map((each) => (
        <p key={each.actId} className={classes.headNote}>
          <button type="button" className={classes.link} onClick={() => go({ kind: 'rules' }, brandId)}>
            {t(`inbox.byRule.${each.kind}`, { name: each.name })}
          </button>
          {': '}
          {each.did.map(didWords).join(', ')}
        </p>
      ))}
    </>
  )
}

function useDidWords(): (did: ByRule['did'][number]) => string {
  const { t } = useText()
  const formats = useFormats()
  return ({ kind, value }) => {
    if (kind === 'tag') return t('inbox.byRule.tag', { tag: value })
    if (kind === 'snooze') return t('inbox.snoozedUntil', { until: formats.exact(value) })
    const [status, word] = value.split(' ')
    const reason = Reason.safeParse(word)
    if (status === 'resolved' && reason.success)
      return t('inbox.resolvedAs', { reason: t(`inbox.reason.${reason.data}`) })
    return t('inbox.status.open')
  }
}
