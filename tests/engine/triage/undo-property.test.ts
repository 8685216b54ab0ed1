import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actPlace } from '../../../src-main/engine/store/ids.ts'
import type { ActId } from '../../../src-main/contract/ids.ts'
import {
  anyAct,
  doAnyAct,
  everythingIn,
  gatherMore,
  gathering,
  type World,
} from '../../support/random-acts.ts'
import { startTestEngine } from '../../support/test-engine.ts'

async function startWorld(): Promise<World> {
  const engine = startTestEngine({ at: '2026-03-04T09:00:00Z' })
  const brandId = await engine.addBrand()
  const first = engine.addMention(brandId, 'palabra0 primera', { author: 'Ana' })
  const rest = Array.from({ length: 9 }, (_, n) =>
    engine.addMention(brandId, `palabra${n % 3} número ${n}`, {
      author: ['Ana', 'Luis', 'Eva'][n % 3] ?? 'Ana',
      ...(n % 4 === 0 ? { answers: first } : {}),
    }),
  )
  return { engine, brandId, ids: [first, ...rest], said: 0 }
}

const earlier = fc.array(fc.oneof({ weight: 3, arbitrary: anyAct }, gathering), { maxLength: 6 })

async function doAll(world: World, steps: typeof earlier extends fc.Arbitrary<infer V> ? V : never) {
  for (const step of steps) {
    if ('to' in step && typeof step.to === 'number') await gatherMore(world, step)
    else await doAnyAct(world, step)
  }
}

/** What the counters should say, counted anew. */
function recount(db: Database) {
  return db
    .prepare(
      `SELECT 'status' AS subject, status AS key, count(*) AS n FROM mention_state GROUP BY status
       UNION ALL SELECT 'unanswered', 1, count(*) FROM mention_state WHERE unanswered = 1 HAVING count(*) > 0
       UNION ALL SELECT 'tag', tag_id, count(*) FROM mention_tag GROUP BY tag_id
       UNION ALL SELECT 'source', source_id, count(*) FROM mention GROUP BY source_id ORDER BY 1, 2`,
    )
    .all()
}

const counters = (db: Database) => db.prepare('SELECT subject, key, n FROM counter ORDER BY 1, 2').all()

test('whatever was done, undoing it gives back every table to the byte, where nothing came between', async () => {
  const world = await startWorld()
  const db = world.engine.fileOf(world.brandId)
  await fc.assert(
    fc.asyncProperty(earlier, anyAct, async (before, each) => {
      await doAll(world, before)
      const held = everythingIn(db)
      const actId = await doAnyAct(world, each)
      if (actId === null) {
        expect(everythingIn(db)).toEqual(held)
        return
      }
      expect((await world.engine.call('acts.undo', { actId })).left).toEqual([])
      expect(everythingIn(db)).toEqual(held)
      expect(counters(db)).toEqual(recount(db))
    }),
    { numRuns: 100, seed: 21 },
  )
}, 60_000)

/** Every field an act may write, by a name that lasts: tags by their uid, since their rows may go and come again. */
function fieldsIn(db: Database): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  const states = db.prepare<[], Record<string, string | number | null>>('SELECT * FROM mention_state').all()
  for (const { id, status, reason, snoozed_until: until } of states) {
    const name = ['new', 'open', 'pending', 'resolved'][Number(status)] ?? ''
    fields.set(`mention ${String(id)} status`, reason === null ? name : `${name} ${String(reason)}`)
    fields.set(`mention ${String(id)} snoozed_until`, until)
  }
  const worn = 'SELECT mention_id AS id, uid FROM mention_tag JOIN tag ON tag.id = tag_id'
  for (const { id, uid } of db.prepare<[], Record<string, unknown>>(worn).all())
    fields.set(`mention ${String(id)} tag:${String(uid)}`, 1)
  for (const { uid, ...tag } of db.prepare<[], Record<string, unknown>>('SELECT * FROM tag').all())
    for (const name of ['path', 'colour', 'description', 'synonyms', 'formerly', 'retired_at'])
      fields.set(`tag ${name} ${String(uid)}`, tag[name])
  for (const { id, ...rule } of db.prepare<[], Record<string, unknown>>('SELECT * FROM rule').all())
    for (const name of ['name', 'question', 'acts', 'stops', 'works', 'position', 'removed_at'])
      fields.set(`rule ${String(id)} ${name}`, rule[name])
  return fields
}

interface Change {
  readonly key: string
  readonly before: unknown
  readonly after: unknown
  readonly subject: string
  readonly field: string
}

/** What the journal says an act wrote. */
function changesOf(db: Database, actId: ActId): Change[] {
  const sql = `SELECT subject, row_id AS row, field, before, after FROM act_change
    WHERE act_id = (SELECT id FROM act WHERE uid = ?)`
  const rows = db
    .prepare<[string], { subject: string; row: number; field: string; before: unknown; after: unknown }>(sql)
    .all(actPlace(actId).uid)
  return rows.map(({ subject, row, field, before, after }) => ({
    subject,
    field,
    before,
    after,
    key: subject === 'tag' ? `tag ${field}` : `${subject} ${row} ${field}`,
  }))
}

/** A tag nobody carries has no row to say so. */
const heldAs = (fields: ReadonlyMap<string, unknown>, { key, field }: Change) =>
  fields.get(key) ?? (field.startsWith('tag:') ? 0 : null)

const IS_FIELD =
  /^(?:status|snoozed_until|tag:.*|(?:path|colour|description|synonyms|formerly|retired_at) .*|name|question|acts|stops|works|position|removed_at)$/

test('with gathering and other acts between, undo changes only what still holds what the act wrote, and lists the rest', async () => {
  const world = await startWorld()
  const db = world.engine.fileOf(world.brandId)
  let tried = 0
  await fc.assert(
    fc.asyncProperty(earlier, anyAct, earlier, async (before, each, between) => {
      await doAll(world, before)
      const actId = await doAnyAct(world, each)
      if (actId === null) return
      await doAll(world, between)
      const changes = changesOf(db, actId)
      const held = fieldsIn(db)
      const { left } = await world.engine.call('acts.undo', { actId })
      const now = fieldsIn(db)
      expect(counters(db)).toEqual(recount(db))
      // What is shown together is undone as a whole; twins.test.ts says how.
      if (changes.some(({ subject }) => subject === 'twin')) return
      tried += 1
      const written = new Map(changes.map((change) => [change.key, change]))
      for (const change of changes.filter(({ field }) => IS_FIELD.test(field))) {
        const was = heldAs(held, change)
        const is = heldAs(now, change)
        if (was === change.after && is === change.before) continue
        // Left as it was, and said so.
        expect({ change, is }).toEqual({ change, is: was })
        expect(left.length).toBeGreaterThan(0)
      }
      const goneOrCome = new Set([
        ...changes.filter(({ field }) => field === 'created' || field.startsWith('removed ')).map(uidOf),
        ...madeAgain(db, changes),
      ])
      for (const key of new Set([...held.keys(), ...now.keys()])) {
        if (written.has(key) || [...goneOrCome].some((uid) => key.includes(uid))) continue
        // A head takes its state along when it stops being one; nothing here does that.
        expect({ key, is: now.get(key) }).toEqual({ key, is: held.get(key) })
      }
    }),
    { numRuns: 100, seed: 33 },
  )
  expect(tried).toBeGreaterThan(40)
}, 60_000)

/** The tag or rule that an act made or took away. */
function uidOf({ subject, field, after, key }: Change): string {
  if (field.startsWith('removed ')) return field.slice('removed '.length)
  return subject === 'tag' ? String(after) : key.replace(/ created$/, ' ')
}

/** Tags that were made anew under the name of one that the act took away: they stand for it. */
function madeAgain(db: Database, changes: readonly Change[]): string[] {
  return changes
    .filter(({ field }) => field.startsWith('removed '))
    .flatMap(({ before }) => {
      const sql = "SELECT uid FROM tag WHERE key = json_extract(?, '$.key')"
      return db.prepare<[unknown], { uid: string }>(sql).all(before)
    })
    .map(({ uid }) => uid)
}
