import type { Manner, Place } from '../support/places.ts'

const MINUTE_MS = 60_000

/** What feed servers do now and then: answers that come and go, break off, lie, or ask to be left alone. */
const MANNERS: readonly Manner[] = [
  () => null,
  () => null,
  () => null,
  () => null,
  () => null,
  (at, visits) => (visits.length % 3 === 2 ? { status: 500 } : null),
  (at, visits) => (visits.length % 4 === 3 ? { status: 429, headers: { 'Retry-After': '1800' } } : null),
  (_, visits) => (visits.length % 3 === 1 ? { status: 200, isCut: true } : null),
  (_, visits) => (visits.length % 2 === 1 ? { status: 200, body: '<rss><channel><item>' } : null),
  (_, visits) =>
    visits.length % 4 === 2 ? { status: 200, body: '<html><body>Sign in</body></html>' } : null,
  () => ({ status: 304 }),
  (at) => ({ status: 200, body: flapping(at) }),
]

/** The same few things, in another order and each time one of them missing. */
function flapping(at: number): string {
  const turn = Math.floor(at / MINUTE_MS)
  const items = [0, 1, 2, 3, 4]
    .filter((index) => index !== turn % 5)
    .map(
      (index) =>
        `<item><guid>f${index}</guid><title>Dicho ${index}</title><description>x</description></item>`,
    )
  const ordered = turn % 2 === 0 ? items : items.toReversed()
  return `<rss version="2.0"><channel><title>Va y viene</title>${ordered.join('')}</channel></rss>`
}

/** From every hour to once a week. */
const RATES = [60, 120, 360, 720, 1440, 2880, 10_080] as const

export function oddPlaces(count: number): ReadonlyMap<string, Place> {
  return new Map(
    Array.from({ length: count }, (_, index): [string, Place] => {
      const path = `/place-${index}`
      const manner = MANNERS[index % MANNERS.length]
      const everyMs = (RATES[index % RATES.length] ?? 60) * MINUTE_MS
      return [path, { path, everyMs, ...(manner ? { manner } : {}) }]
    }),
  )
}
