export const presets = ['week', 'month', 'quarter', 'this-month', 'last-month', 'own'] as const
export type Preset = (typeof presets)[number]

/** First and last day, both counted, as `2026-03-02`. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** A day of the calendar so many days away; calendars know no time zones, so UTC does. */
function dayAway(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`

/** The days a preset means today; `own` answers what was chosen by hand. */
export function periodOf(preset: Preset, today: string, own: Period): Period {
  switch (preset) {
    case 'week':
      return { from: dayAway(today, -6), to: today }
    case 'month':
      return { from: dayAway(today, -29), to: today }
    case 'quarter':
      return { from: dayAway(today, -89), to: today }
    case 'this-month':
      return { from: firstOfMonth(today), to: today }
    case 'last-month': {
      const to = dayAway(firstOfMonth(today), -1)
      return { from: firstOfMonth(to), to }
    }
    case 'own':
      return own
  }
}

export function isForwards({ from, to }: Period): boolean {
  return from !== '' && to !== '' && from <= to
}
