import { expect, test } from 'vitest'
import type { MentionId } from '../../../src-main/contract/ids.ts'
import { mentionId } from '../../../src-main/engine/store/ids.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

const one = async (engine: TestEngine, id: MentionId) => {
  const { status, reason, snoozedUntil, tags, unanswered } = await engine.call('mentions.get', { id })
  return { status, reason, snoozedUntil, tags, unanswered }
}

const UNTOUCHED = { status: 'new', reason: null, snoozedUntil: null, tags: [], unanswered: true }

async function startWithMention() {
  const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await engine.addBrand()
  const id = engine.addMention(brandId, 'El envío llegó tarde')
  const act = (what: Parameters<typeof engine.call<'acts.do'>>[1]['act']) =>
    engine.call('acts.do', { on: { ids: [id] }, act: what })
  return { engine, brandId, id, act }
}

test('a tag is created while it is typed, and keeps the case and accents it was first written with', async () => {
  const { engine, brandId, id, act } = await startWithMention()
  await act({ kind: 'tag', tag: 'Envío / Tarde' })
  expect(await act({ kind: 'tag', tag: 'envio/tarde' })).toMatchObject({ count: 0 })
  expect(await one(engine, id)).toEqual({ ...UNTOUCHED, tags: ['Envío/Tarde'] })
  expect(await engine.call('tags.list', { brandId })).toMatchObject({
    items: [{ tag: 'Envío/Tarde', brandId, count: 1 }],
  })
})

test('tags are listed as a tree, what is under a tag right after it', async () => {
  const { engine, brandId, act } = await startWithMention()
  for (const tag of ['envío-exprés', 'precio', 'envío/tarde', 'Envío', 'atención'])
    await act({ kind: 'tag', tag })
  const { items } = await engine.call('tags.list', { brandId })
  expect(items.map(({ tag }) => tag)).toEqual(['atención', 'Envío', 'envío/tarde', 'envío-exprés', 'precio'])
})

test('taking off a tag that nobody knows changes nothing', async () => {
  const { engine, brandId, act } = await startWithMention()
  expect(await act({ kind: 'untag', tag: 'nothing' })).toMatchObject({ count: 0 })
  expect(await engine.call('tags.list', { brandId })).toEqual({ items: [] })
})

test.each([
  [
    'resolving without a word means no reply was needed',
    { to: 'resolved' },
    { status: 'resolved', reason: 'no-reply-needed' },
  ],
  ['resolving as spam says so', { to: 'resolved', reason: 'spam' }, { status: 'resolved', reason: 'spam' }],
  ['what is open again has no reason', { to: 'open', reason: 'spam' }, { status: 'open', reason: null }],
] as const)('%s', async (_says, what, held) => {
  const { engine, id, act } = await startWithMention()
  await act({ kind: 'status', to: 'resolved', reason: 'duplicate' })
  await act({ kind: 'status', ...what })
  expect(await one(engine, id)).toMatchObject(held)
})

test('what is pending says for whom it waits and since when, and undo knows who it was before', async () => {
  const { engine, id, act } = await startWithMention()
  const waits = async () => (await engine.call('mentions.get', { id })).pending
  await act({ kind: 'status', to: 'pending', waitsFor: 'Almacén: ¿queda mostaza?' })
  expect(await waits()).toEqual({ waitsFor: 'Almacén: ¿queda mostaza?', since: '2026-03-02T09:00:00.000Z' })
  engine.moveClockTo('2026-03-04T10:00:00Z')
  const { actId, count } = await act({ kind: 'status', to: 'pending', waitsFor: 'Marta' })
  expect(count).toBe(1)
  expect(await waits()).toEqual({ waitsFor: 'Marta', since: '2026-03-04T10:00:00.000Z' })
  expect(await act({ kind: 'status', to: 'pending', waitsFor: 'Marta' })).toMatchObject({ count: 0 })
  expect(await engine.call('acts.undo', { actId })).toEqual({ undone: 1, left: [] })
  expect(await waits()).toMatchObject({ waitsFor: 'Almacén: ¿queda mostaza?' })
  await act({ kind: 'status', to: 'open' })
  expect(await waits()).toBeNull()
})

test('opening a mention makes it open, and there is nothing to undo about it', async () => {
  const { engine, brandId, id, act } = await startWithMention()
  const { actId, count } = await act({ kind: 'read' })
  expect(count).toBe(1)
  expect(await one(engine, id)).toEqual({ ...UNTOUCHED, status: 'open' })
  expect(await engine.call('acts.list', { brandId, limit: 10 })).toEqual({ items: [] })
  await expect(engine.call('acts.undo', { actId })).rejects.toMatchObject({ failure: { kind: 'conflict' } })
})

test('reading what was resolved does not open it again', async () => {
  const { engine, id, act } = await startWithMention()
  await act({ kind: 'status', to: 'resolved', reason: 'spam' })
  await act({ kind: 'read' })
  expect(await one(engine, id)).toMatchObject({ status: 'resolved', reason: 'spam' })
})

test('an act is undone as one, and only once', async () => {
  const { engine, brandId, id, act } = await startWithMention()
  const { actId } = await act({ kind: 'status', to: 'resolved', reason: 'spam' })
  expect(await engine.call('acts.undo', { actId })).toEqual({ undone: 1, left: [] })
  expect(await one(engine, id)).toEqual(UNTOUCHED)
  await expect(engine.call('acts.undo', { actId })).rejects.toMatchObject({ failure: { kind: 'conflict' } })
  expect(await engine.call('acts.list', { brandId, limit: 10 })).toMatchObject({
    items: [{ actId, undone: true, count: 1 }],
  })
})

test('undo leaves what was changed again afterwards, and says so', async () => {
  const { engine, brandId, id, act } = await startWithMention()
  const other = engine.addMention(brandId, 'Otra')
  const { actId } = await engine.call('acts.do', {
    on: { ids: [id, other] },
    act: { kind: 'status', to: 'resolved', reason: 'spam' },
  })
  await act({ kind: 'status', to: 'open' })

  expect(await engine.call('acts.undo', { actId })).toEqual({
    undone: 1,
    left: [{ id, field: 'status', holds: 'open' }],
  })
  expect(await one(engine, id)).toEqual({ ...UNTOUCHED, status: 'open' })
  expect(await one(engine, other)).toEqual(UNTOUCHED)
})

test('a tag that an act made goes with it, unless something else carries it by then', async () => {
  const { engine, brandId, id, act } = await startWithMention()
  const other = engine.addMention(brandId, 'Otra')
  const first = await act({ kind: 'tag', tag: 'envío' })
  await engine.call('acts.undo', { actId: first.actId })
  expect(await engine.call('tags.list', { brandId })).toEqual({ items: [] })

  const second = await act({ kind: 'tag', tag: 'envío' })
  await engine.call('acts.do', { on: { ids: [other] }, act: { kind: 'tag', tag: 'envío' } })
  await engine.call('acts.undo', { actId: second.actId })
  expect(await one(engine, id)).toEqual(UNTOUCHED)
  expect(await engine.call('tags.list', { brandId })).toMatchObject({ items: [{ tag: 'envío', count: 1 }] })
})

test('a tag that was taken off comes back, even when the tag itself is gone by then', async () => {
  const { engine, brandId, id, act } = await startWithMention()
  const made = await act({ kind: 'tag', tag: 'Envío' })
  const removed = await act({ kind: 'untag', tag: 'envío' })
  expect(await engine.call('acts.undo', { actId: made.actId })).toEqual({
    undone: 0,
    left: [{ id, field: 'tag', holds: '0' }],
  })
  await engine.call('acts.undo', { actId: removed.actId })
  expect(await one(engine, id)).toMatchObject({ tags: ['Envío'] })
  expect(await engine.call('tags.list', { brandId })).toMatchObject({ items: [{ tag: 'Envío', count: 1 }] })
})

test('an act on everything a view holds touches nothing that arrived after the list was drawn', async () => {
  const { engine, brandId, id } = await startWithMention()
  const { asOf } = await engine.call('mentions.list', { brandId, where: 'is:unread', limit: 10 })
  engine.moveClockTo('2026-03-02T09:10:00Z')
  const later = engine.addMention(brandId, 'El envío llegó roto', { publishedAt: '2026-03-02T08:00:00Z' })

  const on = { brandId, where: 'is:unread envio', asOf }
  expect(await engine.call('acts.do', { on, act: { kind: 'tag', tag: 'envío' } })).toMatchObject({ count: 1 })
  expect(await one(engine, id)).toMatchObject({ tags: ['envío'] })
  expect(await one(engine, later)).toMatchObject({ tags: [] })
})

test('an act on all brands is one act to its user, and one undo takes it back everywhere', async () => {
  const engine = startTestEngine()
  const [luna, sol] = [await engine.addBrand({ name: 'Luna' }), await engine.addBrand({ name: 'Sol' })]
  const ids = [luna, luna, sol].map((brandId) => engine.addMention(brandId, 'spam'))
  await engine.addBrand({ name: 'Nobody speaks of it' })

  const on = { brandId: 'all' as const, where: 'spam', asOf: new Date(engine.now()).toISOString() }
  const { actId, count } = await engine.call('acts.do', {
    on,
    act: { kind: 'status', to: 'resolved', reason: 'spam' },
  })
  expect(count).toBe(3)
  expect(actId).toMatch(/^b1\+b2\.a/)
  expect(await engine.call('acts.list', { limit: 5 })).toMatchObject({
    items: [{ actId, kind: 'status', detail: 'resolved spam', count: 3, who: 'user', undone: false }],
  })
  expect(await engine.call('acts.undo', { actId })).toEqual({ undone: 3, left: [] })
  for (const id of ids) expect(await one(engine, id)).toEqual(UNTOUCHED)
})

test('mentions of several brands can be chosen together', async () => {
  const engine = startTestEngine()
  const [luna, sol] = [await engine.addBrand({ name: 'Luna' }), await engine.addBrand({ name: 'Sol' })]
  const ids = [engine.addMention(luna, 'a'), engine.addMention(sol, 'b')]
  const { count } = await engine.call('acts.do', { on: { ids }, act: { kind: 'tag', tag: 'x' } })
  expect(count).toBe(2)
})

test('mentions that are not here cannot be acted on', async () => {
  const { engine, brandId } = await startWithMention()
  const on = { ids: [mentionId(brandId, 12)] }
  await expect(engine.call('acts.do', { on, act: { kind: 'read' } })).rejects.toMatchObject({
    failure: { kind: 'not-found' },
  })
})

test('a big act says how far it is, and cancelling it leaves everything as it was', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  engine.addMention(brandId, 'the first')
  multiply(engine, brandId, 25_000)
  const on = { brandId, where: '', asOf: new Date(engine.now()).toISOString() }
  const before = await engine.call('views.list', { brandId })

  const working = engine.callAs('big')('acts.do', { on, act: { kind: 'tag', tag: 'all of them' } })
  await new Promise((resolve) => setImmediate(resolve))
  engine.cancel('big')
  await expect(working).rejects.toMatchObject({ failure: { kind: 'cancelled' } })
  expect(engine.progress.get('big')?.[0]).toEqual({ done: 12_500, total: 25_001 })
  expect(await engine.call('tags.list', { brandId })).toEqual({ items: [] })
  expect(await engine.call('acts.list', { brandId, limit: 5 })).toEqual({ items: [] })
  expect(await engine.call('views.list', { brandId })).toEqual(before)

  const { actId, count } = await engine.call('acts.do', {
    on,
    act: { kind: 'status', to: 'resolved', reason: 'spam' },
  })
  expect(count).toBe(25_001)
  expect(await engine.call('mentions.count', { brandId, where: 'reason:spam' })).toEqual({ count: 25_001 })
  expect(await engine.call('acts.undo', { actId })).toEqual({ undone: 25_001, left: [] })
  expect(await engine.call('views.list', { brandId })).toEqual(before)
})

/** Many more like the one that is there. */
function multiply(engine: TestEngine, brandId: Parameters<TestEngine['fileOf']>[0], times: number): void {
  const db = engine.fileOf(brandId)
  db.transaction(() => {
    db.exec(`
      CREATE TEMP TABLE more AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${times}) SELECT i FROM n;
      INSERT INTO mention (id, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
        SELECT id - i * 2097152, randomblob(16), source_id, conversation_id, kind, gathered_at, 0, 0 FROM mention, more;
      INSERT INTO mention_state (id, status, unanswered) SELECT id, 0, 1 FROM mention WHERE id NOT IN (SELECT id FROM mention_state);
      UPDATE counter SET n = n + ${times} WHERE subject IN ('status', 'unanswered')`)
  })()
}

test('the window hears that mentions and tags changed', async () => {
  const { engine, brandId, act } = await startWithMention()
  await act({ kind: 'tag', tag: 'x' })
  expect(engine.events).toContainEqual({ kind: 'changed', subject: 'mentions', brandId })
  expect(engine.events).toContainEqual({ kind: 'changed', subject: 'tags', brandId })
})
