import { http, send } from './answers.ts'
import { type Case, gathered, type Rounds } from './case.ts'

const MANY: Rounds = { mentions: 2, revisions: 0, failures: 0 }

/** Two items with this date, written as it is. */
function dated(
  date: (round: number, item: number) => string | null,
  ids: 'ids' | 'no-ids' = 'ids',
): Case['on'] {
  return http((asked) => {
    const items = [1, 2].map((item) => {
      const written = date(asked.round, item)
      const id = ids === 'ids' ? `<guid isPermaLink="false">${item}</guid>` : ''
      const pubDate = written === null ? '' : `<pubDate>${written}</pubDate>`
      return `<item>${id}<title>Queja ${item}</title><description>Dice ${item}.</description>${pubDate}</item>`
    })
    send(asked, { body: `<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>` })
  })
}

const rfc = (date: string) => new Date(date).toUTCString()

const WRITTEN: readonly (readonly [string, string])[] = [
  ['1970', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['9999', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ['year-0', '0000-01-01T00:00:00Z'],
  ['before-christ', '-000044-03-15T00:00:00Z'],
  ['future-1-hour', rfc('2026-03-10T10:00:00Z')],
  ['future-1-year', rfc('2027-03-10T09:00:00Z')],
  ['words', 'last Tuesday, around noon'],
  ['30-february', '2026-02-30T10:00:00Z'],
  ['hour-25', 'Sun, 08 Mar 2026 25:61:61 GMT'],
  ['zone-nonsense', 'Sun, 08 Mar 2026 10:00:00 XYZ'],
  ['zone-99', '2026-03-08T10:00:00+99:99'],
  ['milliseconds', '1772964000000'],
  ['two-digit-year', 'Sun, 08 Mar 26 10:00:00 GMT'],
  ['spanish', 'domingo, 8 de marzo de 2026'],
  ['leap-second', '2016-12-31T23:59:60Z'],
  ['100-kb', '2'.repeat(100_000)],
]

export const dateCases: readonly Case[] = [
  { name: 'dates-none', serves: 'no dates', on: dated(() => null), comes: gathered(2), rounds: MANY },
  {
    name: 'dates-none-no-ids',
    serves: 'neither dates nor ids',
    on: dated(() => null, 'no-ids'),
    comes: gathered(2),
    rounds: MANY,
  },
  ...WRITTEN.map(([name, written]): Case => ({
    name: `date-${name}`,
    serves: `the date “${written.slice(0, 40)}”`,
    on: dated(() => written),
    comes: gathered(2),
    rounds: MANY,
  })),
  {
    name: 'dates-changing',
    serves: 'another date each time',
    on: dated((round) => rfc(`2026-02-0${round + 1}T10:00:00Z`)),
    comes: gathered(2),
    rounds: MANY,
  },
  {
    name: 'dates-always-now',
    serves: 'always the time of the request',
    on: dated((round) => rfc(`2026-03-10T${String(9 + round).padStart(2, '0')}:00:00Z`)),
    comes: gathered(2),
    rounds: MANY,
  },
  {
    name: 'dates-changing-to-nonsense',
    serves: 'a date and nonsense by turns',
    on: dated((round) => (round % 2 === 0 ? rfc('2026-03-08T10:00:00Z') : 'soon')),
    comes: gathered(2),
    rounds: MANY,
  },
]
