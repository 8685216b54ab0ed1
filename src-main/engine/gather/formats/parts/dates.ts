import { monthNamed } from './month-names.ts'
import { minutesEast } from './zones.ts'

/** A date in pieces: year, month, day, hour, minute, second; what is missing is where it begins. */
interface Pieces {
  readonly fields: readonly (string | number | undefined)[]
  readonly zone: string | undefined
  readonly fraction?: string | undefined
  /** `am`, `pm`, or the same in another language. */
  readonly half?: string | undefined
  readonly isDayOfYear?: true
}

type ToPieces = (groups: readonly (string | undefined)[]) => Pieces

const TIME = String.raw`(\d{1,2})(?::?(\d{2}))?(?::?(\d{2})(?:[.,:](\d{1,9}))?)?`
const ZONE = String.raw`(?:([a-z]{1,5}|(?:gmt|utc)?\s?[+-]\d{1,2}:?(?:\d{2})?)(?:\s*\(.*\))?)`
const HALF = String.raw`([ap]\.?\s?m\.?|오전|오후)`
const DAY_NAME = String.raw`(?:[\p{L}\p{M}]{2,13}(?:-feira)?\.?,?\s+)?`
const MONTH = String.raw`([\p{L}\p{M}]{2,12})`
/** What stands before the time in the languages of month-names.ts: `10 de marzo de 2026 a las 9:05 p. m.` */
const AT = String.raw`(?:(?:at|a\s(?:las?|les)|às?|à|alle(?:\sore)?|um|om)\s)?`
const ANY_CLOCK = String.raw`(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.\d+)?\s*${HALF}?`

function shape(pattern: string, toPieces: ToPieces): readonly [RegExp, ToPieces] {
  return [new RegExp(`^${pattern}$`, 'iu'), toPieces]
}

/** Year, month, day, hour, minute, second, parts of it, zone. */
const sorted: ToPieces = (it) => ({ fields: it.slice(0, 6), fraction: it[6], zone: it[7] })

/** Each way of writing a date, and which of its groups is what. */
const SHAPES: readonly (readonly [RegExp, ToPieces])[] = [
  // The day of the year.
  shape(String.raw`(\d{4})-?(\d{3})(?:[T\s]+${TIME})?\s*${ZONE}?`, ([year, day, ...it]) => ({
    fields: [year, 1, day, ...it.slice(0, 3)],
    fraction: it[3],
    zone: it[4],
    isDayOfYear: true,
  })),
  // W3CDTF and ISO 8601 with their shortenings, with or without signs between.
  shape(String.raw`(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T\s]+${TIME})?\s*${ZONE}?`, sorted),
  // RFC 822 and what is written for it; the day's name is not read.
  shape(
    String.raw`${DAY_NAME}(\d{1,2})(?:st|nd|rd|th|er|º)?\.?[\s-]+(?:de\s+|d['’])?${MONTH}\.?[\s,-]+(?:del?\s+)?(\d{2,4})(?:[\s,T]+${AT}${ANY_CLOCK})?\s*${ZONE}?`,
    ([day, month, year, hour, minute, second, half, zone]) => ({
      fields: [fullYear(year), monthNamed(month ?? ''), day, hour, minute, second],
      half,
      zone,
    }),
  ),
  // C's asctime, and the month before the day as Americans write it.
  shape(
    String.raw`${DAY_NAME}${MONTH}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d{4})[,\s]*)?(?:${AT}${ANY_CLOCK})?\s*${ZONE}?\s*(\d{4})?`,
    ([month, day, early, hour, minute, second, half, zone, late]) => ({
      fields: [early ?? late ?? Number.NaN, monthNamed(month ?? ''), day, hour, minute, second],
      half,
      zone,
    }),
  ),
  // Slashes, dots and single digits, the day's name before them or not: `Fri, 2006/9/15 08:19:53 EDT`.
  shape(String.raw`${DAY_NAME}(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+${TIME})?\s*${ZONE}?`, sorted),
  // As Koreans write it.
  shape(
    String.raw`(\d{4})[-년]\s?(\d{1,2})[-월]\s?(\d{1,2})일?\s+${HALF}?\s*${TIME}`,
    ([year, month, day, half, ...it]) => ({
      fields: [year, month, day, ...it.slice(0, 3)],
      half,
      zone: '+0900',
    }),
  ),
  // The month's name after the year, as in Hungary.
  shape(
    String.raw`(\d{4})[-.\s]+${MONTH}[-.\s]+(\d{1,2})\.?(?:[T\s]+${TIME})?\s*${ZONE}?`,
    ([year, month, ...it]) => sorted([year, String(monthNamed(month ?? '')), ...it]),
  ),
]

/** UTC ms of a date as feeds write it; without a zone it is taken as UTC. Null when it cannot be read. */
export function parseDate(text: string | null): number | null {
  return text === null ? null : (readDate(text)?.ms ?? null)
}

/** The same, and whether it says in which zone it is. */
export function readDate(text: string): { readonly ms: number; readonly hasZone: boolean } | null {
  if (text.length > 200) return null
  const trimmed = text.trim().replace(/\s+/g, ' ')
  if (trimmed === '' || trimmed.length > 80) return null
  for (const [pattern, toPieces] of SHAPES) {
    const found = pattern.exec(trimmed)
    const pieces = found === null ? null : toPieces(found.slice(1))
    const ms = pieces === null ? null : instant(pieces)
    if (pieces !== null && ms !== null) return { ms, hasZone: pieces.zone !== undefined }
  }
  return null
}

/** The first of some dates that can be read. */
export function firstDate(texts: readonly string[]): number | null {
  for (const text of texts) {
    const ms = parseDate(text)
    if (ms !== null) return ms
  }
  return null
}

/** RFC 2822, section 4.3: two digits below 50 are this century, three digits count from 1900. */
function fullYear(digits = ''): number {
  const year = Number(digits)
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return digits.length === 3 ? 1900 + year : year
}

function instant({ fields, zone = 'Z', fraction = '', half, isDayOfYear }: Pieces): number | null {
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0] = fields.map(toNumber)
  if (year === undefined || !Number.isInteger(year) || month < 1 || month > 12 || day < 1) return null
  const days = isDayOfYear ? daysIn(year, 2) + 337 : daysIn(year, month)
  const wholeHour = hourOf(hour, half)
  if (day > days || wholeHour > 24 || minute > 59 || second > 60) return null
  // Date.UTC takes the years 0 to 99 for the last century.
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day)
  const minutes = wholeHour * 60 + minute - minutesEast(zone.replace(/\s/g, ''))
  return midnight + (minutes * 60 + second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
}

function toNumber(field: string | number | undefined): number | undefined {
  return field === undefined ? undefined : Number(field)
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  return (hour % 12) + (/^(?:p|오후)/i.test(half) ? 12 : 0)
}
