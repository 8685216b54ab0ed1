import { describe, expect, test } from 'vitest'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Mention } from '../../src-main/contract/mentions.ts'
import {
  itemsOf,
  makeStale,
  pageToAsk,
  withAnswer,
  withKept,
  withNewPage,
  type Pages,
} from '../../src-renderer/inbox/pages.ts'
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

function loaded(): Pages {
  const first = withAnswer(withNewPage([]), 0, { items: mentions(9, 8, 7), nextCursor: 'after 7' })
  return withAnswer(withNewPage(first), 1, { items: mentions(6, 5, 4), nextCursor: 'after 4' })
}

describe('a long list loads as one scrolls', () => {
  test('the first page is asked for first, the next one when the end is near', () => {
    expect(pageToAsk([], 0, 0)).toBe(0)
    expect(pageToAsk(loaded(), 0, 3)).toBe(2)
  })
  test('after a change only what is in sight is asked again', () => {
    expect(pageToAsk(makeStale(loaded()), 4, 5)).toBe(1)
  })
  test('what arrived on top pushes the others on, and none is shown twice or lost', () => {
    const pushed = withAnswer(makeStale(loaded()), 0, { items: mentions(11, 10, 9), nextCursor: 'after 9' })
    expect(numbers(itemsOf(pushed))).toEqual([11, 10, 9, 6, 5, 4])
    expect(pageToAsk(pushed, 0, 4)).toBe(1)
    expect(pushed[1]).toMatchObject({ cursor: 'after 9', freshness: 'stale' })
    const whole = withAnswer(pushed, 1, { items: mentions(8, 7, 6), nextCursor: 'after 6' })
    expect(numbers(itemsOf(whole))).toEqual([11, 10, 9, 8, 7, 6])
  })
  test('a list that became shorter ends where the answer ends', () => {
    const shorter = withAnswer(makeStale(loaded()), 0, { items: mentions(9, 7), nextCursor: null })
    expect(numbers(itemsOf(shorter))).toEqual([9, 7])
  })
})

test('what was read in Unread stays where it was until one leaves', () => {
  expect(numbers(withKept(mentions(9, 7, 5), mentions(8), 'newest', false))).toEqual([9, 8, 7, 5])
  expect(numbers(withKept(mentions(5, 7, 9), mentions(8), 'oldest', false))).toEqual([5, 7, 8, 9])
  expect(numbers(withKept([], mentions(8), 'newest', true))).toEqual([8])
})

test('after an act one goes on to the next mention, at the end to the one before', () => {
  const list = mentions(9, 8, 7, 6)
  expect(neighbourOf(list, [id(8)])).toBe(id(7))
  expect(neighbourOf(list, [id(9), id(8)])).toBe(id(7))
  expect(neighbourOf(list, [id(6)])).toBe(id(7))
  expect(neighbourOf(mentions(9), [id(9)])).toBe(null)
})
