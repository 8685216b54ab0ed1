// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { readItem } from '../../src-main/engine/gather/read/read-item.ts'
import { closeBatch, openBatch } from '../../src-main/engine/gather/save/batch.ts'
import { openSaving, saveInBatch } from '../../src-main/engine/gather/save/save.ts'
import { tidierWhileSaving } from '../../src-main/engine/gather/save/tidy-words.ts'
import { tuneForSaving } from '../../src-main/engine/gather/thread/connections.ts'
import { brandMigrations } from '../../src-main/engine/store/migrations/brand/index.ts'
import { openFile } from '../../src-main/engine/store/open.ts'
import { seeded } from './random.mjs'
import { median } from './slowness.mjs'
import { LANGUAGES, writer } from './words.mjs'

const ROWS = 20_000
/** A round takes a second, and one in a few is disturbed by something else. */
const ROUNDS = 9
/** As the peer that is measured against in other people's figures. */
const AT_ONCE = 500
/** As gathering and importing do while the user does not wait. */
const OURS_AT_ONCE = 5000
const NOW = Date.UTC(2026, 5, 1)

/** @typedef {import('../../src-main/engine/gather/gatherer-protocol.ts').ReadMention} ReadMention */

/**
 * Saving mentions with every index and full text, against inserting the same values into one table that has none.
 * @param {{ say: (line: string) => void }} how
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function measureSaving({ say }) {
  say(`saving ${ROWS} mentions, ${ROUNDS} rounds`)
  const items = makeMentions()
  const runs = Array.from({ length: ROUNDS }, () => ({ bare: insertBare(items), ours: saveOurs(items) }))
  const share = median(runs.map(({ bare, ours }) => bare / ours))
  const rate = (/** @type {number} */ ms) => `${Math.round((ROWS / ms) * 1000)} a second`
  return [
    {
      name: 'saving with every index and full text: of the bare rate',
      value: share,
      unit: '',
      limit: 0.2,
      way: 'at least',
      beside: `${rate(median(runs.map(({ ours }) => ours)))}, bare ${rate(median(runs.map(({ bare }) => bare)))}`,
    },
  ]
}

/** @returns {ReadMention[]} */
export function makeMentions() {
  const random = seeded(11)
  const write = writer(random)
  return Array.from({ length: ROWS }, (_, index) => {
    const language = LANGUAGES[index % 3] ?? 'es'
    const name = write.name()
    return readItem(
      {
        externalId: `review-${index}`,
        title: write.sentence(language, 6),
        markup: null,
        text: write.body(language),
        url: `https://site${index % 50}.example/posts/${index}`,
        author: { name, handle: name.replace(' ', '_').toLowerCase(), url: null },
        rating: index % 2 === 0 ? { value: 1 + (index % 5), worst: 1, best: 5 } : null,
        // As gathering brings them: what is said today comes after what was said yesterday.
        publishedAt: NOW - (ROWS - index) * 1_300_000 - Math.floor(random() * 600_000),
        updatedAt: null,
        inReplyTo: null,
        kind: null,
      },
      null,
    )
  })
}

/** @template Result @param {(folder: string) => Result} use @returns {Result} */
function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {readonly ReadMention[]} items @returns {number} ms */
export function insertBare(items) {
  return inFolder((folder) => {
    const db = new Sqlite(join(folder, 'bare.sqlite'))
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('cache_size = -64000')
    db.pragma('wal_autocheckpoint = 4000')
    db.exec(`CREATE TABLE mention (id INTEGER PRIMARY KEY, uid TEXT, identity BLOB, source INT, external_id TEXT, author TEXT, handle TEXT,
      kind TEXT, rating_value REAL, rating_worst REAL, rating_best REAL, stars REAL, published_at INT, updated_at INT, gathered_at INT,
      our_voice INT, in_reply_to TEXT, content_hash INT, names TEXT, print BLOB, title TEXT, body TEXT, url TEXT, lang TEXT, status INT,
      unanswered INT)`)
    const insert = db.prepare(
      `INSERT INTO mention VALUES (${Array.from({ length: 26 }, () => '?').join(', ')})`,
    )
    const identity = Buffer.alloc(16, 7)
    const uid = '01923f6e-0000-7000-8000-000000000000'
    const started = performance.now()
    for (let from = 0; from < items.length; from += AT_ONCE) {
      db.transaction(() => {
        items.slice(from, from + AT_ONCE).forEach((item, index) => {
          const { rating } = item
          insert.run(
            ...[
              from + index,
              uid,
              identity,
              1,
              item.externalId,
              item.author?.name,
              item.author?.handle,
              item.kind,
            ],
            ...[
              rating?.value,
              rating?.worst,
              rating?.best,
              rating?.value,
              item.publishedAt,
              null,
              NOW,
              0,
              null,
              12_345_678,
            ],
            ...['[]', item.print, item.title, item.text, item.url, item.language, 0, 1],
          )
        })
      })()
    }
    db.pragma('wal_checkpoint(TRUNCATE)')
    const ms = performance.now() - started
    db.close()
    return ms
  })
}

/** @param {readonly ReadMention[]} items @returns {number} ms */
export function saveOurs(items) {
  return inFolder((folder) => {
    const db = openFile({
      path: join(folder, 'brand.sqlite'),
      migrations: brandMigrations,
      backups: folder,
      binding: null,
      synchronous: 'NORMAL',
    })
    tuneForSaving(db)
    db.exec(`
      INSERT INTO brand (id, uid, name, words, handles, languages, timezone, signature, colour, sample, created_at)
        VALUES (1, 'b', 'Bench', '[]', '[]', '[]', 'UTC', '', '#000000', 0, 0);
      INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
        VALUES (1, 's', 'file:bench', 'file:bench', 'Bench', 'file', 'jsonl', 'everything', 0, 0);`)
    const tidy = tidierWhileSaving(db)
    const started = performance.now()
    for (let from = 0; from < items.length; from += OURS_AT_ONCE) {
      const saving = openSaving(db, 1, items.slice(from, from + OURS_AT_ONCE), NOW)
      if (saving === null) throw new Error('The source of the measure is not there.')
      db.transaction(() => {
        const batch = openBatch(db)
        saveInBatch([saving], batch, () => false)
        closeBatch(batch, NOW)
      }).immediate()
      tidy()
    }
    db.pragma('wal_checkpoint(TRUNCATE)')
    const ms = performance.now() - started
    db.close()
    return ms
  })
}
