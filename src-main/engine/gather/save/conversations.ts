import type { Database } from 'better-sqlite3'
import { isOfConversation } from '../../store/conversation-rows.ts'
import { prepared } from '../../store/prepared.ts'
import { canonicalUrl } from '../read/canonical-url.ts'
import { bytesOf, identityOfAddress, identityOfId } from './identity.ts'

export interface Placed {
  readonly conversationId: number
  /** Another conversation turned out to be this one: its members' states are to be looked at again. */
  readonly merged: boolean
}

export interface ToPlace {
  /** The row the mention is about to have: the conversation's id while nobody else is in it. */
  readonly row: number
  readonly host: string
  readonly externalId: string | null
  readonly inReplyTo: string | null
  /**
   * Whether a conversation may wait for it by its external id. None does where that id is not its own: an answer to an
   * id that others have as well would find any of them.
   */
  readonly mayBeWaitedFor: boolean
}

/**
 * The conversation an item belongs to. An answer may be gathered before its question: then the conversation waits
 * under the key of what it answers, and the question finds it when it comes.
 */
export function placeInConversation(db: Database, item: ToPlace): Placed {
  const { row, host, externalId, inReplyTo, mayBeWaitedFor } = item
  const own = externalId === null || !mayBeWaitedFor ? null : findByKey(db, conversationKey(host, externalId))
  if (inReplyTo === null || inReplyTo === externalId) return { conversationId: own ?? row, merged: false }
  const parent = findConversationOf(db, host, inReplyTo) ?? findByKey(db, conversationKey(host, inReplyTo))
  if (parent === null) return waitFor(db, conversationKey(host, inReplyTo), own ?? row)
  if (own === null || own === parent) return { conversationId: parent, merged: false }
  merge(db, own, parent)
  return { conversationId: parent, merged: true }
}

/** Under which the answers to a mention wait for it. */
export function conversationKey(host: string, externalId: string): string {
  return `${host} ${externalId}`
}

/** Where others waited for it and it is itself an answer, all of them wait for that question now. */
function waitFor(db: Database, key: string, conversation: number): Placed {
  writeKey(db, conversation, key)
  return { conversationId: conversation, merged: false }
}

function writeKey(db: Database, conversation: number, key: string): void {
  prepared<[number, string]>(
    db,
    'INSERT INTO conversation (id, key) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET key = excluded.key',
  ).run(conversation, key)
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
  for (const identity of identities) {
    const row = prepared<[Buffer], { id: number }>(
      db,
      'SELECT conversation_id AS id FROM mention WHERE identity = ?',
    ).get(bytesOf(identity))
    if (row) return row.id
  }
  return null
}

function merge(db: Database, from: number, into: number): void {
  prepared<[{ from: number; into: number }]>(
    db,
    `UPDATE mention SET conversation_id = @into WHERE ${isOfConversation('mention', '@from')}`,
  ).run({ from, into })
  prepared<[number, number]>(db, 'UPDATE reply SET conversation_id = ? WHERE conversation_id = ?').run(
    into,
    from,
  )
  prepared<[number, number]>(
    db,
    `INSERT INTO conversation (id, our_last_at) SELECT ?, our_last_at FROM conversation WHERE id = ?
     ON CONFLICT (id) DO UPDATE SET
       our_last_at = nullif(max(coalesce(our_last_at, 0), coalesce(excluded.our_last_at, 0)), 0)`,
  ).run(into, from)
  prepared<[number]>(db, 'DELETE FROM conversation WHERE id = ?').run(from)
}
