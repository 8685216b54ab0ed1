import type { Gap } from '../../src-main/contract/sources.ts'
import { useFormats } from './formats.ts'
import { useText } from './use-text.ts'

/** When something may be missing, and why. */
export function GapWords({ gap, timezone }: { readonly gap: Gap; readonly timezone: string | null }) {
  const { t } = useText()
  const { exact } = useFormats(timezone)
  const from = exact(gap.since)
  const span =
    gap.until === null
      ? t('sources.gap.open', { from })
      : t('sources.gap.closed', { from, to: exact(gap.until) })
  return (
    <>
      {span} {t(`sources.gap.why.${gap.why}`)}
    </>
  )
}
