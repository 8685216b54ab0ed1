import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { changed, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { versionOf } from '../store/while-unchanged.ts'
import { countInBackground, MANY } from './background-counts.ts'
import { countUpTo } from './page-store.ts'
import { countMentions } from './question/asked-brand.ts'
import { parseQuestion } from './question/parse.ts'

interface Remembered {
  count: number
  /** What the file held when it was counted; see `versionAt`. */
  version: string
  running: boolean
}

// A cache, not state: each count can be made again, and is when the file has changed.
const remembered = new WeakMap<Database, Map<string, Remembered>>()

/** How long a count waits before it begins, ms. */
const BEGIN_AFTER_MS = 100
/** A brand this small is counted at once. */
const FEW_MENTIONS = 2000

/**
 * How many mentions a question holds, up to one more than `MANY`: as it was last counted. Where that may no longer be
 * true it is counted anew meanwhile, and `changed views` says when it became something else.
 */
export function rememberedCount(context: EngineContext, file: BrandFile, where: string): number {
  const now = context.host.clock.now()
  if (countMentions(file.db) <= FEW_MENTIONS) {
    return countUpTo(file, { question: parseQuestion(where), now }, MANY + 1)
  }
  const counts = remembered.get(file.db) ?? new Map<string, Remembered>()
  remembered.set(file.db, counts)
  const known = counts.get(where) ?? { count: 0, version: '', running: false }
  counts.set(where, known)
  if (known.version !== versionAt(file.db, now) && !known.running) void countAnew(context, file, where, known)
  return known.count
}

async function countAnew(
  context: EngineContext,
  file: BrandFile,
  where: string,
  known: Remembered,
): Promise<void> {
  known.running = true
  try {
    // What was asked for, and what is asked next to be looked at, goes before.
    await pause(BEGIN_AFTER_MS)
    const now = context.host.clock.now()
    const version = versionAt(file.db, now)
    const signal = {
      get aborted() {
        return !file.db.open
      },
    }
    const count = await countInBackground(file, { question: parseQuestion(where), now }, { signal }, MANY)
    const isNews = count !== known.count
    Object.assign(known, { count: Math.min(count, MANY + 1), version })
    if (isNews) changed(context, file.brandId, ['views'])
  } catch (error) {
    // The engine closes, or the brand was erased: nobody asks any more.
    if (file.db.open) context.host.log(`A view could not be counted: ${String(error)}`)
  } finally {
    known.running = false
  }
}

/** Changes with every write, and every minute: what is snoozed comes back by itself. */
function versionAt(db: Database, now: number): string {
  return `${versionOf(db)} ${Math.floor(now / 60_000)}`
}
