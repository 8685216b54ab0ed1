import type { MentionWhole } from '../../contract/mentions.ts'
import { newUid } from '../store/uid.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { toInstant } from '../store/time.ts'
import { beginsNewVersion } from './draft-versions.ts'

interface DraftRow {
  readonly body: string
  readonly saved_at: number
}

/** Keeps the one draft of a mention, and what it was before where it becomes something else; an empty one is let go. */
export function saveDraft(file: BrandFile, mention: number, body: string, now: number): void {
  const before = findDraft(file, mention)
  if (before && beginsNewVersion({ body: before.body, at: before.saved_at }, { body, at: now }))
    keepVersion(file, mention, before)
  writeDraft(file, mention, body, now)
}

/** Lets go of a draft whose words went elsewhere: they are in a reply now. */
export function dropDraft(file: BrandFile, mention: number, now: number): void {
  writeDraft(file, mention, '', now)
}

function writeDraft({ db }: BrandFile, mention: number, body: string, now: number): void {
  if (body.trim() === '') {
    prepared<[number]>(db, 'DELETE FROM draft WHERE mention_id = ?').run(mention)
    return
  }
  prepared<[string, number, string, number]>(
    db,
    `INSERT INTO draft (uid, mention_id, body, saved_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (mention_id) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
  ).run(newUid(), mention, body, now)
}

function findDraft({ db }: BrandFile, mention: number): DraftRow | undefined {
  return prepared<[number], DraftRow>(db, 'SELECT body, saved_at FROM draft WHERE mention_id = ?').get(
    mention,
  )
}

/** More than anybody looks through; the oldest go. */
const KEPT_VERSIONS = 30

function keepVersion({ db }: BrandFile, mention: number, { body, saved_at: savedAt }: DraftRow): void {
  prepared<[number, string]>(db, 'DELETE FROM draft_version WHERE mention_id = ? AND body = ?').run(
    mention,
    body,
  )
  prepared<[string, number, string, number]>(
    db,
    'INSERT INTO draft_version (uid, mention_id, body, saved_at) VALUES (?, ?, ?, ?)',
  ).run(newUid(), mention, body, savedAt)
  prepared<[number, number]>(
    db,
    `DELETE FROM draft_version WHERE id IN (
       SELECT id FROM draft_version WHERE mention_id = ? ORDER BY saved_at DESC, id DESC LIMIT -1 OFFSET ?)`,
  ).run(mention, KEPT_VERSIONS)
}

/** Puts an answer's text back where it can be written on, after whatever was written since. */
export function returnToDraft(file: BrandFile, mention: number, body: string, now: number): void {
  const since = findDraft(file, mention)
  saveDraft(
    file,
    mention,
    since === undefined || since.body === body ? body : `${body}\n\n${since.body}`,
    now,
  )
}

/** The draft, where there is one, and what it was before, the newest first. */
export function listDrafts(file: BrandFile, mention: number): MentionWhole['drafts'] {
  const draft = findDraft(file, mention)
  const versions = prepared<[number], DraftRow>(
    file.db,
    'SELECT body, saved_at FROM draft_version WHERE mention_id = ? ORDER BY saved_at DESC, id DESC',
  ).all(mention)
  const shown = (state: 'now' | 'earlier', { body, saved_at: savedAt }: DraftRow) => ({
    body,
    savedAt: toInstant(savedAt),
    state,
  })
  return [
    ...(draft ? [shown('now', draft)] : []),
    ...versions.filter(({ body }) => body !== draft?.body).map((row) => shown('earlier', row)),
  ]
}
