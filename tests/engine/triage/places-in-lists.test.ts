import { expect, test } from 'vitest'
import type { BrandId } from '../../../src-main/contract/ids.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

const HOUR = 3_600_000

/** Twenty mentions, an hour apart, the last of them now. */
async function withTwenty(engine: TestEngine, brandId: BrandId) {
  return Array.from({ length: 20 }, (_, index) =>
    engine.addMention(brandId, `mention ${index}`, {
      publishedAt: new Date(engine.now() - (19 - index) * HOUR).toISOString(),
    }),
  )
}

const ids = (page: { readonly items: readonly { readonly id: string }[] }) => page.items.map(({ id }) => id)

test.each(['newest', 'oldest'] as const)('a list is read back as it was read on, %s first', async (order) => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const other = await engine.addBrand({ name: 'Sol' })
  await withTwenty(engine, brandId)
  await withTwenty(engine, other)
  const page = { order, limit: 7 } as const
  const first = await engine.call('mentions.list', page)
  const second = await engine.call('mentions.list', { ...page, cursor: first.nextCursor ?? '' })
  const third = await engine.call('mentions.list', { ...page, cursor: second.nextCursor ?? '' })

  const back = await engine.call('mentions.list', {
    ...page,
    cursor: third.previousCursor ?? '',
    direction: 'back',
  })
  const begin = await engine.call('mentions.list', {
    ...page,
    cursor: back.previousCursor ?? '',
    direction: 'back',
  })

  expect(first.previousCursor).toBeNull()
  expect(ids(back)).toEqual(ids(second))
  expect(ids(begin)).toEqual(ids(first))
  expect(begin.previousCursor).toBeNull()
  const on = await engine.call('mentions.list', { ...page, cursor: begin.nextCursor ?? '' })
  expect(ids(on)).toEqual(ids(second))
})

test('a list that begins with a day shows that day’s last mention first, by the brand’s clock, and what came after is before it', async () => {
  const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await engine.addBrand({ timezone: 'America/Bogota' })
  const said = (text: string, publishedAt: string) => engine.addMention(brandId, text, { publishedAt })
  const before = said('the day before', '2026-02-28T04:59:59Z')
  const late = said('late at night', '2026-03-01T04:59:59Z')
  const after = said('the day after', '2026-03-01T05:00:00Z')

  const page = await engine.call('mentions.list', { brandId, startAt: '2026-02-28', limit: 10 })
  expect(ids(page)).toEqual([late, before])
  const back = await engine.call('mentions.list', {
    brandId,
    cursor: page.previousCursor ?? '',
    direction: 'back',
    limit: 10,
  })
  expect(ids(back)).toEqual([after])
  const empty = await engine.call('mentions.list', { brandId, startAt: '2020-01-01', limit: 10 })
  const all = await engine.call('mentions.list', {
    brandId,
    cursor: empty.previousCursor ?? '',
    direction: 'back',
    limit: 10,
  })
  expect(ids(all)).toEqual([after, late, before])
})

test('the days of a question are counted by the brand’s clock, whatever drives the question', async () => {
  const engine = startTestEngine({ at: '2026-04-02T09:00:00Z' })
  const brandId = await engine.addBrand({ timezone: 'Europe/Madrid' })
  const add = async (text: string, publishedAt: string) => {
    const id = engine.addMention(brandId, text, { publishedAt })
    await engine.call('acts.do', { on: { ids: [id] }, act: { kind: 'tag', tag: 'envío/tarde' } })
  }
  // The clocks go forward on March 29th.
  await add('llega uno', '2026-03-28T22:59:00Z')
  await add('llega otro', '2026-03-28T23:01:00Z')
  await add('llega más', '2026-03-29T21:59:00Z')
  await add('llega tarde', '2026-03-29T22:01:00Z')
  const expected = {
    days: [
      { day: '2026-03-28', count: 1 },
      { day: '2026-03-29', count: 2 },
      { day: '2026-03-30', count: 1 },
    ],
    count: 4,
  }

  for (const where of ['', 'llega', 'tag:envío', 'lleg*', 'is:unread -tag:otra']) {
    const days = await engine.call('mentions.days', { brandId, where })
    expect([where, days]).toEqual([where, expected])
    expect((await engine.call('mentions.count', { brandId, where })).count).toBe(days.count)
  }
  expect(await engine.call('mentions.days', { where: 'nadie' })).toEqual({ days: [], count: 0 })
})

test('what arrives after a list was drawn is counted apart from it, and not shown in it', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const there = engine.addMention(brandId, 'there')
  const { asOf } = await engine.call('mentions.list', { brandId, limit: 10 })
  engine.moveClockTo('2026-03-02T09:05:00Z')
  const arrived = engine.addMention(brandId, 'arrived')

  expect(ids(await engine.call('mentions.list', { brandId, asOf, limit: 10 }))).toEqual([there])
  expect(await engine.call('mentions.count', { brandId, arrivedAfter: asOf })).toEqual({ count: 1 })
  expect(await engine.call('mentions.count', { brandId, where: 'there', arrivedAfter: asOf })).toEqual({
    count: 0,
  })
  expect(ids(await engine.call('mentions.list', { brandId, limit: 10 }))).toEqual([arrived, there])
})

test('a conversation is one row: its most open mention, at the place of its first that matches', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const at = (hour: number) => new Date(engine.now() - (24 - hour) * HOUR).toISOString()
  const question = engine.addMention(brandId, 'Where is my order?', { publishedAt: at(1) })
  const alone = engine.addMention(brandId, 'Lovely place', { publishedAt: at(2) })
  const again = engine.addMention(brandId, 'Still waiting', { publishedAt: at(3), answers: question })
  await engine.call('acts.do', { on: { ids: [again] }, act: { kind: 'status', to: 'resolved' } })

  const list = { brandId, group: 'conversation', limit: 1 } as const
  const first = await engine.call('mentions.list', list)
  expect(first.items).toMatchObject([{ id: question, members: 2 }])
  const second = await engine.call('mentions.list', { ...list, cursor: first.nextCursor ?? '' })
  expect(second.items).toMatchObject([{ id: alone, members: 1 }])
  expect(second.nextCursor).toBeNull()
  const back = await engine.call('mentions.list', {
    ...list,
    cursor: second.previousCursor ?? '',
    direction: 'back',
  })
  expect(ids(back)).toEqual(ids(first))
  const waiting = await engine.call('mentions.list', { ...list, where: '-is:resolved', limit: 10 })
  expect(ids(waiting)).toEqual([alone, question])
})

test('what a conversation’s row is done to is done to all that was said in it', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const question = engine.addMention(brandId, 'Where is my order?')
  const again = engine.addMention(brandId, 'Still waiting', { answers: question })
  const alone = engine.addMention(brandId, 'Lovely place')
  const act = { kind: 'status', to: 'resolved' } as const

  const named = await engine.call('acts.do', { on: { ids: [question], members: 'conversation' }, act })
  expect(named.count).toBe(2)
  expect(ids(await engine.call('mentions.list', { brandId, where: '-is:resolved', limit: 9 }))).toEqual([
    alone,
  ])
  await engine.call('acts.undo', { actId: named.actId })

  const { asOf } = await engine.call('mentions.list', { brandId, limit: 9 })
  engine.moveClockTo('2026-03-02T10:00:00Z')
  const late = engine.addMention(brandId, 'And now?', { answers: question })
  const asked = await engine.call('acts.do', {
    on: { brandId, where: 'waiting', asOf, members: 'conversation' },
    act,
  })
  expect(asked.count).toBe(2)
  const left = await engine.call('mentions.list', { brandId, where: '-is:resolved', limit: 9 })
  expect(ids(left).toSorted()).toEqual([late, alone].toSorted())
  expect(again).not.toBe(question)
})
