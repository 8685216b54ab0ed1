import type { Mention } from '../../src-main/contract/mentions.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'

/** What a review says beside its words, quietly: of what, of which version, how many found it helpful. */
export function DetailWords({ details }: Pick<Mention, 'details'>) {
  const { t } = useText()
  const { number } = useFormats()
  const { product, version, votes } = details
  const said = [
    ...(product === undefined ? [] : [product]),
    ...(version === undefined ? [] : [t('inbox.details.version', { version })]),
    ...(votes === undefined || votes === 0
      ? []
      : [t('inbox.details.votes', { count: votes, shown: number(votes) })]),
  ]
  return said.length > 0 && <span dir="auto">{said.join(' · ')} </span>
}
