import { Reason } from '../../src-main/contract/mentions.ts'
import type { Rule } from '../../src-main/contract/rules.ts'
import { useText } from '../kit/use-text.ts'

/** What one act of a rule does, in words: "tag delivery/late". */
export function useActWords(): (act: Rule['acts'][number]) => string {
  const { t } = useText()
  return ({ kind, value }) => {
    if (kind !== 'resolve') return t(`rules.does.${kind}`, { value })
    const reason = Reason.safeParse(value)
    return t('rules.does.resolve', { value: reason.success ? t(`inbox.reason.${reason.data}`) : value })
  }
}
