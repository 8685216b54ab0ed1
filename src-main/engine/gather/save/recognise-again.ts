import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import { STATUS, writeStates } from '../../triage/state-store.ts'
import { isOurVoice, toOwnHandles } from './voice.ts'

interface AuthorRow {
  readonly id: number
  readonly host: string
  readonly name: string
  readonly handle: string | null
  readonly url: string | null
}

/**
 * The brand's handles changed: what they wrote before becomes our voice, and what is theirs no longer becomes a
 * mention again, open, so that a person looks at it.
 */
export function recogniseOurVoiceAgain(db: Database, handles: readonly string[]): void {
  const own = toOwnHandles(handles)
  const authors = prepared<[], AuthorRow>(db, 'SELECT id, host, name, handle, url FROM author').all()
  const ours = authors.filter((author) => isOurVoice(own, author, author.host)).map(({ id }) => id)
  const became = listRows(db, ours, 'our_voice = 0 AND author_id IN')
  const ceased = listRows(db, ours, 'our_voice = 1 AND author_id NOT IN')
  const conversations = [...became, ...ceased]
  writeStates(db, became, () => {
    prepared<[string]>(db, 'DELETE FROM mention_state WHERE id IN (SELECT value FROM json_each(?))').run(
      JSON.stringify(became),
    )
    setVoice(db, became, 1)
  })
  writeStates(db, ceased, () => {
    setVoice(db, ceased, 0)
    prepared<[number, string]>(
      db,
      `INSERT INTO mention_state (id, status, reason, unanswered) SELECT value, ?, NULL, 0 FROM json_each(?)`,
    ).run(STATUS.open, JSON.stringify(ceased))
  })
  refreshOurLast(db, conversations)
}

function listRows(
  db: Database,
  ours: readonly number[],
  which: 'our_voice = 0 AND author_id IN' | 'our_voice = 1 AND author_id NOT IN',
): number[] {
  return prepared<[string], { id: number }>(
    db,
    `SELECT id FROM mention WHERE ${which} (SELECT value FROM json_each(?))`,
  )
    .all(JSON.stringify(ours))
    .map(({ id }) => id)
}

function setVoice(db: Database, rows: readonly number[], voice: 0 | 1): void {
  prepared<[number, string]>(
    db,
    'UPDATE mention SET our_voice = ? WHERE id IN (SELECT value FROM json_each(?))',
  ).run(voice, JSON.stringify(rows))
}

/** When we last spoke in these rows' conversations, told anew, and who waits there after it. */
function refreshOurLast(db: Database, rows: readonly number[]): void {
  const within = JSON.stringify(rows)
  const members = prepared<[string], { id: number }>(
    db,
    `SELECT id FROM mention_state WHERE id IN (SELECT id FROM mention WHERE conversation_id IN
       (SELECT conversation_id FROM mention WHERE id IN (SELECT value FROM json_each(?))))`,
  ).all(within)
  writeStates(
    db,
    members.map(({ id }) => id),
    () =>
      prepared<[string]>(
        db,
        `UPDATE conversation SET our_last_at = (SELECT max(at) FROM (
           SELECT mention.id / 2097152 * 1000 AS at FROM mention
           WHERE mention.conversation_id = conversation.id AND mention.our_voice = 1
           UNION ALL
           SELECT reply.settled_at FROM reply WHERE reply.conversation_id = conversation.id AND reply.state = 'sent'))
         WHERE id IN (SELECT conversation_id FROM mention WHERE id IN (SELECT value FROM json_each(?)))`,
      ).run(within),
  )
}
