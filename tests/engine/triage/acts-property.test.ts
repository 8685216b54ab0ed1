import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../../../src-main/contract/acts.ts'
import type { ActId, BrandId, MentionId } from '../../../src-main/contract/ids.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

const MENTIONS = 12

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('tag' as const, 'untag' as const),
    tag: fc.constantFrom('envío', 'Envío/Tarde', 'precio'),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    to: fc.constantFrom('new', 'open', 'pending', 'resolved'),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    to: fc.constant('resolved' as const),
    reason: fc.constantFrom('spam', 'duplicate', 'answered'),
  }),
  fc.record({
    kind: fc.constant('snooze' as const),
    until: fc.constantFrom(null, '2026-03-05T09:00:00Z', '2026-03-06T09:00:00Z'),
  }),
  fc.record({
    kind: fc.constant('feeling' as const),
    to: fc.constantFrom('negative', 'neutral', 'positive'),
  }),
  fc.record({ kind: fc.constantFrom('read' as const, 'unread' as const) }),
)

const WHERES = ['', 'is:open', 'tag:envío', '-is:resolved', 'palabra1', 'status:resolved']
const on = fc.oneof(
  fc.record({ picked: fc.uniqueArray(fc.nat({ max: MENTIONS - 1 }), { minLength: 1 }) }),
  fc.record({ where: fc.constantFrom(...WHERES) }),
)
const step = fc.record({ act, on })
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function startWithMentions() {
  const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await engine.addBrand()
  const first = engine.addMention(brandId, 'palabra0')
  const rest = Array.from({ length: MENTIONS - 1 }, (_, index) =>
    engine.addMention(brandId, `palabra${index % 3}`, index % 4 === 0 ? { answers: first } : {}),
  )
  return { engine, brandId, ids: [first, ...rest] }
}

type Started = Awaited<ReturnType<typeof startWithMentions>>

async function doStep({ engine, brandId, ids }: Started, { act: what, on: which }: Step): Promise<ActId> {
  const asOf = new Date(engine.now()).toISOString()
  const named =
    'picked' in which
      ? { ids: which.picked.flatMap((n) => ids[n] ?? []) }
      : { brandId, where: which.where, asOf }
  const { actId } = await engine.call('acts.do', { on: named, act: what })
  return actId
}

const TABLES = ['mention_state', 'mention_wait', 'tag', 'mention_tag', 'counter'] as const

function dump(engine: TestEngine, brandId: BrandId) {
  const db = engine.fileOf(brandId)
  return Object.fromEntries(
    TABLES.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  )
}

/** What the counters should say, counted anew. */
function recount(engine: TestEngine, brandId: BrandId) {
  return engine
    .fileOf(brandId)
    .prepare(
      `SELECT 'status' AS subject, status AS key, count(*) AS n FROM mention_state GROUP BY status
       UNION ALL SELECT 'unanswered', 1, count(*) FROM mention_state WHERE unanswered = 1 HAVING count(*) > 0
       UNION ALL SELECT 'tag', tag_id, count(*) FROM mention_tag GROUP BY tag_id
       UNION ALL SELECT 'source', source_id, count(*) FROM mention GROUP BY source_id
       ORDER BY 1, 2`,
    )
    .all()
}

test('the counts beside views and tags always equal a recount', async () => {
  const started = await startWithMentions()
  const { engine, brandId } = started
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), fc.boolean(), async (steps, undo) => {
      for (const each of steps) {
        const actId = await doStep(started, each)
        if (undo && each.act.kind !== 'read') await engine.call('acts.undo', { actId })
        expect(dump(engine, brandId)['counter']).toEqual(recount(engine, brandId))
      }
    }),
    { numRuns: 40, seed: 3 },
  )
  const { items } = await engine.call('views.list', { brandId })
  for (const { where, count } of items)
    expect(await engine.call('mentions.count', { brandId, where })).toEqual({ count })
})

test('undo restores what the tables held to the byte, where nothing came between', async () => {
  const started = await startWithMentions()
  const { engine, brandId } = started
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 2 }), step, async (before, each) => {
      fc.pre(each.act.kind !== 'read')
      for (const earlier of before) await doStep(started, earlier)
      const held = dump(engine, brandId)
      const actId = await doStep(started, each)
      expect((await engine.call('acts.undo', { actId })).left).toEqual([])
      expect(dump(engine, brandId)).toEqual(held)
    }),
    { numRuns: 60, seed: 5 },
  )
})

interface Fields {
  readonly id: MentionId
  readonly status: string
  readonly snoozedUntil: string | null
  readonly felt: string | null
  readonly tags: readonly string[]
}

async function readFields({ engine, brandId }: Started): Promise<Fields[]> {
  const { items } = await engine.call('mentions.list', { brandId, limit: 100 })
  return items.map(({ id, status, reason, snoozedUntil, felt, tags }) => ({
    id,
    status: reason === null ? status : `${status} ${reason}`,
    snoozedUntil,
    felt: felt.by === 'user' ? felt.likely : null,
    tags: tags.map((tag) => tag.toLowerCase()),
  }))
}

/** The one field an act writes, as a person would see it. */
function fieldOf(what: Act, { status, snoozedUntil, felt, tags }: Fields): string | boolean | null {
  switch (what.kind) {
    case 'tag':
    case 'untag':
      return tags.includes(what.tag.toLowerCase())
    case 'snooze':
      return snoozedUntil
    case 'feeling':
      return felt
    case 'status':
    case 'read':
    case 'unread':
      return status
  }
}

test('undo changes only what still holds what the act wrote, and lists the rest', async () => {
  const started = await startWithMentions()
  const { engine } = started
  await fc.assert(
    fc.asyncProperty(step, fc.array(step, { minLength: 1, maxLength: 3 }), async (each, between) => {
      fc.pre(each.act.kind !== 'read')
      const before = await readFields(started)
      const actId = await doStep(started, each)
      const written = await readFields(started)
      for (const later of between) await doStep(started, later)
      const held = await readFields(started)
      const { left } = await engine.call('acts.undo', { actId })
      const after = await readFields(started)

      before.forEach((mention, index) => {
        const [was, wrote, holds, now] = [before, written, held, after].map((fields) => {
          const field = fields[index]
          return field ? fieldOf(each.act, field) : null
        })
        const touched = was !== wrote
        const kept = touched && holds !== wrote
        expect(now).toEqual(touched && !kept ? was : holds)
        expect(left.some(({ id }) => id === mention.id)).toBe(kept)
      })
    }),
    { numRuns: 40, seed: 9 },
  )
})
