import { type FeedItem, rssFeed } from '../feed-server.ts'
import { http, ownLinks, send } from './answers.ts'
import { type Asked, type Case, gathered, type Listening } from './case.ts'

const said = (number: number, text = `Esta es la queja número ${number}.`): FeedItem => ({
  id: `id-${number}`,
  title: `Queja ${number}`,
  text,
  url: `https://place.example/${number}`,
  author: `cliente_${number}`,
  date: '2026-03-08T10:00:00Z',
})
const several = (count: number, from = 1) => Array.from({ length: count }, (_, index) => said(from + index))
const feed = (items: (round: number) => readonly FeedItem[]): Listening =>
  http((asked) => send(asked, { body: ownLinks(asked, rssFeed(items(asked.round))) }))
/** Well in one round, and something else in the next. */
const byTurns = (otherwise: (asked: Asked) => void): Listening =>
  http((asked) => {
    if (asked.round % 2 === 0) send(asked, { body: rssFeed(several(asked.round + 1)) })
    else otherwise(asked)
  })
const halfOf = (body: string) => body.slice(0, body.length / 2)

/** What is not as it was an hour ago. */
export const changingCases: readonly Case[] = [
  {
    name: 'item-edited',
    serves: 'an item that its author edits all the time',
    on: feed((round) => [said(1, `Versión ${round}.`), ...several(2, 2)]),
    comes: gathered(3),
    rounds: { mentions: 3, revisions: 9, failures: 0 },
  },
  {
    name: 'item-edited-back',
    serves: 'an item that says two things by turns',
    on: feed((round) => [said(1, round % 2 === 0 ? 'Mal.' : 'Bien.'), ...several(2, 2)]),
    comes: gathered(3),
    rounds: { mentions: 3, revisions: 9, failures: 0 },
  },
  {
    name: 'items-vanish',
    serves: 'items that are gone for some hours',
    on: feed((round) => (round > 2 && round < 7 ? [] : several(10))),
    comes: gathered(10),
    rounds: { mentions: 10, revisions: 0, failures: 0 },
  },
  {
    name: 'items-vanish-one-by-one',
    serves: 'one item less each time',
    on: feed((round) => several(10 - round)),
    comes: gathered(10),
    rounds: { mentions: 10, revisions: 0, failures: 0 },
  },
  {
    name: 'items-slide',
    serves: 'the newest three, one of them new each time',
    on: feed((round) => several(3, round + 1)),
    comes: gathered(3),
    rounds: { mentions: 12, revisions: 0, failures: 0 },
  },
  {
    name: 'items-shuffled',
    serves: 'the same items in another order each time',
    on: feed((round) => rotated(several(5), round)),
    comes: gathered(5),
    rounds: { mentions: 5, revisions: 0, failures: 0 },
  },
  {
    name: 'items-move',
    serves: 'links that move to another path each time',
    on: feed((round) =>
      several(3).map((item) => ({ ...item, url: `https://place.example/v${round}/${item.id ?? ''}` })),
    ),
    comes: gathered(3),
    rounds: { mentions: 3, revisions: 0, failures: 0 },
  },
  {
    name: 'flapping-500',
    serves: 'a feed and an error by turns',
    on: byTurns((asked) => send(asked, { status: 500 })),
    comes: gathered(1),
    rounds: { mentions: 9, revisions: 0, failures: 5 },
  },
  {
    name: 'flapping-page',
    serves: 'a feed and a web page by turns',
    on: byTurns((asked) =>
      send(asked, { headers: { 'content-type': 'text/html' }, body: '<html><body>Sign in</body></html>' }),
    ),
    comes: gathered(1),
    rounds: { mentions: 9, revisions: 0, failures: 5 },
  },
  {
    name: 'flapping-cut',
    serves: 'a feed, and half of it, by turns',
    on: byTurns(({ response, round }) => {
      const body = rssFeed(several(round))
      response.writeHead(200, { 'content-length': Buffer.byteLength(body) * 2 })
      response.write(body, () => response.destroy())
    }),
    comes: gathered(1),
    rounds: { mentions: 9, revisions: 0, failures: 5 },
  },
  // A text that is cut off before its first item is whole says nothing, and says so.
  {
    name: 'flapping-torn',
    serves: 'a feed, and one whose text ends too early, by turns',
    on: byTurns((asked) => send(asked, { body: halfOf(rssFeed(several(asked.round))) })),
    comes: gathered(1),
    rounds: { mentions: 9, revisions: 0, failures: 2 },
  },
  {
    name: 'flapping-empty',
    serves: 'a feed and nothing by turns',
    on: byTurns((asked) => send(asked, { body: '' })),
    comes: gathered(1),
    rounds: { mentions: 9, revisions: 0, failures: 5 },
  },
]

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const at = by % items.length
  return [...items.slice(at), ...items.slice(0, at)]
}
