// @ts-check
import { existsSync, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import Sqlite from 'better-sqlite3'
import Papa from 'papaparse'
import { SERIALS } from '../../../src-main/engine/store/mention-key.ts'

/** Rows a transaction. */
const AT_ONCE = 500
/** Of the rows of a second those that come from the file; whatever was there has lower ones. */
const FIRST_SERIAL = 1_000_000

const TABLE = `
  CREATE TABLE mention (id INTEGER PRIMARY KEY, feed_id INT NOT NULL, brand_id INT NOT NULL, author_id INT,
    status INT NOT NULL DEFAULT 0, rating INT, published INT NOT NULL, fetched INT NOT NULL, guid_hash INT NOT NULL,
    lang TEXT, author TEXT, title TEXT, url TEXT, body TEXT)`
const INDEXES = `
  CREATE UNIQUE INDEX mention_guid ON mention (feed_id, guid_hash);
  CREATE INDEX mention_inbox ON mention (brand_id, status);
  CREATE INDEX mention_open ON mention (brand_id, status) WHERE status < 2;
  CREATE INDEX mention_author ON mention (author_id);
  CREATE INDEX mention_feed ON mention (feed_id)`
const WORDS = `
  CREATE VIRTUAL TABLE words USING fts5(title, body, author, content = 'mention', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2');
  INSERT INTO words (words) VALUES ('rebuild');
  CREATE TRIGGER mention_added AFTER INSERT ON mention BEGIN
    INSERT INTO words (rowid, title, body, author) VALUES (new.id, new.title, new.body, new.author);
  END`
/** What one of our brands holds, in the textbook's table. */
const FILL = `
  INSERT INTO mention
  SELECT mention.id, mention.source_id, 1, mention.author_id, coalesce(state.status, 3), mention.rating_value,
    mention.published_at, mention.gathered_at, abs(random()) / 65536, said.lang, said.author,
    said.title, said.url, said.body
  FROM base.mention JOIN base.mention_text said USING (id) LEFT JOIN base.mention_state state USING (id)`

/**
 * An empty base of the textbook's design: full text kept by a trigger.
 * @param {string} path
 */
export function makeTextbook(path) {
  const db = new Sqlite(path)
  db.pragma('journal_mode = WAL')
  for (const sql of [TABLE, INDEXES, WORDS]) db.exec(sql)
  db.close()
}

/**
 * The same with what a brand's file of ours holds; made once, and never to be written into.
 * @param {string} path @param {string} brandFile @param {(line: string) => void} say
 */
export function provideTextbook(path, brandFile, say) {
  if (existsSync(path)) return
  say('making the textbook’s million, once')
  const building = `${path}.building`
  rmSync(building, { force: true })
  const db = new Sqlite(building)
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -400000')
  db.exec(`ATTACH '${brandFile.replaceAll("'", "''")}' AS base`)
  for (const sql of [TABLE, FILL, INDEXES, WORDS]) db.exec(sql)
  db.exec('DETACH base')
  db.pragma('journal_mode = WAL')
  db.close()
  renameSync(building, path)
}

/**
 * Brings in a file as the textbook has it: rows in the file's order, some hundreds a transaction, its log copied at the end.
 * @param {string} csv @param {string} path @returns {Promise<number>} ms
 */
export async function importByTextbook(csv, path) {
  const db = new Sqlite(path)
  db.pragma('synchronous = NORMAL')
  db.pragma('cache_size = -65536')
  db.pragma('temp_store = MEMORY')
  const started = performance.now()
  const { data } = Papa.parse(await readFile(csv, 'utf8'), { skipEmptyLines: true })
  const rows = /** @type {string[][]} */ (data).slice(1)
  const insert = db.prepare(
    `INSERT INTO mention VALUES (?, 0, 1, NULL, 0, ?, ?, ?, ?, 'es', ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    db.transaction(() => {
      for (const [index, row] of rows.slice(from, from + AT_ONCE).entries()) {
        const [id = '', date = '', author, rating, title, text, url] = row
        const at = Date.parse(date)
        const key = Math.floor(at / 1000) * SERIALS + FIRST_SERIAL + from + index
        insert.run(
          key,
          Number(rating),
          at,
          started,
          Number.parseInt(id.slice(0, 12), 16),
          author,
          title,
          url,
          text,
        )
      }
    })()
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  const ms = performance.now() - started
  const { n } = /** @type {{ n: number }} */ (
    db.prepare('SELECT count(*) AS n FROM mention WHERE feed_id = 0').get()
  )
  db.close()
  if (n !== rows.length) throw new Error(`The textbook kept ${n} of ${rows.length} rows.`)
  return ms
}
