import type { Brand } from '../../src-main/contract/brands.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { useFormats } from '../kit/formats.ts'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import { useGatherStatus } from './gather-status.ts'
import { hostOf } from './source-state.ts'

/** How a source is, in words that several parts of the screen share. */
export interface SourceWords {
  /** "12 min ago". */
  readonly ago: (instant: string) => string
  /** "at 10:40" today, with its day otherwise. */
  readonly at: (instant: string) => string
  /** "asked every 2 hours, as it publishes". */
  readonly asked: (source: Source) => string
  /** When it is tried next, or why it is not. */
  readonly next: (source: Source) => string
}

const DAY_MINUTES = 1440

/** `brand` is null for the moment in which it is not known yet. */
export function useSourceWords(brand: Brand | null): SourceWords {
  const { t } = useText()
  const formats = useFormats(brand?.timezone ?? null)
  const now = useNow()
  const isOffline = useGatherStatus()?.offline != null
  const isToday = (instant: string) => formats.isoDay(instant) === formats.isoDay(new Date(now).toISOString())
  const at = (instant: string) => (isToday(instant) ? formats.clock(instant) : formats.exact(instant))
  const waits = (source: Source) => {
    const { waitsFor, waitsUntil } = source
    if (waitsFor === null || waitsUntil === null || new Date(waitsUntil).getTime() <= now) return null
    // "in 20 min." stands at the end of a sentence, which has a full stop of its own.
    const facts = { host: hostOf(source), when: formats.relative(waitsUntil, now).replace(/\.$/, '') }
    return waitsFor === 'turn' ? t('sources.next.turn', facts) : t('sources.next.asked', facts)
  }
  const due = (instant: string) =>
    new Date(instant).getTime() <= now ? t('sources.next.soon') : t('sources.next.at', { at: at(instant) })
  const next = (source: Source) => {
    if (brand?.sample === true) return t('sources.next.sample')
    if (source.paused || source.stopped !== null) return t('sources.next.none')
    if (isOffline) return t('sources.next.offline')
    return waits(source) ?? (source.nextTryAt === null ? t('sources.next.none') : due(source.nextTryAt))
  }
  const every = (minutes: number) => {
    if (minutes >= DAY_MINUTES) return t('sources.asked.day')
    if (minutes < 120 && minutes !== 60) return t('sources.asked.minutes', { count: minutes })
    return t('sources.asked.hours', { count: Math.round(minutes / 60) })
  }
  const asked = ({ asksEveryMinutes, everyMinutes }: Source) =>
    `${every(asksEveryMinutes)}, ${everyMinutes === null ? t('sources.asked.adaptive') : t('sources.asked.own')}`
  return { ago: (instant) => formats.relative(instant, now), at, asked, next }
}
