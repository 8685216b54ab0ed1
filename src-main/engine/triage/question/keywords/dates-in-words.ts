import type { Said, Tongue } from '../question.ts'

const UNITS: Readonly<Record<string, { readonly unit: Intl.RelativeTimeFormatUnit }>> = {
  h: { unit: 'hour' },
  d: { unit: 'day' },
  w: { unit: 'week' },
  m: { unit: 'month' },
  y: { unit: 'year' },
}

/** A date of the query language for a person to read: `-7d`, `today`, `2026-10-01`, `2026-10`. */
export function dateInWords(value: string): Said {
  return { en: inTongue(value, 'en'), es: inTongue(value, 'es') }
}

function inTongue(value: string, tongue: Tongue): string {
  const [, count, unit = ''] = /^-(\d+)([hdwmy])$/.exec(value) ?? []
  const known = UNITS[unit]
  if (known) return new Intl.RelativeTimeFormat(tongue).format(-Number(count), known.unit)
  if (value === 'today' || value === 'yesterday')
    return new Intl.RelativeTimeFormat(tongue, { numeric: 'auto' }).format(value === 'today' ? 0 : -1, 'day')
  const parts = value.split('-').length
  if (parts === 1) return value
  const shape: Intl.DateTimeFormatOptions =
    parts === 2 ? { month: 'long', year: 'numeric' } : { day: 'numeric', month: 'short', year: 'numeric' }
  return new Intl.DateTimeFormat(tongue, { ...shape, timeZone: 'UTC' }).format(new Date(value))
}
