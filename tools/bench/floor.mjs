// @ts-check
// The least a refresh can cost in one Node thread: fetch, SAX, SQLite with its indexes and full text, and nothing of what
// makes a mention safe, plain or understood. Started by measures; answers its milliseconds and the rows it saved.
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { Parser } from 'htmlparser2'

const CONNECTIONS = 8
const SERIALS = 2_097_152

process.on('message', async (/** @type {{ urls: string[] }} */ { urls }) => {
  const folder = mkdtempSync(join(tmpdir(), 'floor-'))
  try {
    process.send?.(await refresh(urls, join(folder, 'floor.sqlite')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
process.on('disconnect', () => process.exit(0))

/** @param {string[]} urls @param {string} path */
async function refresh(urls, path) {
  const db = openFloor(path)
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const started = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let feed = next++; feed < urls.length; feed = next++)
        db.save(feed, itemsOf(await fetched(urls[feed] ?? '', agent)))
    }),
  )
  db.flush()
  const ms = performance.now() - started
  const rows = db.count()
  agent.destroy()
  db.close()
  return { ms, rows }
}

/** @param {string} url @param {Agent} agent @returns {Promise<{ type: string, body: Buffer }>} */
function fetched(url, agent) {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      /** @type {Buffer[]} */
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const isPacked = response.headers['content-encoding'] === 'gzip'
        resolve({ type: response.headers['content-type'] ?? '', body: isPacked ? gunzipSync(body) : body })
      })
    }).on('error', reject)
  })
}

/** @typedef {{ id: string, title: string, author: string, body: string, url: string, at: number, rating: number | null }} Row */

/** @param {{ type: string, body: Buffer }} document @returns {Row[]} */
function itemsOf({ type, body }) {
  if (type.includes('json')) return jsonItems(JSON.parse(body.toString()))
  const encoding = /encoding="([^"]+)"/.exec(body.subarray(0, 100).toString('latin1'))?.[1] ?? 'utf-8'
  return xmlItems(new TextDecoder(encoding).decode(body))
}

/** @param {any} feed @returns {Row[]} */
function jsonItems(feed) {
  return feed.items.map((/** @type {any} */ item) => ({
    id: item.id,
    title: item.title,
    author: item.authors[0].name,
    body: stripped(item.content_html),
    url: item.url,
    at: Date.parse(item.date_published),
    rating: null,
  }))
}

/** @param {string} html */
const stripped = (html) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** @param {string} text @returns {Row[]} */
function xmlItems(text) {
  /** @type {Row[]} */
  const rows = []
  /** @type {Record<string, string> | null} */
  let item = null
  let words = ''
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        words = ''
        if (name === 'item' || name === 'entry')
          item = attributes['rdf:about'] ? { id: attributes['rdf:about'] } : {}
        else if (item && name === 'link' && attributes['href']) item['link'] = attributes['href']
      },
      ontext: (text_) => {
        words += text_
      },
      onclosetag: (name) => {
        if (!item) return
        if (name === 'item' || name === 'entry') {
          rows.push(rowOf(item))
          item = null
        } else if (words !== '') item[name === 'guid' ? 'id' : name] ??= words
        words = ''
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return rows
}

/** @param {Record<string, string>} item @returns {Row} */
function rowOf(item) {
  return {
    id: item['id'] ?? '',
    title: item['title'] ?? '',
    author: item['dc:creator'] ?? item['name'] ?? '',
    body: stripped(item['content:encoded'] ?? item['content'] ?? item['description'] ?? ''),
    url: item['link'] ?? '',
    at: Date.parse(item['pubDate'] ?? item['dc:date'] ?? item['published'] ?? item['updated'] ?? ''),
    rating: item['im:rating'] === undefined ? null : Number(item['im:rating']),
  }
}

/** @param {string} path */
function openFloor(path) {
  const db = new Sqlite(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('cache_size = -65536')
  db.exec(`
    CREATE TABLE mention (id INTEGER PRIMARY KEY, source INT, guid TEXT, at INT, author TEXT, title TEXT, body TEXT, url TEXT, rating INT, status INT DEFAULT 0);
    CREATE UNIQUE INDEX mention_guid ON mention (source, guid);
    CREATE INDEX mention_status ON mention (status);
    CREATE INDEX mention_author ON mention (author);
    CREATE INDEX mention_inbox ON mention (source, status);
    CREATE VIRTUAL TABLE words USING fts5(title, body, author, content = 'mention', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2')`)
  const insert = db.prepare(
    'INSERT INTO mention (id, source, guid, at, author, title, body, url, rating) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const index = db.prepare('INSERT INTO words (rowid, title, body, author) VALUES (?, ?, ?, ?)')
  /** @type {(Row & { key: number, source: number })[]} */
  let waiting = []
  let serial = 0
  const flush = () => {
    waiting.sort((a, b) => a.key - b.key)
    db.transaction(() => {
      for (const row of waiting) {
        const { changes } = insert.run(
          row.key,
          row.source,
          row.id,
          row.at,
          row.author,
          row.title,
          row.body,
          row.url,
          row.rating,
        )
        if (changes > 0) index.run(row.key, row.title, row.body, row.author)
      }
    })()
    waiting = []
  }
  return {
    /** @param {number} source @param {Row[]} rows */
    save: (source, rows) => {
      for (const row of rows)
        waiting.push({ ...row, source, key: Math.floor(row.at / 1000) * SERIALS + (serial += 1) })
      if (waiting.length >= 500) flush()
    },
    flush,
    count: () => Number(db.prepare('SELECT count(*) FROM mention').pluck().get()),
    close: () => db.close(),
  }
}
