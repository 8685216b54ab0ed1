import type { Database } from 'better-sqlite3'
import { Failure } from '../../../contract/failure.ts'
import { prepared } from '../../store/prepared.ts'
import { TURN_PLACES } from './turn-places.ts'
import type { AskedBefore } from './waits.ts'

/** What a source's own notes say, with its failure as one. */
export function askedBefore<Noted extends { readonly error: string | null }>(
  source: Noted,
): Noted & { readonly failure: Failure | null } {
  return { ...source, failure: source.error === null ? null : Failure.parse(JSON.parse(source.error)) }
}

interface Row extends Omit<AskedBefore, 'failure'> {
  readonly error: string | null
}

const IN_TURN = TURN_PLACES.map(({ domain }) => `OR url LIKE '%${domain}%'`).join(' ')

/** The sources of a brand that say when their place may be asked: told to wait, or asked in turns. Removed ones count. */
export function listAskedBefore(db: Database): AskedBefore[] {
  const rows = prepared<[], Row>(
    db,
    `SELECT url, private_origin, last_try_at, error FROM source_health JOIN source ON source.id = source_id
     WHERE last_try_at IS NOT NULL AND (error ->> 'kind' = 'throttled' ${IN_TURN})`,
  ).all()
  return rows.map(askedBefore)
}
