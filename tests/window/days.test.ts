import { describe, expect, test } from 'vitest'
import { snoozeTimes } from '../../src-renderer/inbox/snooze-times.ts'
import { tagChoices, tidyTag } from '../../src-renderer/inbox/tag-picker.tsx'
import { treeOf } from '../../src-renderer/frame/tag-tree.tsx'
import { promiseOf } from '../../src-renderer/answer/promise-row.tsx'

describe('a promise for a day is kept until that day ends where the brand is', () => {
  test.each([
    ['2026-03-02', 'Europe/Madrid', '2026-03-02T22:59:59.999Z'],
    ['2026-03-29', 'Europe/Madrid', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', 'Europe/Madrid', '2026-10-25T22:59:59.999Z'],
    ['2026-03-02', 'America/Mexico_City', '2026-03-03T05:59:59.999Z'],
    ['2026-03-02', 'Pacific/Auckland', '2026-03-02T10:59:59.999Z'],
    ['', 'Europe/Madrid', null],
  ])('%s in %s', (day, zone, instant) => {
    expect(promiseOf({ text: 'llamarla', day }, zone)?.due ?? null).toBe(instant)
  })
})

describe('moments to see something again', () => {
  const presets = (now: Date) => snoozeTimes(now).map(({ preset }) => preset)
  test('on a Wednesday morning there are four', () => {
    expect(presets(new Date(2026, 2, 4, 10))).toEqual(['tonight', 'tomorrow', 'inTwoDays', 'nextWeek'])
  })
  test('late in the evening there is no evening left', () => {
    expect(presets(new Date(2026, 2, 4, 22))).toEqual(['tomorrow', 'inTwoDays', 'nextWeek'])
  })
  test('on a Sunday tomorrow is the Monday', () => {
    expect(presets(new Date(2026, 2, 8, 10))).toEqual(['tonight', 'tomorrow', 'inTwoDays'])
  })
})

describe('tags', () => {
  test('are tidied as they are typed', () => {
    expect([' envío / tarde /', 'a//b', '  '].map(tidyTag)).toEqual(['envío/tarde', 'a/b', ''])
  })
  const known = (
    tag: string,
    more: { synonyms?: string[]; formerly?: string[]; retiredAt?: string } = {},
  ) => ({
    tag,
    synonyms: more.synonyms ?? [],
    formerly: more.formerly ?? [],
    retiredAt: more.retiredAt ?? null,
  })
  test('are found without their accents, and not made twice', () => {
    const tags = ['envío', 'envío/tarde', 'reenvío'].map((tag) => known(tag))
    expect(tagChoices(tags, [], 'envio')).toEqual({
      known: ['envío', 'envío/tarde', 'reenvío'].map((tag) => ({ tag, foundBy: null })),
      create: null,
    })
    expect(tagChoices([known('envío')], ['envío'], 'env')).toEqual({ known: [], create: 'env' })
  })
  test('are found by a synonym and by the name they had, which are not made again', () => {
    const tags = [known('envío/tarde', { synonyms: ['Retraso'], formerly: ['late'] })]
    expect(tagChoices(tags, [], 'retr').known).toEqual([{ tag: 'envío/tarde', foundBy: 'Retraso' }])
    expect(tagChoices(tags, [], 'late')).toEqual({
      known: [{ tag: 'envío/tarde', foundBy: 'late' }],
      create: null,
    })
  })
  test('that are retired are offered only when their whole name is written', () => {
    const tags = [known('navidad', { retiredAt: '2026-03-02T09:00:00Z' })]
    expect(tagChoices(tags, [], 'navi').known).toEqual([])
    expect(tagChoices(tags, [], 'Navidad')).toEqual({
      known: [{ tag: 'navidad', foundBy: null }],
      create: null,
    })
  })
  test('make a tree, with parents nobody used', () => {
    expect(
      treeOf([
        { tag: 'envío', count: 2 },
        { tag: 'envío/tarde', count: 1 },
        { tag: 'web/pago', count: 3, colour: 'sea' },
      ]),
    ).toEqual([
      {
        path: 'envío',
        name: 'envío',
        count: 2,
        colour: null,
        children: [{ path: 'envío/tarde', name: 'tarde', count: 1, colour: null, children: [] }],
      },
      {
        path: 'web',
        name: 'web',
        count: 0,
        colour: null,
        children: [{ path: 'web/pago', name: 'pago', count: 3, colour: 'sea', children: [] }],
      },
    ])
  })
})
