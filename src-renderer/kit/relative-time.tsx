import { Tooltip } from '@mantine/core'
import { useFormats } from './formats.ts'
import { useNow } from './use-now.ts'

interface RelativeTimeProps {
  readonly at: string
  /** The brand's time zone; null is the user's own. */
  readonly timezone: string | null
  /** `short` leaves out "ago", for lists. */
  readonly form?: 'short' | 'long'
}

/** "3 h ago", with the exact time under the pointer. */
export function RelativeTime({ at, timezone, form = 'long' }: RelativeTimeProps) {
  const formats = useFormats(timezone)
  const now = useNow()
  return (
    <Tooltip label={formats.exact(at)}>
      <time dateTime={at}>{form === 'long' ? formats.relative(at, now) : formats.short(at, now)}</time>
    </Tooltip>
  )
}
