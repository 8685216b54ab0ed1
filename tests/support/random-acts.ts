import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import type { Act } from '../../src-main/contract/acts.ts'
import { CallFailed } from '../../src-main/contract/failure.ts'
import type { ActId, BrandId, MentionId, RuleId } from '../../src-main/contract/ids.ts'
import type { RuleAct } from '../../src-main/contract/rules.ts'
import { doOtherAct, isOtherAct, otherAct, type OtherAct } from './random-other-acts.ts'
import { placeOf } from '../../src-main/engine/store/ids.ts'
import { type TestEngine } from './test-engine.ts'

/** A brand in which everything can be done that an act can do. */
export interface World {
  readonly engine: TestEngine
  readonly brandId: BrandId
  readonly ids: MentionId[]
  /** Counts what was gathered, so that no two texts are the same. */
  said: number
}

const PATHS = ['a', 'A/b', 'b', 'c/d', 'é', 'a/b/x'] as const
const path = fc.constantFrom(...PATHS)
const picked = fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 })
const WHERES = ['is:open', 'tag:a', 'palabra1', '-tag:b', 'status:resolved'] as const

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('tag' as const, 'untag' as const), tag: path }),
  fc.record({ kind: fc.constant('status' as const), to: fc.constantFrom('new', 'open', 'pending') }),
  fc.record({
    kind: fc.constant('status' as const),
    to: fc.constant('pending' as const),
    waitsFor: fc.constantFrom('Marta', 'el almacén'),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    to: fc.constant('resolved' as const),
    reason: fc.constantFrom('spam', 'duplicate', 'answered', 'not-about-us'),
  }),
  fc.record({
    kind: fc.constant('snooze' as const),
    until: fc.constantFrom(null, '2026-03-05T09:00:00Z', '2026-03-06T09:00:00Z'),
  }),
  fc.record({
    kind: fc.constant('feeling' as const),
    to: fc.constantFrom('negative', 'neutral', 'positive'),
  }),
  fc.record({ kind: fc.constant('unread' as const) }),
)
const ruleActs: fc.Arbitrary<RuleAct[]> = fc.constantFrom<RuleAct[]>(
  [{ kind: 'tag', value: 'a' }],
  [
    { kind: 'tag', value: 'regla' },
    { kind: 'open', value: '' },
  ],
  [{ kind: 'resolve', value: 'spam' }],
  [
    { kind: 'snooze', value: 'en 2 días' },
    { kind: 'tag', value: 'b' },
  ],
)

/** Something that is an act: it can be undone. */
export const anyAct = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('act' as const), act, picked }) },
  { weight: 8, arbitrary: otherAct },
  fc.record({ does: fc.constant('act-where' as const), act, where: fc.constantFrom(...WHERES) }),
  fc.record({
    does: fc.constantFrom('tags.rename' as const, 'tags.merge' as const, 'tags.move' as const),
    path,
    to: path,
  }),
  fc.record({
    does: fc.constantFrom('tags.add' as const, 'tags.retire' as const, 'tags.restore' as const),
    path,
  }),
  fc.record({
    does: fc.constant('tags.set' as const),
    path,
    colour: fc.constantFrom(null, 'teal' as const, 'plum' as const),
    description: fc.constantFrom('', 'algo'),
    synonyms: fc.constantFrom<readonly string[]>([], ['uno'], ['dos', 'uno']),
  }),
  fc.record({
    does: fc.constant('rules.add' as const),
    where: fc.constantFrom(...WHERES),
    acts: ruleActs,
    stops: fc.boolean(),
  }),
  fc.record({
    does: fc.constantFrom('rules.run' as const, 'rules.remove' as const, 'rules.order' as const),
    which: fc.nat({ max: 3 }),
  }),
  fc.record({
    does: fc.constant('rules.set' as const),
    which: fc.nat({ max: 3 }),
    works: fc.boolean(),
    name: fc.constantFrom('Una', 'Otra'),
  }),
  fc.record({ does: fc.constant('rules.mute' as const), words: fc.constantFrom('palabra2', 'ganga') }),
  fc.record({ does: fc.constantFrom('put-together' as const, 'take-apart' as const), picked }),
)
export type AnyAct = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never

/** What gathering does between two acts. */
export const gathering = fc.record({
  does: fc.constantFrom('new' as const, 'answer' as const, 'edit' as const, 'our-answer' as const),
  to: fc.nat({ max: 9 }),
})
export type Gathering = typeof gathering extends fc.Arbitrary<infer Value> ? Value : never

const REFUSED: readonly string[] = ['conflict', 'not-found', 'invalid-input']

/** Does an act; null where it could not be done, which changes nothing. */
export async function doAnyAct(world: World, step: AnyAct): Promise<ActId | null> {
  try {
    return isOtherAct(step) ? await doOtherAct(world, step) : await doIt(world, step)
  } catch (thrown) {
    if (thrown instanceof CallFailed && REFUSED.includes(thrown.failure.kind)) return null
    throw thrown
  }
}

async function doIt({ engine, brandId, ids }: World, step: Exclude<AnyAct, OtherAct>): Promise<ActId | null> {
  const { call } = engine
  const named = (which: readonly number[]) => which.flatMap((n) => ids[n] ?? [])
  switch (step.does) {
    case 'act':
      return (await call('acts.do', { on: { ids: named(step.picked) }, act: step.act })).actId
    case 'act-where': {
      const asOf = new Date(engine.now()).toISOString()
      return (await call('acts.do', { on: { brandId, where: step.where, asOf }, act: step.act })).actId
    }
    case 'tags.rename':
      return (await call('tags.rename', { brandId, tag: step.path, to: step.to })).actId
    case 'tags.merge':
      return (await call('tags.merge', { brandId, tag: step.path, into: step.to })).actId
    case 'tags.move':
      return (await call('tags.move', { brandId, tag: step.path, under: step.to })).actId
    case 'tags.add':
    case 'tags.retire':
    case 'tags.restore':
      return (await call(step.does, { brandId, tag: step.path })).actId
    case 'tags.set': {
      const { colour, description } = step
      const synonyms = [...step.synonyms]
      return (await call('tags.set', { brandId, tag: step.path, colour, description, synonyms })).actId
    }
    case 'rules.add':
      return (
        await call('rules.add', {
          brandId,
          name: 'Una',
          where: step.where,
          acts: step.acts,
          stops: step.stops,
        })
      ).actId
    case 'rules.mute':
      return (await call('rules.mute', { on: { brandId, words: step.words }, as: 'not-about-us' })).actId
    case 'put-together':
      return (await call('mentions.putTogether', { ids: atLeastTwo(named(step.picked), ids) })).actId
    case 'take-apart':
      return (await call('mentions.takeApart', { id: named(step.picked)[0] ?? ids[0] ?? missing() })).actId
    case 'rules.run':
    case 'rules.remove':
    case 'rules.order':
    case 'rules.set':
      return doToRule(engine, brandId, step)
  }
}

async function doToRule(
  { call }: TestEngine,
  brandId: BrandId,
  step: Extract<AnyAct, { does: 'rules.run' | 'rules.remove' | 'rules.order' | 'rules.set' }>,
): Promise<ActId | null> {
  const { items } = await call('rules.list', { brandId })
  const ruleIds = items.map(({ ruleId }): RuleId => ruleId)
  const ruleId = ruleIds[step.which]
  if (ruleId === undefined) return null
  if (step.does === 'rules.set')
    return (await call('rules.set', { ruleId, works: step.works, name: step.name })).actId
  if (step.does === 'rules.order')
    return (await call('rules.order', { brandId, ruleIds: ruleIds.toReversed() })).actId
  return (await call(step.does, { ruleId })).actId
}

function atLeastTwo(some: readonly MentionId[], all: readonly MentionId[]): MentionId[] {
  return [...new Set([...some, ...all.slice(0, 2)])].slice(0, Math.max(2, some.length))
}

function missing(): never {
  throw new Error('There is no mention.')
}

/** By CafeLuna, who speaks for the brand as long as that is one of its handles. */
async function ourselves({ engine, brandId }: World) {
  const { items } = await engine.call('brands.list', {})
  const handles = items.find((brand) => brand.brandId === brandId)?.handles ?? []
  return { author: 'CafeLuna', ourVoice: handles.includes('CafeLuna') }
}

/** Gathers something more; the rules have seen it when it answers. */
export async function gatherMore(world: World, { does, to }: Gathering): Promise<void> {
  const { engine, brandId, ids } = world
  const other = ids[to % ids.length] ?? missing()
  world.said += 1
  const text = `palabra${world.said % 3} dicho ${world.said}`
  if (does === 'edit') edit(engine.fileOf(brandId), other, text)
  else if (does === 'new') engine.addMention(brandId, text)
  else
    engine.addMention(brandId, text, {
      answers: other,
      ...(does === 'our-answer' && (await ourselves(world))),
    })
  await engine.call('mentions.add', { brandId, text: `a mano ${world.said}` })
}

/** As its author would change it: what was said becomes a revision. */
function edit(db: Database, id: MentionId, text: string): void {
  db.prepare('UPDATE mention_text SET body = ? WHERE id = ?').run(text, placeOf(id).row)
}

/** What is made anew from texts and corrections, in the background: care.property.test.ts says that it is right. */
const DERIVED: readonly string[] = ['feeling', 'feeling_confidence', 'sure', 'lang', 'care']

/** Everything the file holds but the journal, and what is derived: the index, feelings, and the order of care. */
export function everythingIn(db: Database): Record<string, unknown[]> {
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE 'mention_fts%' AND name NOT IN ('act', 'act_change', 'learnt', 'remaking') ORDER BY name`,
    )
    .all()
  return Object.fromEntries(tables.map(({ name }) => [name, rowsOf(db, name)]))
}

function rowsOf(db: Database, table: string): unknown[] {
  const columns = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table)
  const kept = columns.map(({ name }) => name).filter((name) => !DERIVED.includes(name))
  return db.prepare(`SELECT ${kept.join(', ')} FROM ${table}`).all()
}
