import { expect, test } from 'vitest'
import type { BrandId, MentionId } from '../../../src-main/contract/ids.ts'
import type { RuleAct } from '../../../src-main/contract/rules.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

async function start(folder?: string) {
  const engine = startTestEngine({
    at: '2026-03-04T09:00:00Z',
    ...(folder === undefined ? {} : { folder }),
  })
  const brandId = await engine.addBrand()
  const rule = (name: string, where: string, acts: RuleAct[], more: { stops?: boolean } = {}) =>
    engine.call('rules.add', { brandId, name, where, acts, ...more })
  /** Arrives as what the user or a source brings: the rules have seen it when it answers. */
  const arrives = async (text: string, author = 'Ana') =>
    (await engine.call('mentions.add', { brandId, text, author })).id
  const get = (id: MentionId) => engine.call('mentions.get', { id })
  const found = async (where: string) =>
    (await engine.call('mentions.list', { brandId, where, limit: 100 })).items.map(({ id }) => id)
  const list = async () => (await engine.call('rules.list', { brandId })).items
  return { engine, brandId, rule, arrives, get, found, list }
}

const TABLES = ['mention_state', 'tag', 'mention_tag', 'counter', 'rule', 'rule_mention', 'rule_due'] as const

function held(engine: TestEngine, brandId: BrandId) {
  const db = engine.fileOf(brandId)
  return TABLES.map((table) => db.prepare(`SELECT * FROM ${table}`).all())
}

const tag = (value: string): RuleAct => ({ kind: 'tag', value })

test('a new mention that matches the question of a rule gets what the rule does, and says which rule did it', async () => {
  const { engine, rule, arrives, get, found } = await start()
  const earlier = await arrives('Reembolso de antes')
  const { ruleId } = await rule('Dinero', 'reembolso', [tag('cobros/reembolso'), { kind: 'open', value: '' }])
  const refund = await arrives('¿Dónde está mi reembolso?')
  const other = await arrives('Qué buen café')
  expect(await get(refund)).toMatchObject({
    tags: ['cobros/reembolso'],
    status: 'open',
    byRules: [
      {
        ruleId,
        kind: 'rule',
        name: 'Dinero',
        did: expect.arrayContaining([
          { kind: 'status', value: 'open' },
          { kind: 'tag', value: 'cobros/reembolso' },
        ]),
      },
    ],
  })
  expect(await get(other)).toMatchObject({ tags: [], status: 'new', byRules: [] })
  expect(await get(earlier)).toMatchObject({ tags: [], byRules: [] })
  expect(await found('rule:dinero')).toEqual([refund])
  const { items } = await engine.call('acts.list', { limit: 10 })
  expect(items.find(({ kind }) => kind === 'rule')).toMatchObject({ who: 'rule:Dinero', count: 1 })
})

test('rules are tried in their order, and one that stops keeps what it matched from those after it', async () => {
  const { engine, brandId, rule, arrives, get, list } = await start()
  const first = await rule('Uno', 'café', [tag('uno')])
  const second = await rule('Dos', 'café', [tag('dos')], { stops: true })
  const third = await rule('Tres', 'café', [tag('tres')])
  expect((await get(await arrives('Un café'))).tags).toEqual(['dos', 'uno'])
  const { actId } = await engine.call('rules.order', { brandId, ruleIds: [third.ruleId, second.ruleId] })
  expect((await list()).map(({ name }) => name)).toEqual(['Tres', 'Dos', 'Uno'])
  expect((await get(await arrives('Otro café'))).tags).toEqual(['dos', 'tres'])
  await engine.call('acts.undo', { actId })
  expect((await list()).map(({ ruleId }) => ruleId)).toEqual([first.ruleId, second.ruleId, third.ruleId])
})

test('a rule sees what the rules before it did', async () => {
  const { rule, arrives, get } = await start()
  await rule('Marca', 'café', [tag('bebida')])
  await rule('Sigue', 'tag:bebida', [tag('carta')])
  expect((await get(await arrives('Un café'))).tags).toEqual(['bebida', 'carta'])
})

test('a rule that is switched off does nothing', async () => {
  const { engine, rule, arrives, get } = await start()
  const { ruleId } = await rule('Uno', 'café', [tag('uno')])
  await engine.call('rules.set', { ruleId, works: false })
  expect((await get(await arrives('Un café'))).tags).toEqual([])
  await engine.call('rules.set', { ruleId, works: true })
  expect((await get(await arrives('Dos cafés y un café'))).tags).toEqual(['uno'])
})

test('rules resolve only as spam or not about us, and never what somebody has dealt with', async () => {
  const { engine, brandId, rule, found, list } = await start()
  for (const value of ['answered', 'no-reply-needed', 'duplicate', ''])
    await expect(rule('No', 'x', [{ kind: 'resolve', value }])).rejects.toMatchObject({
      failure: { kind: 'invalid-input' },
    })
  await expect(
    rule('No', 'x', [
      { kind: 'open', value: '' },
      { kind: 'resolve', value: 'spam' },
    ]),
  ).rejects.toMatchObject({ failure: { kind: 'invalid-input' } })
  await expect(rule('No', 'tga:x', [tag('a')])).rejects.toMatchObject({ failure: { kind: 'bad-question' } })
  expect(await list()).toEqual([])

  const dealt = engine.addMention(brandId, 'Compra seguidores', { status: 'pending' })
  const fresh = engine.addMention(brandId, 'Compra más seguidores')
  const { ruleId } = await rule('Basura', 'seguidores', [{ kind: 'resolve', value: 'spam' }])
  expect(await engine.call('rules.run', { ruleId })).toMatchObject({ count: 1 })
  expect(await found('reason:spam')).toEqual([fresh])
  expect(await found('is:pending')).toEqual([dealt])
  expect(await found('by:rule')).toEqual([fresh])
  expect(await found('by:mute')).toEqual([])
  const { items } = await engine.call('views.list', { brandId })
  expect(items.find(({ name }) => name === 'resolved-by-rules')).toMatchObject({ count: 1 })
})

test('a rule snoozes until a moment in words, as they mean it when it acts', async () => {
  const { engine, rule, arrives, get } = await start()
  await rule('Luego', 'concurso', [{ kind: 'snooze', value: 'en 2 días' }])
  engine.moveClockTo('2026-03-10T09:00:00Z')
  expect((await get(await arrives('El concurso'))).snoozedUntil).toBe('2026-03-12T08:00:00.000Z')
  await expect(rule('No', 'x', [{ kind: 'snooze', value: 'cuando pueda' }])).rejects.toMatchObject({
    failure: { kind: 'invalid-input' },
  })
})

test('what a question would have matched is counted and shown before anything is done', async () => {
  const { engine, brandId } = await start()
  engine.addMention(brandId, 'Café de hace un año', { publishedAt: '2025-03-04T09:00:00Z' })
  const recent = engine.addMention(brandId, 'Café de ayer', { publishedAt: '2026-03-03T09:00:00Z' })
  const newest = engine.addMention(brandId, 'Café de hoy')
  const tried = await engine.call('rules.try', { brandId, where: 'café', days: 90, limit: 1 })
  expect(tried).toMatchObject({ count: 2, items: [{ id: newest }] })
  const all = await engine.call('rules.try', { brandId, where: 'café', days: 90 })
  expect(all.items.map(({ id }) => id)).toEqual([newest, recent])
})

test('a rule runs over the past when asked, and that is undone as one', async () => {
  const { engine, brandId, rule, found } = await start()
  const old = engine.addMention(brandId, 'Café viejo', { publishedAt: '2025-03-04T09:00:00Z' })
  const recent = engine.addMention(brandId, 'Café nuevo')
  const { ruleId } = await rule('Bebidas', 'café', [tag('bebida'), { kind: 'open', value: '' }])
  const before = held(engine, brandId)
  const { actId, count } = await engine.call('rules.run', { ruleId, days: 30 })
  expect(count).toBe(1)
  expect(await found('tag:bebida')).toEqual([recent])
  const everything = await engine.call('rules.run', { ruleId })
  expect(everything.count).toBe(1)
  expect(await found('tag:bebida')).toEqual([recent, old])
  const { items } = await engine.call('acts.list', { limit: 1, by: 'user' })
  expect(items[0]).toMatchObject({ actId: everything.actId, kind: 'rule-past', who: 'rule:Bebidas' })
  await engine.call('acts.undo', { actId: everything.actId })
  expect((await engine.call('acts.undo', { actId })).left).toEqual([])
  expect(held(engine, brandId)).toEqual(before)
})

test('a run over the past that is cancelled leaves nothing, and says how far it was', async () => {
  const { engine, brandId, rule } = await start()
  for (let n = 0; n < 30; n += 1) engine.addMention(brandId, `Café ${n}`)
  const { ruleId } = await rule('Bebidas', 'café', [tag('bebida')])
  const before = held(engine, brandId)
  const running = engine.callAs('run')('rules.run', { ruleId })
  engine.cancel('run')
  await expect(running).rejects.toMatchObject({ failure: { kind: 'cancelled' } })
  expect(held(engine, brandId)).toEqual(before)
  await engine.callAs('again')('rules.run', { ruleId })
  expect(engine.progress.get('again')?.at(-1)).toEqual({ done: 30, total: 30 })
})

test('everything a rule did is taken back at once, but not what was changed since', async () => {
  const { engine, rule, arrives, get, list } = await start()
  const { ruleId } = await rule('Basura', 'ganga', [tag('spam'), { kind: 'resolve', value: 'spam' }])
  const one = await arrives('Una ganga')
  const two = await arrives('Otra ganga')
  await engine.call('acts.do', { on: { ids: [two] }, act: { kind: 'status', to: 'open' } })
  expect((await list())[0]).toMatchObject({ done: 2 })
  const { left } = await engine.call('rules.undo', { ruleId })
  expect(left).toEqual([{ id: two, field: 'status', holds: 'open' }])
  expect(await get(one)).toMatchObject({ tags: [], status: 'new', byRules: [] })
  expect(await get(two)).toMatchObject({ tags: [], status: 'open', byRules: [] })
  expect((await list())[0]).toMatchObject({ done: 0 })
})

test('what the undo key takes back is what the user did, not what a rule did meanwhile', async () => {
  const { engine, brandId, rule, arrives } = await start()
  await rule('Uno', 'café', [tag('uno')])
  await arrives('Un café')
  const { items } = await engine.call('acts.list', { brandId, limit: 5, by: 'user' })
  expect(items.map(({ kind }) => kind)).toEqual(['rule-add'])
})

test('a mention that was saved and not yet seen by the rules is seen when the program starts again, once', async () => {
  const { engine, brandId, rule } = await start()
  await rule('Uno', 'café', [tag('uno'), { kind: 'open', value: '' }])
  const id = engine.addMention(brandId, 'Un café, y se fue la luz')
  await engine.close()
  const again = startTestEngine({ folder: engine.folder, at: '2026-03-04T10:00:00Z' })
  const get = () => again.call('mentions.get', { id })
  await expect.poll(async () => (await get()).tags).toEqual(['uno'])
  await again.call('acts.do', { on: { ids: [id] }, act: { kind: 'untag', tag: 'uno' } })
  await again.call('mentions.add', { brandId, text: 'Otro café' })
  expect((await get()).tags).toEqual([])
  expect(again.fileOf(brandId).prepare('SELECT * FROM rule_due').all()).toEqual([])
})

test('a mention that is gathered again is not acted on again', async () => {
  const { engine, brandId, rule, arrives, get } = await start()
  await rule('Uno', 'café', [tag('uno')])
  const id = await arrives('Un café')
  await engine.call('acts.do', { on: { ids: [id] }, act: { kind: 'untag', tag: 'uno' } })
  expect(await arrives('Un café')).toBe(id)
  expect((await get(id)).tags).toEqual([])
  expect(engine.fileOf(brandId).prepare('SELECT * FROM rule_due').all()).toEqual([])
})

test('a muted person is put away as not about us from now on, and it says so', async () => {
  const { engine, arrives, get, found, list } = await start()
  const before = await arrives('Hola', 'Pesado')
  const { personId } = await get(before)
  if (personId === null) throw new Error('Nobody said it.')
  const { ruleId, actId } = await engine.call('rules.mute', { on: { personId }, as: 'not-about-us' })
  const after = await arrives('Hola otra vez', 'Pesado')
  const other = await arrives('Hola yo también', 'Marta')
  expect(await get(after)).toMatchObject({
    status: 'resolved',
    reason: 'not-about-us',
    byRules: [{ ruleId, kind: 'muted-person', name: 'Pesado' }],
  })
  expect(await get(other)).toMatchObject({ status: 'new' })
  expect(await get(before)).toMatchObject({ status: 'new' })
  expect(await found('by:mute')).toEqual([after])
  expect(await found('by:rule')).toEqual([])
  await engine.call('acts.undo', { actId })
  expect(await list()).toEqual([])
  expect(await get(await arrives('Y otra', 'Pesado'))).toMatchObject({ status: 'new' })
})

test('muted words come before every rule, and what they put away no rule touches', async () => {
  const { engine, brandId, rule, arrives, get, list } = await start()
  await rule('Todo', 'sorteo', [tag('sorteo')])
  const { ruleId } = await engine.call('rules.mute', {
    on: { brandId, words: 'sorteo falso' },
    as: 'no-reply-needed',
  })
  expect((await list()).map(({ name }) => name)).toEqual(['sorteo falso', 'Todo'])
  const muted = await arrives('Un SORTEO falso más')
  expect(await get(muted)).toMatchObject({ status: 'resolved', reason: 'no-reply-needed', tags: [] })
  await engine.call('rules.set', { ruleId, where: 'sorteo trucho' })
  expect((await get(await arrives('El sorteo falso'))).tags).toEqual(['sorteo'])
  await engine.call('rules.remove', { ruleId })
  expect((await list()).map(({ name }) => name)).toEqual(['Todo'])
})

test('each change of a rule is undone to the byte', async () => {
  const { engine, brandId, rule } = await start()
  const before = held(engine, brandId)
  const added = await rule('Uno', 'café', [tag('uno')])
  const one = held(engine, brandId)
  const set = await engine.call('rules.set', {
    ruleId: added.ruleId,
    name: 'Otro',
    where: 'té',
    acts: [{ kind: 'resolve', value: 'spam' }],
    stops: true,
    works: false,
  })
  const two = held(engine, brandId)
  const removed = await engine.call('rules.remove', { ruleId: added.ruleId })
  await engine.call('acts.undo', { actId: removed.actId })
  expect(held(engine, brandId)).toEqual(two)
  await engine.call('acts.undo', { actId: set.actId })
  expect(held(engine, brandId)).toEqual(one)
  await engine.call('acts.undo', { actId: added.actId })
  expect(held(engine, brandId)).toEqual(before)
})

test('a rule whose tag was renamed goes on with it, and one whose tag was retired says so and puts it on nothing', async () => {
  const { engine, brandId, rule, arrives, get, list } = await start()
  await rule('Uno', 'café', [tag('bebida')])
  await arrives('Un café')
  await engine.call('tags.rename', { brandId, tag: 'bebida', to: 'carta/bebida' })
  expect((await get(await arrives('Otro café'))).tags).toEqual(['carta/bebida'])
  await engine.call('tags.retire', { brandId, tag: 'carta/bebida' })
  expect((await get(await arrives('Tercer café'))).tags).toEqual([])
  expect((await list())[0]).toMatchObject({ problem: 'tag-retired' })
})
