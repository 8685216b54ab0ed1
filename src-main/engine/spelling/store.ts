import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { newUid } from '../store/uid.ts'

/** The words the user added for a brand, as they wrote them. */
export function listWords({ db }: BrandFile): string[] {
  return prepared<[], { word: string }>(
    db,
    'SELECT word FROM spelling_word WHERE removed_at IS NULL ORDER BY word COLLATE NOCASE',
  )
    .all()
    .map(({ word }) => word)
}

/** The row of a word, written but not there yet where it is new. In the caller's transaction. */
export function ensureWord(
  { db }: BrandFile,
  word: string,
  now: number,
): { readonly row: number; readonly is: 'made' | 'there' } {
  const { changes } = prepared<[string, string, number]>(
    db,
    'INSERT OR IGNORE INTO spelling_word (uid, word, removed_at) VALUES (?, ?, ?)',
  ).run(newUid(), word, now)
  const row = prepared<[string], { id: number }>(db, 'SELECT id FROM spelling_word WHERE word = ?').get(word)
  if (!row) throw new Error('A word could not be written.')
  return { row: row.id, is: changes === 1 ? 'made' : 'there' }
}

/** What everybody of this brand may call it, or the person who is answered: no dictionary has to know it. */
export function listNames({ db }: BrandFile, mention: number): string[] {
  const brand = prepared<[], { name: string; words: string; signature: string }>(
    db,
    'SELECT name, words, signature FROM brand',
  ).get()
  const people = prepared<[number], { name: string; handle: string | null; first_name: string | null }>(
    db,
    `SELECT author.name, author.handle, person.first_name FROM mention JOIN author ON author.id = author_id
     LEFT JOIN person ON person.id = author.person_id WHERE mention.id = ?`,
  ).all(mention)
  const words: unknown = JSON.parse(brand?.words ?? '[]')
  const listed = Array.isArray(words) ? words.map(String) : []
  const theirs = people.flatMap(({ name, handle, first_name: firstName }) => [name, handle, firstName])
  return [brand?.name, brand?.signature, ...listed, ...theirs].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  )
}
