import type { TFunction } from 'i18next'
import type { CareReason } from '../../src-main/contract/care.ts'
import type { Formats } from '../kit/formats.ts'

/** "asks for the third time · waits for 3 days · one star". */
export function careWords(
  t: TFunction,
  formats: Formats,
  reasons: readonly CareReason[],
  now: number,
): string {
  return reasons.map((reason) => reasonWords(t, formats, reason, now)).join(' · ')
}

function reasonWords(t: TFunction, formats: Formats, reason: CareReason, now: number): string {
  switch (reason.kind) {
    case 'waits':
      return t('inbox.care.waits', { time: formats.span(reason.since, now) })
    case 'asks':
      return t(`inbox.care.asks.${TIMES[Math.min(reason.times, 7) - 2] ?? '2'}`)
    case 'wrote-before':
      return t('inbox.care.wroteBefore')
    case 'stars':
      return t('inbox.care.stars', { count: reason.stars })
    case 'negative':
      return t(`inbox.care.negative.${strengthOf(reason.strength)}`)
    case 'came-back':
      return t('inbox.care.cameBack')
    case 'places':
      return t('inbox.care.places', { count: reason.count })
    case 'votes':
      return t('inbox.care.votes', { count: reason.count })
    case 'replies':
      return t('inbox.care.replies', { count: reason.count })
    case 'promise':
      if (reason.inDays === 0) return t('inbox.care.promiseToday')
      return reason.inDays < 0
        ? t('inbox.care.promiseLate', { count: -reason.inDays })
        : t('inbox.care.promise', { count: reason.inDays })
  }
}

const TIMES = ['2', '3', '4', '5', '6', '7'] as const

function strengthOf(strength: number): '1' | '2' | '3' {
  return strength >= 3 ? '3' : strength === 2 ? '2' : '1'
}
