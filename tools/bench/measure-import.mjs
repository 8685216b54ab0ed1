// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { stringify } from 'csv-stringify/sync'
import Papa from 'papaparse'
import { ratio } from './figures.mjs'
import { startProgram } from './program.mjs'
import { seeded } from './random.mjs'
import { LANGUAGES, writer } from './words.mjs'

const ROWS = 100_000
const AT_ONCE = 500
const SERIALS = 2_097_152

/**
 * A whole import, against the textbook: the same keys, rows as they come in the file, full text by trigger.
 * @param {{ say: (line: string) => void }} how
 */
export async function measureImport({ say }) {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  try {
    say(`importing ${ROWS} rows of CSV`)
    const csv = join(folder, 'reviews.csv')
    writeFileSync(csv, makeCsv())
    const textbook = await importByTrigger(csv, join(folder, 'textbook.sqlite'))
    const ours = await importOurs(csv, join(folder, 'data'))
    const beside = `${(ours.ms / 1000).toFixed(1)} s, textbook ${(textbook / 1000).toFixed(1)} s`
    return [ratio('import of 100,000 rows of CSV: of the trigger design', ours.ms / textbook, 0.5, beside)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reviews as sites export them: the newest first. */
function makeCsv() {
  const random = seeded(5)
  const write = writer(random)
  const from = Date.UTC(2026, 5, 1)
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const language = LANGUAGES[Math.floor(random() * 3)] ?? 'es'
    return {
      id: `r-${index}`,
      date: new Date(from - index * 600_000 - Math.floor(random() * 600_000)).toISOString(),
      author: write.name(),
      rating: 1 + Math.floor(random() * 5),
      title: write.sentence(language, 5),
      text: write.body(language),
    }
  })
  return stringify(rows, { header: true })
}

/** @param {string} csv @param {string} path @returns {Promise<number>} ms */
async function importByTrigger(csv, path) {
  const started = performance.now()
  const { data } = Papa.parse(await readFile(csv, 'utf8'), { header: true, skipEmptyLines: true })
  const db = new Sqlite(path)
  db.pragma('journal_mode = WAL')
  db.pragma('cache_size = -64000')
  db.exec(`
    CREATE TABLE mention_text (id INTEGER PRIMARY KEY, title TEXT, body TEXT, author TEXT, url TEXT, lang TEXT);
    CREATE TABLE mention (id INTEGER PRIMARY KEY, source INT, author TEXT, status INT DEFAULT 0, rating INT, gathered INT, guid TEXT);
    CREATE UNIQUE INDEX mention_guid ON mention (source, guid);
    CREATE INDEX mention_inbox ON mention (source, status);
    CREATE INDEX mention_status ON mention (status);
    CREATE INDEX mention_author ON mention (author);
    CREATE VIRTUAL TABLE words USING fts5(title, body, author, content = 'mention_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
    CREATE TRIGGER mention_added AFTER INSERT ON mention_text BEGIN
      INSERT INTO words (rowid, title, body, author) VALUES (new.id, new.title, new.body, new.author);
    END`)
  const insert = db.prepare(
    'INSERT INTO mention (id, source, author, rating, gathered, guid) VALUES (?, 1, ?, ?, ?, ?)',
  )
  const insertText = db.prepare('INSERT INTO mention_text VALUES (?, ?, ?, ?, NULL, NULL)')
  for (let from = 0; from < data.length; from += AT_ONCE) {
    db.transaction(() => {
      for (const [index, row] of data.slice(from, from + AT_ONCE).entries()) {
        const { id, date, author, rating, title, text } = /** @type {Record<string, string>} */ (row)
        const key = Math.floor(Date.parse(date ?? '') / 1000) * SERIALS + ((from + index) % SERIALS)
        insert.run(key, author, Number(rating), started, id)
        insertText.run(key, title, text, author)
      }
    })()
  }
  db.close()
  return performance.now() - started
}

/** @param {string} csv @param {string} folder */
async function importOurs(csv, folder) {
  const program = await startProgram(folder)
  try {
    const { brandId } = await program.call('brands.create', { name: 'Bench' })
    const started = performance.now()
    const result = await program.call('import.file', { brandId, path: csv })
    if (result.added !== ROWS) throw new Error(`${result.added} of ${ROWS} rows were added.`)
    return { ms: performance.now() - started }
  } finally {
    await program.close()
  }
}
