import { type WhenLanguage, whenWords } from './words.ts'

/** A time of day that a folded text names. */
export interface FoundClock {
  readonly start: number
  readonly end: number
  /** Since midnight. */
  readonly minutes: number
}

/** The times of day a folded text names. An hour below eight without more is in the afternoon. */
export function findClock(text: string, language: WhenLanguage): FoundClock[] {
  const words = whenWords[language]
  const names = Object.keys(words.numbers).filter(
    (name) => !/par|couple|media/.test(name) && (words.numbers[name] ?? 0) <= 12,
  )
  const hour = `(?<h>[01]?\\d|2[0-3]|${names.sort((a, b) => b.length - a.length).join('|')})`
  const evening = new RegExp(`(?:${words.evening})`)
  const found: FoundClock[] = []
  for (const pattern of words.clock) {
    const clock = new RegExp(`(?<![a-z0-9])(?:${pattern.replace('%h', hour)})(?![a-z0-9%€$£])`, 'g')
    for (const match of text.matchAll(clock)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => start < other.end && other.start < end)) continue
      found.push({ start, end, minutes: minutesOf(match.groups ?? {}, words.numbers, evening) })
    }
  }
  return found
}

function minutesOf(
  groups: Readonly<Record<string, string | undefined>>,
  numbers: Readonly<Record<string, number>>,
  evening: RegExp,
): number {
  if (groups['noon'] !== undefined) return 12 * 60
  const written = numbers[groups['h'] ?? ''] ?? Number(groups['h'])
  const part = groups['part'] ?? ''
  const isEvening = evening.test(part) || (part === '' && written > 0 && written < 8)
  const hour = isEvening && written < 12 ? written + 12 : written
  return hour * 60 + (groups['min'] === undefined ? halfOf(groups['half'] ?? '') : Number(groups['min']))
}

function halfOf(half: string): number {
  if (half.includes('media') || half.includes('meia')) return 30
  if (half.includes('menos')) return -15
  return half === '' ? 0 : 15
}
