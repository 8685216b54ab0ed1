import { newUid } from '../store/uid.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'

/** Keeps the one draft of a mention; an empty one is let go. */
export function saveDraft({ db }: BrandFile, mention: number, body: string, now: number): void {
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

/** Puts an answer's text back where it can be written on, after whatever was written since. */
export function returnToDraft(file: BrandFile, mention: number, body: string, now: number): void {
  const since = prepared<[number], { body: string }>(
    file.db,
    'SELECT body FROM draft WHERE mention_id = ?',
  ).get(mention)
  saveDraft(
    file,
    mention,
    since === undefined || since.body === body ? body : `${body}\n\n${since.body}`,
    now,
  )
}
