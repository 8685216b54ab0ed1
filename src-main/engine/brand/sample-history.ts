import { newUid } from '../store/uid.ts'
import { saveDraft } from '../answer/drafts-store.ts'
import { addPromise } from '../answer/promises-store.ts'
import { ensurePerson } from '../answer/people/store.ts'
import { insertReply } from '../answer/replies-store.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { noteOurWord } from '../triage/conversation-store.ts'
import { addToCounter, STATUS, writeStates } from '../triage/state-store.ts'
import { addTag, findTag } from '../triage/tags-store.ts'
import { dayOf, startOf } from '../../contract/day.ts'
import type { SampleHistory } from './sample-files.ts'

const DAY_MS = 86_400_000
const SIX_IN_THE_EVENING_MS = 18 * 3_600_000

/** Row of a mention by its external id. */
export type Rows = (externalId: string) => number

/** Writes what had been done about the sample brand's mentions before the user first looks at it. */
export function writeSampleHistory(
  file: BrandFile,
  history: SampleHistory,
  rows: Rows,
  { now, timezone }: { readonly now: number; readonly timezone: string },
): void {
  for (const [externalId, paths] of Object.entries(history.tags)) {
    for (const path of paths) tagMention(file, rows(externalId), path, now)
  }
  for (const { externalId, body, ago } of history.replies) writeReply(file, rows(externalId), body, now - ago)
  for (const { externalId, text, madeAgo, dueDay, state } of history.promises) {
    const day = dayOf(now + dueDay * DAY_MS, timezone)
    const dueAt = startOf(day, timezone) + SIX_IN_THE_EVENING_MS
    const row = addPromise(file, {
      mention: rows(externalId),
      reply: null,
      text,
      dueAt,
      madeAt: now - madeAgo,
    })
    if (state !== 'open') settlePromise(file, row, state, dueAt)
  }
  writeRevisions(file, history, rows, now)
  for (const { externalId, body } of history.drafts) saveDraft(file, rows(externalId), body, now)
  writePeople(file, history)
  writeStatuses(file, history, rows, now)
}

function tagMention(file: BrandFile, mention: number, path: string, now: number): void {
  const tag = findTag(file, path) ?? addTag(file, path, now)
  prepared<[number, number]>(file.db, 'INSERT INTO mention_tag (tag_id, mention_id) VALUES (?, ?)').run(
    tag.id,
    mention,
  )
  addToCounter(file.db, 'tag', tag.id, 1)
}

function writeReply(file: BrandFile, mention: number, body: string, at: number): void {
  const { db } = file
  const row = insertReply(file, {
    uid: newUid(),
    mention,
    body,
    channel: 'by-hand',
    promises: [],
    at,
    state: 'queued',
    account: null,
    key: '',
    notBefore: null,
  })
  prepared<[number, number]>(db, "UPDATE reply SET state = 'sent', settled_at = ? WHERE id = ?").run(at, row)
  const { conversation } = prepared<[number], { conversation: number }>(
    db,
    'SELECT conversation_id AS conversation FROM reply WHERE id = ?',
  ).get(row) ?? { conversation: mention }
  noteOurWord(db, conversation, at)
}

function settlePromise({ db }: BrandFile, row: number, state: 'kept' | 'broken', at: number): void {
  prepared<[string, number, number]>(db, 'UPDATE promise SET state = ?, settled_at = ? WHERE id = ?').run(
    state,
    at,
    row,
  )
}

function writeRevisions({ db }: BrandFile, { revisions }: SampleHistory, rows: Rows, now: number): void {
  const insert = prepared<[Record<string, unknown>]>(
    db,
    `INSERT INTO revision (mention_id, title, body, html, rating_value, rating_worst, rating_best, replaced_at)
     VALUES (@mention, @title, @text, '', @value, @worst, @best, @at)`,
  )
  for (const [externalId, earlier] of Object.entries(revisions)) {
    for (const { title, text, rating, replacedAgo } of earlier) {
      const { value, worst, best } = rating ?? { value: null, worst: null, best: null }
      insert.run({ mention: rows(externalId), title, text, value, worst, best, at: now - replacedAgo })
    }
  }
}

function writePeople({ db }: BrandFile, { people }: SampleHistory): void {
  const find = prepared<[string], { row: number }>(
    db,
    'SELECT person_id AS row FROM author WHERE handle = ? ORDER BY person_id',
  )
  const update = prepared<[Record<string, unknown>]>(
    db,
    'UPDATE person SET first_name = @firstName, address = @address, notes = @notes WHERE id = @row',
  )
  const bring = prepared<[number, string]>(db, 'UPDATE author SET person_id = ? WHERE handle = ?')
  for (const { handle, firstName, address, notes } of people) {
    // Somebody has told already that the handles of all these places are one person's.
    const [first] = find.all(handle)
    if (first === undefined) continue
    bring.run(first.row, handle)
    ensurePerson(db, first.row)
    update.run({ row: first.row, firstName, address, notes })
  }
}

/** Last, because what was done before may have changed them. */
function writeStatuses({ db }: BrandFile, { statuses }: SampleHistory, rows: Rows, now: number): void {
  const entries = Object.entries(statuses)
  const all = prepared<[], { id: number }>(db, 'SELECT id FROM mention_state').all()
  const update = prepared<[Record<string, unknown>]>(
    db,
    'UPDATE mention_state SET status = @status, reason = @reason, came_back_at = @cameBackAt WHERE id = @id',
  )
  writeStates(
    db,
    all.map(({ id }) => id),
    () => {
      for (const [externalId, { to, reason, ago, cameBack }] of entries) {
        update.run({
          id: rows(externalId),
          status: STATUS[to],
          reason: to === 'resolved' ? (reason ?? 'no-reply-needed') : null,
          cameBackAt: cameBack === true ? now - ago : null,
        })
      }
    },
  )
}
