import type { Database } from 'better-sqlite3'
import type { MentionKind } from '../../../contract/mentions.ts'
import { timeOfRow } from '../../store/mention-key.ts'
import { prepared } from '../../store/prepared.ts'
import { toRating } from '../../triage/store.ts'
import type { Twin } from './twins-same.ts'

interface Row {
  readonly source_id: number
  readonly kind: MentionKind
  readonly our_voice: 0 | 1
  readonly author_id: number | null
  readonly name: string | null
  readonly handle: string | null
  readonly rating_value: number | null
  readonly rating_worst: number | null
  readonly rating_best: number | null
  readonly title: string
  readonly body: string
  readonly print: Uint8Array | null
  readonly address_hash: number | null
}

/** What is to be known of a mention that is there, to say whether another says the same. Null where it is not there. */
export function findSaid(db: Database, row: number): Twin | null {
  const found = prepared<[number], Row>(
    db,
    `SELECT source_id, kind, our_voice, author_id, author.name, author.handle, rating_value, rating_worst, rating_best,
       title, body, print, address_hash
     FROM mention JOIN mention_text USING (id) LEFT JOIN author ON author.id = author_id WHERE mention.id = ?`,
  ).get(row)
  if (!found) return null
  return {
    sourceRow: found.source_id,
    kind: found.kind,
    ourVoice: found.our_voice === 1,
    at: timeOfRow(row),
    author: found.author_id === null ? null : { name: found.name ?? '', handle: found.handle },
    rating: toRating(found),
    title: found.title,
    text: found.body,
    print: found.print,
    addressHash: found.address_hash,
  }
}

/** When a mention was gathered, and whether anybody has done anything about it since. */
export interface Standing {
  readonly gatheredAt: number
  readonly untouched: boolean
}

/** What nobody has read, snoozed, drafted an answer to or answered. A state that is not written yet is new. */
export function findStanding(db: Database, row: number): Standing {
  const found = prepared<[number], { gatheredAt: number; touched: 0 | 1 }>(
    db,
    `SELECT gathered_at AS gatheredAt,
       EXISTS (SELECT 1 FROM mention_state WHERE id = mention.id AND (status <> 0 AND reason IS NOT 'before-our-time'
         OR snoozed_until IS NOT NULL OR came_back_at IS NOT NULL OR felt IS NOT NULL))
       OR EXISTS (SELECT 1 FROM draft WHERE mention_id = mention.id)
       OR EXISTS (SELECT 1 FROM reply WHERE mention_id = mention.id)
       OR EXISTS (SELECT 1 FROM promise WHERE mention_id = mention.id) AS touched
     FROM mention WHERE id = ?`,
  ).get(row)
  return { gatheredAt: found?.gatheredAt ?? 0, untouched: found?.touched === 0 }
}
