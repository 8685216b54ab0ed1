import { type FeedItem, rssFeed } from '../feed-server.ts'
import { http, ownLinks, send } from './answers.ts'
import { type Case, gathered, type Listening, type Rounds } from './case.ts'

/** A feed that the round decides. */
const feed = (items: (round: number) => readonly FeedItem[]): Listening =>
  http((asked) => send(asked, { body: ownLinks(asked, rssFeed(items(asked.round))) }))
const settled = (mentions: number, revisions = 0): Rounds => ({ mentions, revisions, failures: 0 })

const THREE = ['frío', 'caro', 'lento'].map((word) => ({
  title: `Todo ${word}`,
  text: `Lo dije ayer: todo muy ${word}.`,
  author: `cliente_${word}`,
  date: '2026-03-08T10:00:00Z',
}))
const link = (name: string | number) => `https://place.example/${name}`
const linked = THREE.map((item, index) => ({ ...item, url: link(index) }))
/** What is said, new in every round, number by number. */
const numbered = (number: number) => ({
  title: `Queja ${number}`,
  text: `Esta es la queja número ${number}.`,
  author: `cliente_${number}`,
  date: '2026-03-08T10:00:00Z',
})

export const idCases: readonly Case[] = [
  {
    name: 'ids-none',
    serves: 'items without ids, with links',
    on: feed(() => linked),
    comes: gathered(3),
    rounds: settled(3),
  },
  {
    name: 'ids-none-no-link',
    serves: 'items with neither ids nor links',
    on: feed(() => THREE),
    comes: gathered(3),
    rounds: settled(3),
  },
  {
    name: 'ids-blank',
    serves: 'ids of blanks',
    on: feed(() => linked.map((item) => ({ ...item, id: '   ' }))),
    comes: gathered(3),
    rounds: settled(3),
  },
  {
    name: 'ids-repeated',
    serves: 'one id for all',
    on: feed(() => linked.map((item) => ({ ...item, id: 'same' }))),
    comes: gathered(3),
    rounds: settled(3),
  },
  {
    name: 'ids-repeated-no-link',
    serves: 'one id for all, and no links',
    on: feed(() => THREE.map((item) => ({ ...item, id: 'same' }))),
    comes: gathered(3),
    rounds: settled(3),
  },
  {
    name: 'ids-and-links-repeated',
    serves: 'one id and one link for all',
    on: feed(() => THREE.map((item) => ({ ...item, id: 'same', url: link('all') }))),
    comes: gathered(3),
    rounds: settled(3),
  },
  {
    name: 'ids-repeated-growing',
    serves: 'one id for all, and one item more each time',
    on: feed((round) =>
      upTo(round).map((number) => ({ ...numbered(number), id: 'same', url: link(number) })),
    ),
    comes: gathered(1),
    rounds: settled(10),
  },
  // By the written rule known by its id first, and by its address where the id is none: once each.
  {
    name: 'ids-repeated-sometimes',
    serves: 'ids that are right and all the same by turns',
    on: feed((round) =>
      linked.map((item, index) => ({ ...item, id: round % 2 === 0 ? `id-${index}` : 'same' })),
    ),
    comes: gathered(3),
    rounds: settled(3),
  },
  {
    name: 'ids-repeated-same-text',
    serves: 'one item five times',
    on: feed(() => Array.from({ length: 5 }, () => ({ ...numbered(1), id: 'one', url: link(1) }))),
    comes: gathered(1),
    rounds: settled(1),
  },
  {
    name: 'ids-changing',
    serves: 'new ids each time for what was there before',
    on: feed((round) => linked.map((item, index) => ({ ...item, id: `${index}-${round}` }))),
    comes: gathered(3),
    rounds: settled(30),
  },
  {
    name: 'ids-same-id-new-text',
    serves: 'another text under the same id each time: an edit',
    on: feed((round) => [{ ...numbered(round), id: 'one', url: link(1) }]),
    comes: gathered(1),
    rounds: settled(1, 9),
  },
  {
    name: 'ids-positions',
    serves: 'ids that are places in the list, with links',
    on: feed((round) =>
      newest(round).map((number, place) => ({
        ...numbered(number),
        date: new Date(Date.UTC(2026, 2, 1, number)).toISOString(),
        id: String(place),
        url: link(number),
      })),
    ),
    comes: gathered(5),
    rounds: settled(14),
  },
  {
    name: 'ids-very-long',
    serves: 'ids of 100 kB that differ in their last letter',
    on: feed(() => linked.map((item, index) => ({ ...item, id: `${'x'.repeat(100_000)}${index}` }))),
    comes: gathered(3),
    rounds: settled(3),
  },
  {
    name: 'ids-control-characters',
    serves: 'ids with control characters',
    on: feed(() => linked.map((item, index) => ({ ...item, id: `\u0001\u0008${index}\u009b\u200b` }))),
    comes: gathered(3),
    rounds: settled(3),
  },
  {
    name: 'ids-case-differs',
    serves: 'ids that differ in case only',
    on: feed(() => [
      { ...numbered(1), id: 'ABC' },
      { ...numbered(2), id: 'abc' },
    ]),
    comes: gathered(2),
    rounds: settled(2),
  },
  {
    name: 'ids-with-sql',
    serves: 'ids that are SQL and paths',
    on: feed(() =>
      ["'; DROP TABLE mention; --", '../../etc/passwd', '%00'].map((id, number) => ({
        ...numbered(number),
        id,
      })),
    ),
    comes: gathered(3),
    rounds: settled(3),
  },
  {
    name: 'ids-link-with-tracking',
    serves: 'links with new tracking parameters each time',
    on: feed((round) =>
      THREE.map((item, index) => ({
        ...item,
        url: `${link(index)}?utm_source=rss&utm_id=${round}&fbclid=${round}`,
      })),
    ),
    comes: gathered(3),
    rounds: settled(3),
  },
]

function upTo(round: number): number[] {
  return Array.from({ length: round + 1 }, (_, number) => number)
}

/** The five newest of what was said by then, the newest first. */
function newest(round: number): number[] {
  return Array.from({ length: 5 }, (_, place) => round + 4 - place)
}
