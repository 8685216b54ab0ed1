import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { READER_VERSION } from '../read/version.ts'

/**
 * Writes the words of mentions that wait for them, by row ascending: what many sources said on many days lies all over
 * the file, and so each page is fetched once. Whoever reads the words of what is being saved has them written before.
 */
export function writeWords(db: Database, unwritten: Map<number, ReadMention>): void {
  if (unwritten.size === 0) return
  const sorted = [...unwritten].sort(([one], [other]) => one - other)
  unwritten.clear()
  const insert = prepared<unknown[]>(
    db,
    'INSERT INTO mention_text (id, title, body, author, url, lang) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const [row, { title, text, author, url, language }] of sorted)
    insert.run(row, title, text, author?.name ?? '', url, language)
  for (const [row, item] of sorted) writeMarkup(db, row, item)
}

/** Plain text is its own markup: only what the place wrote as HTML, or says beside its words, needs a row. */
export function writeMarkup(db: Database, row: number, item: ReadMention): void {
  const details = detailsColumn(item)
  if (item.original === null && item.images === 0 && details === null) return
  prepared<unknown[]>(
    db,
    'INSERT INTO mention_markup (id, html, images, original, version, details) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(row, item.html, item.images, item.original, READER_VERSION, details)
}

function detailsColumn({ details }: ReadMention): string | null {
  return Object.keys(details).length === 0 ? null : JSON.stringify(details)
}
