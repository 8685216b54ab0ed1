import type { Database } from 'better-sqlite3'
import type { BrandFile } from '../../store/brand-file.ts'
import { timeOfRow } from '../../store/mention-key.ts'
import { isOfConversation } from '../../store/conversation-rows.ts'
import { prepared } from '../../store/prepared.ts'
import { STATED, statedOf } from '../../triage/stated-columns.ts'
import { rowsOfConversations, STATUS, writeStates } from '../../triage/state-store.ts'
import {
  copyState,
  copyTags,
  findGroup,
  leaveGroup,
  listTagRows,
  membersOf,
  takeTag,
} from '../../triage/twins-store.ts'
import { answeredBy, type InConversation } from './answered.ts'
import { isOurVoice, toOwnHandles } from './voice.ts'

interface AuthorRow {
  readonly id: number
  readonly host: string
  readonly name: string
  readonly handle: string | null
  readonly url: string | null
}

/** The brand's handles changed: what they wrote becomes our voice, what others wrote is no longer. In the caller's transaction. */
export function recogniseOurVoice({ db }: Pick<BrandFile, 'db'>): void {
  const { become, cease } = whoseVoiceChanges(db)
  const changed = [...become, ...cease].map(({ row }) => row)
  if (changed.length === 0) return
  markVoice(db, become, 1)
  markVoice(db, cease, 0)
  noteOurLastWords(db, changed)
  const answered = become.flatMap((said) => answeredBy(db, said))
  // What is ours is shown with nothing else: who stood behind it stands for itself, decided as it was.
  const heirs = become.map(({ row }) => ({ of: row, heir: leaveGroup(db, row) }))
  const standing = heirs.flatMap(({ heir }) => heir ?? [])
  writeStates(db, [...changed, ...answered, ...standing, ...rowsOfConversations(db, changed)], () => {
    for (const { of, heir } of heirs) if (heir !== null) inherit(db, of, heir)
    for (const { row } of become) {
      for (const tag of listTagRows(db, row)) takeTag(db, tag, row)
      prepared<[number]>(db, 'DELETE FROM mention_state WHERE id = ?').run(row)
    }
    for (const { row } of cease) giveState(db, row)
    for (const row of answered) resolveAnswered(db, row)
  })
}

/** Every mention of which something may change with the handles as they are now: those, their conversations, their groups. */
export function listVoiceRows(db: Database): number[] {
  const { become, cease } = whoseVoiceChanges(db)
  const changed = [...become, ...cease].map(({ row }) => row)
  const groups = become.flatMap(({ row }) => membersOf(findGroup(db, row)))
  return [...new Set([...changed, ...groups, ...rowsOfConversations(db, changed)])].sort((a, b) => a - b)
}

function whoseVoiceChanges(db: Database) {
  const brand = prepared<[], { handles: string }>(db, 'SELECT handles FROM brand').get()
  const list: unknown = JSON.parse(brand?.handles ?? '[]')
  const handles = toOwnHandles(Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [])
  const authors = prepared<[], AuthorRow>(db, 'SELECT id, host, name, handle, url FROM author').all()
  const isOurs = (author: AuthorRow) => isOurVoice(handles, author, author.host)
  const others = authors.filter((author) => !isOurs(author))
  return { become: mentionsOf(db, authors.filter(isOurs), 0), cease: mentionsOf(db, others, 1) }
}

function inherit(db: Database, from: number, to: number): void {
  copyState(db, from, to)
  copyTags(db, from, to)
}

function mentionsOf(db: Database, authors: readonly AuthorRow[], ourVoice: 0 | 1): InConversation[] {
  return prepared<[string, number], InConversation>(
    db,
    `SELECT id AS row, conversation_id AS conversationId, external_id AS externalId, author_id AS authorId,
       in_reply_to AS inReplyTo
     FROM mention JOIN mention_text USING (id)
     WHERE author_id IN (SELECT value FROM json_each(?)) AND our_voice = ? ORDER BY id`,
  ).all(JSON.stringify(authors.map(({ id }) => id)), ourVoice)
}

function markVoice(db: Database, mentions: readonly InConversation[], ourVoice: 0 | 1): void {
  prepared<[number, string]>(
    db,
    'UPDATE mention SET our_voice = ? WHERE id IN (SELECT value FROM json_each(?))',
  ).run(ourVoice, JSON.stringify(mentions.map(({ row }) => row)))
}

/** When we last spoke in the conversations of some mentions. One in which we never did gets no row for that. */
export function noteOurLastWords(db: Database, rows: readonly number[]): void {
  prepared<[string]>(
    db,
    `INSERT INTO conversation (id, our_last_at)
     SELECT id, spoke_at FROM (
       SELECT ours.id, nullif(max(
         coalesce((SELECT max(id) / 2097152 * 1000 FROM mention
           WHERE ${isOfConversation('mention', 'ours.id')} AND our_voice = 1), 0),
         coalesce((SELECT max(settled_at) FROM reply WHERE conversation_id = ours.id AND state = 'sent'), 0)), 0) AS spoke_at
       FROM (SELECT DISTINCT conversation_id AS id FROM mention WHERE id IN (SELECT value FROM json_each(?))) AS ours
     ) AS spoken
     WHERE spoke_at IS NOT NULL OR id IN (SELECT id FROM conversation)
     ON CONFLICT (id) DO UPDATE SET our_last_at = excluded.our_last_at`,
  ).run(JSON.stringify(rows))
}

function giveState(db: Database, row: number): void {
  const source = prepared<[number], { answers_from: number }>(
    db,
    'SELECT answers_from FROM source JOIN mention ON mention.source_id = source.id WHERE mention.id = ?',
  ).get(row)
  const isBefore = source !== undefined && timeOfRow(row) < source.answers_from
  prepared<[{ row: number; status: number; reason: string | null }]>(
    db,
    `INSERT OR IGNORE INTO mention_state (id, status, reason, unanswered, ${STATED})
     VALUES (@row, @status, @reason, 0, ${statedOf('@row')})`,
  ).run({
    row,
    status: isBefore ? STATUS.resolved : STATUS.new,
    reason: isBefore ? 'before-our-time' : null,
  })
}

function resolveAnswered(db: Database, row: number): void {
  prepared<[number, number]>(
    db,
    `UPDATE mention_state SET status = ?, reason = 'answered' WHERE id = ? AND status < ${STATUS.pending}`,
  ).run(STATUS.resolved, row)
}
