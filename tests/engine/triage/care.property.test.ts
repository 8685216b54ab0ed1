import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeInCare } from '../../../src-main/engine/triage/care/care-store.ts'
import { remakeSome } from '../../../src-main/engine/understand/remake-store.ts'
import { anyAct, doAnyAct, gatherMore, gathering, type World } from '../../support/random-acts.ts'
import { otherAct } from '../../support/random-other-acts.ts'
import { seed } from '../../support/seed.ts'
import { startTestEngine } from '../../support/test-engine.ts'

async function startWorld(): Promise<World> {
  const engine = startTestEngine({ at: '2026-03-04T09:00:00Z' })
  const brandId = await engine.addBrand({ handles: ['CafeLuna'] })
  for (const title of ['Reseñas de barrio', 'Foro']) engine.addSource(brandId, { title })
  const first = engine.addMention(brandId, 'palabra0 primera', { author: 'Ana', rating: 1 })
  const rest = Array.from({ length: 9 }, (_, n) =>
    engine.addMention(brandId, `palabra${n % 3} número ${n}`, {
      author: ['Ana', 'Luis', 'Eva'][n % 3] ?? 'Ana',
      ...(n % 4 === 0 ? { answers: first } : {}),
    }),
  )
  return { engine, brandId, ids: [first, ...rest], said: 0 }
}

const placesIn = (db: Database) =>
  db.prepare('SELECT id, care FROM mention_state WHERE unanswered = 1 ORDER BY id').all()

/** Where everything would stand if it were placed now; the file stays as it is. */
function placedAnew(db: Database): unknown[] {
  db.exec('BEGIN IMMEDIATE')
  try {
    db.exec('UPDATE mention_state SET care = NULL')
    placeInCare(db)
    return placesIn(db)
  } finally {
    db.exec('ROLLBACK')
  }
}

/** Who people are, and what they were promised, moves them more than most. */
const moving = otherAct.filter(({ does }) => /^(?:people|promises)\./.test(does))
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: moving },
    { weight: 3, arbitrary: anyAct },
    { weight: 2, arbitrary: gathering },
  ),
  { minLength: 5, maxLength: 9 },
)

test('whatever is done, undone and gathered, everybody stands where their reasons say in the order of care', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (all, undo) => {
      const world = await startWorld()
      const db = world.engine.fileOf(world.brandId)
      for (const step of all) {
        if ('to' in step && typeof step.to === 'number') await gatherMore(world, step)
        else {
          const actId = await doAnyAct(world, step)
          if (undo && actId !== null) await world.engine.call('acts.undo', { actId })
        }
        while (remakeSome(db) === 'more');
        expect({ step, places: placesIn(db) }).toEqual({ step, places: placedAnew(db) })
      }
      await world.engine.close()
    }),
    { numRuns: 6, seed: seed(13) },
  )
}, 60_000)
