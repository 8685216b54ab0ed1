import { describe, expect, test } from 'vitest'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Mention } from '../../src-main/contract/mentions.ts'
import {
  itemsOf,
  makeStale,
  MOST_PAGES,
  pageToAsk,
  reachOf,
  withAnswer,
  withKept,
  withNewPage,
  type Pages,
} from '../../src-renderer/inbox/pages.ts'
import { steadyTop } from '../../src-renderer/inbox/use-steady.ts'
import {
  dayAt,
  indexOfDay,
  makeAxis,
  monthsOf,
  nextWithMentions,
} from '../../src-renderer/inbox/time-axis.ts'
import { neighbourOf } from '../../src-renderer/inbox/use-selection.ts'

/** The list only looks at ids and times. */
function mention(number: number): Mention {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- only the fields a list of pages reads
  return { id: `b1.m${number}`, at: `2026-03-01T00:${String(number).padStart(2, '0')}:00Z` } as Mention
}
const mentions = (...numbers: number[]) => numbers.map(mention)
const numbers = (items: readonly Mention[]) => items.map(({ id }) => Number(id.slice(4)))
// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the shape of a mention's id
const id = (number: number) => `b1.m${number}` as MentionId

const START = { kind: 'start' } as const
const answer = (items: Mention[], next: string | null, previous: string | null = null) => ({
  items,
  nextCursor: next,
  previousCursor: previous,
})

function loaded(): Pages {
  const first = withAnswer(withNewPage([], 'after', START), 0, answer(mentions(9, 8, 7), 'after 7'))
  return withAnswer(withNewPage(first, 'after', START), 1, answer(mentions(6, 5, 4), 'after 4', 'before 6'))
}

describe('a long list loads as one scrolls', () => {
  test('the first page is asked for first, the next one when the end is near', () => {
    expect(pageToAsk([], 0, 0)).toEqual({ kind: 'after' })
    expect(pageToAsk(loaded(), 0, 3)).toEqual({ kind: 'after' })
  })
  test('after a change only what is in sight is asked again', () => {
    expect(pageToAsk(makeStale(loaded()), 4, 5)).toEqual({ kind: 'again', index: 1 })
  })
  test('what came back on top pushes the others on, and none is shown twice or lost', () => {
    const pushed = withAnswer(makeStale(loaded()), 0, answer(mentions(11, 10, 9), 'after 9'))
    expect(numbers(itemsOf(pushed))).toEqual([11, 10, 9, 6, 5, 4])
    expect(pageToAsk(pushed, 0, 4)).toEqual({ kind: 'again', index: 1 })
    expect(pushed[1]).toMatchObject({ from: { cursor: 'after 9' }, freshness: 'stale' })
    const whole = withAnswer(pushed, 1, answer(mentions(8, 7, 6), 'after 6', 'before 8'))
    expect(numbers(itemsOf(whole))).toEqual([11, 10, 9, 8, 7, 6])
  })
  test('a list that became shorter ends where the answer ends', () => {
    const shorter = withAnswer(makeStale(loaded()), 0, answer(mentions(9, 7), null))
    expect(numbers(itemsOf(shorter))).toEqual([9, 7])
  })
  test('a list that begins with a day loads what came after that day as well, and each once', () => {
    const day = { kind: 'day', day: '2026-03-01' } as const
    const begun = withAnswer(withNewPage([], 'after', day), 0, answer(mentions(6, 5), null, 'before 6'))
    expect(pageToAsk(begun, 0, 1)).toEqual({ kind: 'before' })
    const asked = withNewPage(begun, 'before', day)
    expect(asked[0]).toMatchObject({ from: { kind: 'cursor', cursor: 'before 6', direction: 'back' } })
    const back = withAnswer(asked, 0, answer(mentions(9, 8, 7), 'after 7', null))
    expect(numbers(itemsOf(back))).toEqual([9, 8, 7, 6, 5])
    expect(back[1]?.freshness).toBe('fresh')
    expect(pageToAsk(back, 0, 4)).toBeNull()
    expect(reachOf(back)).toEqual({ begins: true, ends: true })
  })
  test('however far one scrolls, only the pages around are kept', () => {
    let pages: Pages = []
    for (let count = 0; count < MOST_PAGES + 3; count += 1) {
      const more = withNewPage(pages, 'after', START)
      pages = withAnswer(more, more.length - 1, answer([mention(count)], `after ${count}`, `before ${count}`))
    }
    expect(pages).toHaveLength(MOST_PAGES)
    expect(pageToAsk(pages, 0, 0)?.kind).toBe('after')
    const back = withNewPage(pages, 'before', START)
    expect(back).toHaveLength(MOST_PAGES)
    expect(back[0]).toMatchObject({ from: { cursor: 'before 3', direction: 'back' } })
  })
})

test('what one looks at stays where it is when something comes above it, or the rows change their height', () => {
  const drawn = { items: mentions(9, 8, 7, 6), run: 'a', rowPx: 80 }
  expect(steadyTop(drawn, { ...drawn, items: mentions(11, 10, 9, 8, 7, 6) }, 100)).toBe(260)
  expect(steadyTop(drawn, { ...drawn, items: mentions(9, 7, 6) }, 0)).toBeNull()
  expect(steadyTop(drawn, { ...drawn, items: mentions(7, 6) }, 80)).toBe(0)
  expect(steadyTop(drawn, { ...drawn, rowPx: 52 }, 160)).toBe(104)
})

describe('the axis of time', () => {
  const days = {
    days: [
      { day: '2026-01-30', count: 1 },
      { day: '2026-02-02', count: 9 },
    ],
    count: 10,
  }
  const newest = makeAxis(days, 'newest')
  test('every day has room, busy ones more', () => {
    expect(newest?.days.map(({ day, count }) => [day, count])).toEqual([
      ['2026-02-02', 9],
      ['2026-02-01', 0],
      ['2026-01-31', 0],
      ['2026-01-30', 1],
    ])
    expect(newest?.days.map(({ to }) => Number(to.toFixed(3)))).toEqual([0.575, 0.7, 0.825, 1])
    expect(makeAxis(days, 'oldest')?.days[0]?.day).toBe('2026-01-30')
  })
  test('a place on it is a day, and a day outside of it the nearest', () => {
    if (!newest) throw new Error('There is an axis.')
    expect([0, 0.57, 0.6, 1].map((share) => dayAt(newest, share)?.day)).toEqual([
      '2026-02-02',
      '2026-02-02',
      '2026-02-01',
      '2026-01-30',
    ])
    expect(['2027-01-01', '2026-01-31', '2020-01-01'].map((day) => indexOfDay(newest, day))).toEqual([
      0, 2, 3,
    ])
    expect([nextWithMentions(newest, 0, 1), nextWithMentions(newest, 3, 1)]).toEqual([3, 3])
    expect(monthsOf(newest, 0.1).map(({ day }) => day)).toEqual(['2026-02-02', '2026-01-31'])
  })
  test('one day needs none', () => {
    expect(makeAxis({ days: days.days.slice(0, 1), count: 1 }, 'newest')).toBeNull()
  })
})

test('what was read in Unread stays where it was until one leaves', () => {
  const within = { begins: false, ends: false }
  expect(numbers(withKept(mentions(9, 7, 5), mentions(8), 'newest', within))).toEqual([9, 8, 7, 5])
  expect(numbers(withKept(mentions(5, 7, 9), mentions(8), 'oldest', within))).toEqual([5, 7, 8, 9])
  expect(numbers(withKept(mentions(9, 7), mentions(10, 3), 'newest', within))).toEqual([9, 7])
  expect(numbers(withKept([], mentions(8), 'newest', { begins: true, ends: true }))).toEqual([8])
})

test('after an act one goes on to the next mention, at the end to the one before', () => {
  const list = mentions(9, 8, 7, 6)
  expect(neighbourOf(list, [id(8)])).toBe(id(7))
  expect(neighbourOf(list, [id(9), id(8)])).toBe(id(7))
  expect(neighbourOf(list, [id(6)])).toBe(id(7))
  expect(neighbourOf(mentions(9), [id(9)])).toBe(null)
})
