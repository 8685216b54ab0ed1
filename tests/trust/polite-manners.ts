import type { Manner, Place } from '../support/places.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** The paths of a town of places, by what is to be seen of each. */
export interface PoliteTown {
  readonly private: readonly string[]
  readonly public: readonly string[]
  readonly places: ReadonlyMap<string, Place>
}

/** What a place does from an hour of the day on, or in an hour only. */
type Odd = readonly [name: string, manner: (from: number) => Manner]

const ODD: readonly Odd[] = [
  ['told-seconds', (from) => tellToWait(from, (until, at) => String((until - at) / 1000))],
  ['told-date', (from) => tellToWait(from, (until) => new Date(until).toUTCString())],
  ['gone', (from) => (at) => (at < from + 6 * HOUR_MS ? null : { status: 410 })],
  ['moved-301', (from) => (at) => (at < from + 6 * HOUR_MS ? null : moved(301, 'moved-301'))],
  ['moved-308', (from) => (at) => (at < from + 6 * HOUR_MS ? null : moved(308, 'moved-308'))],
  ['elsewhere-302', () => () => moved(302, 'elsewhere-302')],
  ['elsewhere-307', () => () => moved(307, 'elsewhere-307')],
  ['portal-301', () => (_, visits) => (visits.length === 3 ? moved(301, 'portal-301') : null)],
  [
    'broken',
    (from) => (at) => (at > from + 5 * HOUR_MS && at < from + 10 * HOUR_MS ? { status: 500 } : null),
  ],
]

/** Where `name` sends on to. */
export const newHome = (name: string) => `/new-${name}`

function moved(status: number, name: string) {
  return { status, headers: { Location: newHome(name) } }
}

/** From the eighth hour to the ninth it asks to be left alone until the tenth. */
function tellToWait(from: number, say: (until: number, at: number) => string): Manner {
  const until = from + 10 * HOUR_MS
  return (at) =>
    at < from + 8 * HOUR_MS || at >= from + 9 * HOUR_MS
      ? null
      : { status: 429, headers: { 'Retry-After': say(until, at) }, waitUntil: until }
}

/** From every ten minutes to every two days. */
const RATES = [10, 30, 60, 120, 360, 1440, 2880] as const

export function politeTown(from: number, sources: number, publicSources: number): PoliteTown {
  const names = ODD.map(([name]) => `/${name}`)
  const plain = Array.from(
    { length: sources - publicSources - names.length },
    (_, index) => `/plain-${index}`,
  )
  const atPublic = Array.from({ length: publicSources }, (_, index) => `/public-${index}`)
  const places: Place[] = [
    ...ODD.map(([name, manner]) => ({ path: `/${name}`, everyMs: HOUR_MS, manner: manner(from) })),
    ...ODD.map(([name]) => ({ path: newHome(name), everyMs: HOUR_MS })),
    ...plain.map((path, index) => ({
      path,
      everyMs: (RATES[index % RATES.length] ?? 60) * MINUTE_MS,
      ...(index % 7 === 0 ? { headers: { 'Cache-Control': 'max-age=7200' } } : {}),
    })),
    ...atPublic.map((path, index) => ({
      path,
      everyMs: 12 * HOUR_MS,
      ...(index === 0 ? { manner: tellToWait(from, (until, at) => String((until - at) / 1000)) } : {}),
    })),
  ]
  return {
    private: [...names, ...plain],
    public: atPublic,
    places: new Map(places.map((place) => [place.path, place])),
  }
}
