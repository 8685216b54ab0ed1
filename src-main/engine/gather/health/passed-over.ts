import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { distinctItems } from '../save/distinct.ts'

const DAY_MS = 86_400_000
const KEPT_MS = 67 * DAY_MS
/** So that what is listed is not written anew each time. */
const TOUCHED_MS = 7 * DAY_MS

/** Forgets what was passed over and has not been listed for 60 days; never what still is. */
export function forgetPassedOver(
  db: Database,
  source: { readonly id: number; readonly host: string; readonly brings: string },
  listed: readonly ReadMention[],
  now: number,
): void {
  if (source.brings !== 'what-names-us') return
  const hashes = distinctItems(source.host, listed).items.map(({ identity }) => identity.guidHash)
  prepared<[number, number, number, string]>(
    db,
    `UPDATE passed_over SET seen_at = ? WHERE source_id = ? AND seen_at < ?
       AND guid_hash IN (SELECT value FROM json_each(?))`,
  ).run(now, source.id, now - TOUCHED_MS, JSON.stringify(hashes))
  prepared<[number, number]>(db, 'DELETE FROM passed_over WHERE source_id = ? AND seen_at < ?').run(
    source.id,
    now - KEPT_MS,
  )
}
