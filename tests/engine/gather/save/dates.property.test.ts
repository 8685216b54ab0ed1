import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDate } from '../../../../src-main/engine/gather/formats/parts/dates.ts'
import { openBrand } from '../../../support/brand-shelf.ts'
import { said } from '../../../support/read-mention.ts'
import { seed } from '../../../support/seed.ts'

const NOW = Date.parse('2026-03-10T09:00:00Z')
const DAY = 86_400_000
const EARLIEST = Date.UTC(1995, 0, 1)

interface Dates {
  readonly published_at: number | null
  readonly updated_at: number | null
  readonly gathered_at: number
}

/** Dates a place may give: none, usual ones, those at the edges of what is believed, and absurd ones. */
const given = fc.oneof(
  fc.constant(null),
  fc.integer({ min: EARLIEST, max: NOW }),
  fc.integer({ min: -2000, max: 2000 }).map((ms) => EARLIEST + ms),
  fc.integer({ min: -2000, max: 2000 }).map((ms) => NOW + DAY + ms),
  fc.date({ noInvalidDate: true }).map((date) => date.getTime()),
  fc.constantFrom(0, -1, 1, -8.64e15, 8.64e15, Date.parse('9999-12-31T23:59:59Z')),
)
const isBelieved = (ms: number | null) => ms !== null && ms >= EARLIEST && ms <= NOW + DAY
const believed = (ms: number | null) => (isBelieved(ms) ? ms : null)

function newPlace() {
  const brand = openBrand({ now: new Date(NOW).toISOString() })
  const source = brand.addSource()
  const item = (id: string, text: string, publishedAt: number | null, updatedAt: number | null) => ({
    ...said({ id, text }),
    publishedAt,
    updatedAt,
  })
  return {
    save: (...it: Parameters<typeof item>) => brand.save(source, item(...it)),
    dates: (id: string) =>
      brand.db
        .prepare<[string], Dates>(
          'SELECT published_at, updated_at, gathered_at FROM mention JOIN mention_text USING (id) WHERE external_id = ?',
        )
        .get(id),
    count: () => brand.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM mention').get()?.n,
  }
}

test('whatever date a place gives, what is said is kept; only a date that may be true is', () => {
  const place = newPlace()
  let number = 0
  fc.assert(
    fc.property(given, given, (publishedAt, updatedAt) => {
      number += 1
      expect(
        place.save(`id-${number}`, `El pedido ${number} llegó frío.`, publishedAt, updatedAt),
      ).toMatchObject({
        added: 1,
      })
      expect(place.dates(`id-${number}`)).toEqual({
        published_at: believed(publishedAt),
        updated_at: believed(updatedAt),
        gathered_at: NOW,
      })
    }),
    { seed: seed(21), numRuns: 400 },
  )
  expect(place.count()).toBe(number)
})

test('a date that comes to be believable later puts the first right, and an absurd one never takes a good one away', () => {
  const place = newPlace()
  let number = 0
  fc.assert(
    fc.property(given, given, (first, later) => {
      number += 1
      const text = `El envío ${number} no llega.`
      place.save(`id-${number}`, text, first, null)
      expect(place.save(`id-${number}`, text, later, null)).toMatchObject({ added: 0, revised: 0 })
      expect(place.dates(`id-${number}`)?.published_at).toBe(believed(later) ?? believed(first))
    }),
    { seed: seed(22), numRuns: 300 },
  )
})

test('a date of any year that a feed may write is read or is none, and never stops what is said', () => {
  const place = newPlace()
  let number = 0
  const years = fc.oneof(
    fc.integer({ min: 0, max: 99_999 }),
    fc.constantFrom(0, 1, 69, 70, 99, 100, 1900, 1970),
  )
  const ways = fc.constantFrom(
    (year: number) => `10 Mar ${year} 09:00:00 GMT`,
    (year: number) => `${String(year).padStart(4, '0')}-03-09T09:00:00Z`,
    (year: number) => `-${year}-03-09T09:00:00Z`,
    (year: number) => `Mon, 00 Jan ${year} 00:00:00 +0000`,
    (year: number) => `${year}-00-00`,
  )
  fc.assert(
    fc.property(years, ways, (year, way) => {
      number += 1
      const ms = parseDate(way(year))
      place.save(`id-${number}`, `El café ${number} estaba frío.`, ms, ms)
      expect(place.dates(`id-${number}`)?.published_at, way(year)).toBe(believed(ms))
    }),
    { seed: seed(23), numRuns: 300 },
  )
  expect(place.count()).toBe(number)
})
