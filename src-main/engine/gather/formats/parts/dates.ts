const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Minutes east of Greenwich, for the names RFC 822 allows and those seen beside them. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  ast: -240,
  adt: -180,
  brt: -180,
  art: -180,
  bst: 60,
  west: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
}

const ISO =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T\s]+(\d{1,2})(?::?(\d{2}))?(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i
const RFC_822 =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s,-]+(\d{2,4})(?:[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]m)?)?\s*([a-z]{1,5}|(?:gmt|utc)?[+-]\d{1,2}:?\d{2})?(?:\s*\(.*\))?$/i
/** C's asctime, and the month before the day as Americans write it. */
const MONTH_FIRST =
  /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(?:(\d{4})[,\s]*)?(?:(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?\s*(\d{4})?$/i

/** UTC ms of a date as feeds write it; without a zone it is taken as UTC. Null when it cannot be read. */
export function parseDate(text: string | null): number | null {
  const trimmed = text?.trim().replace(/\s+/g, ' ') ?? ''
  if (trimmed === '' || trimmed.length > 80) return null
  return parseIso(trimmed) ?? parseRfc822(trimmed) ?? parseMonthFirst(trimmed)
}

function parseIso(text: string): number | null {
  const found = ISO.exec(text)
  if (!found) return null
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone] = found
  const ms = Math.floor(Number(`0.${fraction === '' ? '0' : fraction}`) * 1000)
  return instant([year, month, day, hour, minute, second].map(Number), zone ?? 'Z', ms)
}

function parseRfc822(text: string): number | null {
  const found = RFC_822.exec(text)
  if (!found) return null
  const [, day, monthName = '', year = '', hour = '0', minute = '0', second = '0', half, zone] = found
  const fields = [fullYear(year), monthOf(monthName), day, hourOf(hour, half), minute, second].map(Number)
  return instant(fields, zone ?? 'Z', 0)
}

function parseMonthFirst(text: string): number | null {
  const found = MONTH_FIRST.exec(text)
  if (!found) return null
  const [, monthName = '', day, early, hour = '0', minute = '0', second = '0', half, zone, late] = found
  const year = early ?? late
  if (year === undefined) return null
  return instant(
    [year, monthOf(monthName), day, hourOf(hour, half), minute, second].map(Number),
    zone ?? 'Z',
    0,
  )
}

/** RFC 2822, section 4.3: two digits below 50 are this century, three digits count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return digits.length === 3 ? 1900 + year : year
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function hourOf(hour: string, half: string | undefined): number {
  if (half === undefined) return Number(hour)
  return (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

function instant(fields: readonly number[], zone: string, ms: number): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  if (hour > 24 || minute > 59 || second > 60) return null
  const offset = minutesEast(zone)
  if (offset === null) return null
  // Date.UTC takes the years 0 to 99 for the last century.
  return (
    new Date(0).setUTCFullYear(year, month - 1, day) +
    ((hour * 60 + minute - offset) * 60 + second) * 1000 +
    ms
  )
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function minutesEast(zone: string): number | null {
  const numeric = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone)
  if (!numeric) return ZONES[zone.toLowerCase()] ?? 0
  const [, sign, hours, minutes = '0'] = numeric
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
