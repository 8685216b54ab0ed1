import type { Database } from 'better-sqlite3'
import { newUid } from '../../store/uid.ts'
import { prepared } from '../../store/prepared.ts'
import { canonicalUrl } from '../read/canonical-url.ts'
import { identityOfAddress, identityOfId } from './identity.ts'

export interface Placed {
  readonly conversationId: number
  /** Another conversation turned out to be this one: its members' states are to be looked at again. */
  readonly merged: boolean
}

/**
 * The conversation an item belongs to. An answer may be gathered before its question: then the conversation waits
 * under the key of what it answers, and the question finds it when it comes.
 */
export function placeInConversation(
  db: Database,
  host: string,
  externalId: string | null,
  inReplyTo: string | null,
): Placed {
  const own = externalId === null ? null : findByKey(db, keyOf(host, externalId))
  if (inReplyTo === null || inReplyTo === externalId) return joinOrAdd(db, host, externalId, own)
  const parent = findConversationOf(db, host, inReplyTo) ?? findByKey(db, keyOf(host, inReplyTo))
  if (parent === null) return waitFor(db, keyOf(host, inReplyTo), own)
  if (own === null || own === parent) return { conversationId: parent, merged: false }
  merge(db, own, parent)
  return { conversationId: parent, merged: true }
}

function keyOf(host: string, externalId: string): string {
  return `${host} ${externalId}`
}

function joinOrAdd(db: Database, host: string, externalId: string | null, own: number | null): Placed {
  if (own !== null) return { conversationId: own, merged: false }
  return { conversationId: add(db, externalId === null ? null : keyOf(host, externalId)), merged: false }
}

function waitFor(db: Database, key: string, own: number | null): Placed {
  if (own === null) return { conversationId: add(db, key), merged: false }
  // What this conversation waited for is here, and is itself an answer: now it waits for that question.
  prepared<[string, number]>(db, 'UPDATE conversation SET key = ? WHERE id = ?').run(key, own)
  return { conversationId: own, merged: false }
}

function add(db: Database, key: string | null): number {
  const row = prepared<[string, string | null], { id: number }>(
    db,
    'INSERT INTO conversation (uid, key) VALUES (?, ?) RETURNING id',
  ).get(newUid(), key)
  if (!row) throw new Error('A conversation could not be added.')
  return row.id
}

function findByKey(db: Database, key: string): number | null {
  const row = prepared<[string], { id: number }>(db, 'SELECT id FROM conversation WHERE key = ?').get(key)
  return row?.id ?? null
}

/** By the id it answers, or by its address where the place names that. */
function findConversationOf(db: Database, host: string, inReplyTo: string): number | null {
  const address = canonicalUrl(inReplyTo)
  const identities = [
    identityOfId(host, inReplyTo),
    ...(address === null ? [] : [identityOfAddress(address)]),
  ]
  for (const { hash } of identities) {
    const row = prepared<[Buffer], { id: number }>(
      db,
      'SELECT conversation_id AS id FROM mention WHERE identity = ?',
    ).get(hash)
    if (row) return row.id
  }
  return null
}

function merge(db: Database, from: number, into: number): void {
  prepared<[number, number]>(db, 'UPDATE mention SET conversation_id = ? WHERE conversation_id = ?').run(
    into,
    from,
  )
  prepared<[number, number]>(db, 'UPDATE reply SET conversation_id = ? WHERE conversation_id = ?').run(
    into,
    from,
  )
  prepared<[number, number]>(
    db,
    `UPDATE conversation SET our_last_at = nullif(max(coalesce(our_last_at, 0),
       coalesce((SELECT our_last_at FROM conversation WHERE id = ?), 0)), 0) WHERE id = ?`,
  ).run(from, into)
  prepared<[number]>(db, 'DELETE FROM conversation WHERE id = ?').run(from)
}

/** The brand spoke in it at this time. */
export function noteOurWord(db: Database, conversationId: number, at: number): void {
  prepared<[number, number]>(
    db,
    'UPDATE conversation SET our_last_at = max(coalesce(our_last_at, 0), ?) WHERE id = ?',
  ).run(at, conversationId)
}

export function ourLastAt(db: Database, conversationId: number): number | null {
  const row = prepared<[number], { at: number | null }>(
    db,
    'SELECT our_last_at AS at FROM conversation WHERE id = ?',
  ).get(conversationId)
  return row?.at ?? null
}
