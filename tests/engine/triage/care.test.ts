import { expect, test } from 'vitest'
import { type CareFacts, careOf, careReasons } from '../../../src-main/engine/triage/care/care.ts'
import { startTestEngine } from '../../support/test-engine.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 2, 10, 9)
const TODAY = { now: NOW, timezone: 'Europe/Madrid' }
const quiet: CareFacts = {
  since: NOW,
  feeling: null,
  stars: null,
  asks: 1,
  cameBack: false,
  places: 0,
  votes: 0,
  replies: 0,
  promiseDueAt: null,
}

test.each<[string, Partial<CareFacts>, Partial<CareFacts>]>([
  ['who waits longer', { since: NOW - HOUR }, {}],
  ['who is angry, before who is content', { feeling: -3 }, { feeling: 2 }],
  ['who is angry, before who said an hour earlier nothing bad', { feeling: -2 }, { since: NOW - HOUR }],
  ['the stronger feeling', { feeling: -3 }, { feeling: -1 }],
  ['one star, before two', { stars: 1 }, { stars: 2 }],
  ['two stars, before four', { stars: 2 }, { stars: 4 }],
  ['who asks for the third time, before a fresh one star', { asks: 3 }, { stars: 1 }],
  ['who came back after our answer, before who asks for the second time', { cameBack: true }, { asks: 2 }],
  ['what is seen in three places', { places: 2 }, {}],
  ['what many found helpful', { votes: 40 }, { votes: 1 }],
  ['what many talk about', { replies: 12 }, {}],
  ['a promise that is due, before anything said today', { promiseDueAt: NOW }, { feeling: -3, stars: 1 }],
  [
    'a promise due tomorrow, before one due in three days',
    { promiseDueAt: NOW + 24 * HOUR },
    { promiseDueAt: NOW + 72 * HOUR },
  ],
  ['a broken promise, before one due today', { promiseDueAt: NOW - 48 * HOUR }, { promiseDueAt: NOW }],
  [
    'who is owed something in two weeks, before who is owed nothing',
    { promiseDueAt: NOW + 14 * 24 * HOUR },
    {},
  ],
  [
    'who is angry, before who is owed something in two weeks',
    { feeling: -3 },
    { promiseDueAt: NOW + 14 * 24 * HOUR },
  ],
  [
    'who waits for two weeks, before fresh anger: nobody is left without an answer',
    { since: NOW - 14 * 24 * HOUR },
    { feeling: -3, stars: 1, asks: 2 },
  ],
])('%s needs us first', (_case, first, second) => {
  expect(careOf({ ...quiet, ...first })).toBeLessThan(careOf({ ...quiet, ...second }))
})

test('asking a hundred times weighs no more than asking six', () => {
  expect(careOf({ ...quiet, asks: 100 })).toBe(careOf({ ...quiet, asks: 6 }))
})

test('the reasons are said, the weightiest first, and how long it waits always', () => {
  const many = { ...quiet, feeling: -3, stars: 1, asks: 2, cameBack: true, places: 1, votes: 4, replies: 2 }
  expect(careReasons({ ...many, timesAsked: 3 }, TODAY)).toEqual([
    { kind: 'came-back' },
    { kind: 'asks', times: 3 },
    { kind: 'stars', stars: 1 },
    { kind: 'waits', since: '2026-03-10T09:00:00.000Z' },
    { kind: 'places', count: 2 },
    { kind: 'votes', count: 4 },
    { kind: 'replies', count: 2 },
  ])
  expect(careReasons({ ...quiet, timesAsked: 1 }, TODAY)).toEqual([
    { kind: 'waits', since: '2026-03-10T09:00:00.000Z' },
  ])
  expect(careReasons({ ...quiet, asks: 2, timesAsked: 1 }, TODAY)).toEqual([
    { kind: 'wrote-before' },
    { kind: 'waits', since: '2026-03-10T09:00:00.000Z' },
  ])
})

async function startWithWaiting() {
  const engine = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await engine.addBrand()
  const add = (text: string, publishedAt: string, fields = {}) =>
    engine.addMention(brandId, text, { author: text, language: 'es', publishedAt, ...fields })
  const inCare = async (more = {}) => {
    const { items } = await engine.call('mentions.list', { brandId, order: 'care', limit: 50, ...more })
    return items
  }
  return { ...engine, brandId, add, inCare }
}

test('the list in the order of care holds what waits for an answer, who needs it most first, and why', async () => {
  const { add, inCare, call } = await startWithWaiting()
  const content = add('Todo perfecto, gracias', '2026-03-10T08:00:00Z')
  const angry = add('Una estafa, nadie contesta', '2026-03-10T08:30:00Z')
  const old = add('¿A qué hora abren?', '2026-03-01T08:30:00Z')
  const answered = add('Ya está', '2026-03-09T08:30:00Z')
  const asleep = add('Luego lo miro', '2026-03-09T08:30:00Z')
  await call('acts.do', { on: { ids: [answered] }, act: { kind: 'status', to: 'resolved' } })
  await call('acts.do', { on: { ids: [asleep] }, act: { kind: 'snooze', until: '2026-03-20T10:00:00Z' } })

  const items = await inCare()
  expect(items.map(({ id }) => id)).toEqual([old, angry, content])
  expect(items[1]?.care).toEqual([
    { kind: 'negative', strength: 3 },
    { kind: 'waits', since: '2026-03-10T08:30:00.000Z' },
  ])
  expect((await call('mentions.get', { id: answered })).care).toBeNull()
})

test('who writes again moves up, and down again when the first is settled', async () => {
  const { add, inCare, call } = await startWithWaiting()
  const first = add('Hola, ¿hay alguien por ahí?', '2026-03-10T06:00:00Z', { author: 'Lucía' })
  const other = add('¿Tienen terraza?', '2026-03-10T05:00:00Z')
  const again = add('¿Hay alguien por ahí ahora?', '2026-03-10T07:00:00Z', { author: 'Lucía' })
  expect((await inCare()).map(({ id }) => id)).toEqual([again, other, first])
  expect((await inCare())[0]?.care).toContainEqual({ kind: 'asks', times: 2 })

  await call('acts.do', { on: { ids: [first] }, act: { kind: 'status', to: 'resolved' } })
  expect((await inCare()).map(({ id }) => id)).toEqual([other, again])
})

test('the line under a mention, the panel beside it and the answer being written count how often they asked alike', async () => {
  const { add, inCare, call } = await startWithWaiting()
  const said = [
    add('Mi pedido no llega', '2026-03-08T06:00:00Z', { author: 'Lucía' }),
    add('Qué bonita es la calle Mayor', '2026-03-08T07:00:00Z', { author: 'Lucía' }),
    add('¿Dónde está mi pedido?', '2026-03-09T06:00:00Z', { author: 'Lucía' }),
    add('Nadie contesta. Es la cuarta vez que escribo', '2026-03-10T06:00:00Z', { author: 'Lucía' }),
  ]
  const items = await inCare()
  const counted = said.map(async (id) => {
    const mention = items.find((item) => item.id === id)
    const line = mention?.care?.find((reason) => reason.kind === 'asks')?.times ?? 1
    if (!mention?.personId) throw new Error('She is somebody.')
    const panel = (await call('people.get', { id: mention.personId, upTo: id })).effort.repeats + 1
    const answer = (await call('replies.listen', { mentionId: id })).effort.repeats + 1
    return { line, panel, answer }
  })
  expect(await Promise.all(counted)).toEqual([
    { line: 1, panel: 1, answer: 1 },
    { line: 1, panel: 1, answer: 1 },
    { line: 2, panel: 2, answer: 2 },
    { line: 4, panel: 4, answer: 4 },
  ])
  // What waits as well moves her up all the same.
  expect(items.find(({ id }) => id === said[1])?.care).toContainEqual({ kind: 'wrote-before' })
})

test('who was promised something moves up as its day comes, and down again when it is kept', async () => {
  const { add, inCare, call, brandId } = await startWithWaiting()
  const promised = add('Sigo esperando la llamada', '2026-03-10T08:00:00Z', { author: 'Lucía' })
  const other = add('¿Tienen terraza?', '2026-03-07T05:00:00Z')
  const order = async () => (await inCare()).map(({ id }) => id)
  expect(await order()).toEqual([other, promised])

  const due = '2026-03-11T18:00:00Z'
  const { promiseId } = await call('promises.add', { mentionId: promised, text: 'llamar', due })
  expect(await order()).toEqual([promised, other])
  expect((await inCare())[0]?.care?.[0]).toEqual({ kind: 'promise', inDays: 1 })
  expect((await call('mentions.get', { id: promised })).care?.[0]).toEqual({ kind: 'promise', inDays: 1 })

  await call('promises.move', { promiseId, due: '2026-03-30T18:00:00Z' })
  expect(await order()).toEqual([other, promised])
  const undoLast = async () => {
    const { items } = await call('acts.list', { brandId, limit: 1 })
    if (items[0]) await call('acts.undo', { actId: items[0].actId })
  }
  await undoLast()
  expect(await order()).toEqual([promised, other])
  await call('promises.settle', { promiseId, state: 'kept' })
  expect(await order()).toEqual([other, promised])
})

test('a feeling that the user corrects moves it', async () => {
  const { add, inCare, call } = await startWithWaiting()
  const early = add('Sobre el pedido', '2026-03-10T05:00:00Z')
  const late = add('Sobre la mesa', '2026-03-10T08:00:00Z')
  expect((await inCare()).map(({ id }) => id)).toEqual([early, late])
  const { actId } = await call('acts.do', { on: { ids: [late] }, act: { kind: 'feeling', to: 'negative' } })
  expect((await inCare()).map(({ id }) => id)).toEqual([late, early])
  await call('acts.undo', { actId })
  expect((await inCare()).map(({ id }) => id)).toEqual([early, late])
})

test('pages go on where they ended, within a brand and over all of them, whatever arrives meanwhile', async () => {
  const { add, call, addBrand, addMention, brandId } = await startWithWaiting()
  const other = await addBrand({ name: 'Otra' })
  for (let hour = 0; hour < 7; hour += 1) {
    add(`Pregunta ${hour}`, `2026-03-10T0${hour}:00:00Z`)
    addMention(other, `Otra pregunta ${hour}`, {
      publishedAt: `2026-03-10T0${hour}:30:00Z`,
      author: `P${hour}`,
    })
  }
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: readonly { id: string; text: string }[]; nextCursor: string | null } = await call(
      'mentions.list',
      { order: 'care', limit: 3, ...(cursor === null ? {} : { cursor }) },
    )
    seen.push(...page.items.map(({ text }) => text))
    if (cursor === null) add('Una estafa', '2026-03-10T08:59:00Z', { gatheredAt: '2026-03-10T09:00:00.001Z' })
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual(
    Array.from({ length: 7 }, (_, hour) => [`Pregunta ${hour}`, `Otra pregunta ${hour}`]).flat(),
  )
  expect(brandId).not.toBe(other)
})
