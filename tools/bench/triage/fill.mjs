// @ts-check
import { addressHash, bytesOf, identityOfId } from '../../../src-main/engine/gather/save/identity.ts'
import { contentHash } from '../../../src-main/engine/gather/read/content-hash.ts'
import { simhash } from '../../../src-main/engine/gather/read/simhash.ts'
import { READER_VERSION } from '../../../src-main/engine/gather/read/version.ts'
import { placeInCare } from '../../../src-main/engine/triage/care/care-store.ts'
import { SERIALS } from '../../../src-main/engine/store/mention-key.ts'
import { isOfConversation } from '../../../src-main/engine/store/conversation-rows.ts'
import { seeded } from '../random.mjs'
import { talk } from './talk.mjs'

/** @typedef {import('better-sqlite3').Database} Database */
/** @typedef {{ mentions: number, sources: number, tags: number, until: number, seed: number }} Size */

/**
 * Writes what was said to one brand straight into its file, as gathering and its user would have left it: every row, count
 * and index that they keep. The indexes are made at the end, which takes a tenth of the time.
 * @param {Database} db
 * @param {Size} size
 */
export function fillBrand(db, size) {
  db.pragma('journal_mode = DELETE')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma('cache_size = -400000')
  const random = seeded(size.seed + 1)
  db.transaction(() => {
    writeSources(db, size, random)
    writeTags(db, size, random)
    const indexes = takeIndexes(db)
    writeMentions(db, size, random)
    for (const sql of indexes) db.exec(sql)
    db.exec(AFTERWARDS)
    placeInCare(db)
  })()
  // Merged as it grows, so that its segments are of the sizes that gathering leaves.
  db.exec("INSERT INTO mention_fts (mention_fts, rank) VALUES ('automerge', 4)")
  db.exec("INSERT INTO mention_fts (mention_fts) VALUES ('rebuild')")
  db.exec("INSERT INTO mention_fts (mention_fts, rank) VALUES ('automerge', 0)")
  db.pragma('journal_mode = WAL')
}

/** @param {Database} db @param {Size} size @param {() => number} random */
function writeSources(db, { sources, until }, random) {
  const insert = db.prepare(
    `INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
     VALUES (?, ?, ?, ?, ?, ?, 'rss', 'everything', 0, ?)`,
  )
  for (let index = 0; index < sources; index += 1) {
    const host = hostOf(index)
    const kind = index % 5 === 0 ? 'reviews' : 'feed'
    insert.run(index + 1, uid(random, until), `https://${host}/feed`, host, `Site ${index}`, kind, until)
  }
}

/** A tree: every sixth stands on its own, the others under it. @param {Database} db @param {Size} size @param {() => number} random */
function writeTags(db, { tags, until }, random) {
  const insert = db.prepare('INSERT INTO tag (id, uid, path, key, created_at) VALUES (?, ?, ?, ?, ?)')
  for (let index = 0; index < tags; index += 1) {
    const root = `topic ${Math.floor(index / 6)}`
    const path = index % 6 === 0 ? root : `${root}/part ${index % 6}`
    insert.run(index + 1, uid(random, until), path, path, until)
  }
}

const TABLES = [
  'mention',
  'mention_state',
  'mention_text',
  'mention_tag',
  'author',
  'mention_seen',
  'mention_twin',
]

/** Drops the indexes of what is written much, and gives their SQL. @param {Database} db @returns {string[]} */
function takeIndexes(db) {
  const found = db.prepare(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
     AND tbl_name IN (SELECT value FROM json_each(?))`,
  )
  /** @type {any[]} */
  const indexes = found.all(JSON.stringify(TABLES))
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  return indexes.map(({ sql }) => sql)
}

const STATEMENTS = {
  mention: `INSERT INTO mention (id, identity, source_id, author_id, conversation_id, kind, rating_value,
      rating_worst, rating_best, stars, published_at, gathered_at, our_voice, in_reply_to, content_hash, print, address_hash,
      feeling, feeling_confidence)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  text: 'INSERT INTO mention_text (id, uid, external_id, title, body, author, url, lang) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  markup: 'INSERT INTO mention_markup (id, html, images, version) VALUES (?, ?, 0, ?)',
  state:
    'INSERT INTO mention_state (id, status, reason, unanswered, snoozed_until, sure, stars, lang) VALUES (?, ?, ?, 0, ?, ?, ?, ?)',
  twin: "INSERT INTO mention_twin (mention_id, head_id, why) VALUES (?, ?, 'same-text')",
  tag: 'INSERT INTO mention_tag (tag_id, mention_id) VALUES (?, ?)',
  seen: 'INSERT OR IGNORE INTO mention_seen (source_id, guid_hash, mention_id) VALUES (?, ?, ?)',
  author: 'INSERT INTO author (id, person_id, key, host, name, handle, url) VALUES (?, ?, ?, ?, ?, ?, NULL)',
  conversation: `INSERT INTO conversation (id, our_last_at) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET our_last_at = max(coalesce(our_last_at, 0), excluded.our_last_at)`,
}

/** How far back an answer may stand; the sources' busy ones are nearer. */
const KEPT = 100_000
const SNOOZED_FOR_MS = 400 * 86_400_000

/** @param {Database} db @param {Size} size @param {() => number} random */
function writeMentions(db, size, random) {
  const run = Object.fromEntries(Object.entries(STATEMENTS).map(([name, sql]) => [name, db.prepare(sql)]))
  /** @param {string} name @param {unknown[]} values */
  const insert = (name, ...values) => run[name]?.run(...values)
  /** @type {Map<string, number>} */
  const authors = new Map()
  const serials = new Serials()
  /** @type {{ row: number, conversation: number, externalId: string }[]} by index modulo KEPT */
  const written = []
  /** @type {[number, number][]} */
  const tagged = []
  let index = 0
  let head = 0
  for (const said of talk(size)) {
    const host = hostOf(said.source)
    const row = serials.rowAt(said.at)
    const parent =
      said.answers === null || said.answers >= KEPT ? undefined : written[(index - said.answers) % KEPT]
    const conversation = parent?.conversation ?? row
    const externalId = `https://${host}/posts/${index}`
    const author = authorOf(said.author, { host, source: said.source }, authors, insert)
    const identity = identityOfId(host, externalId)
    const felt = said.ours ? NOTHING_FELT : feltBy(said.stars, random)
    const rating = said.stars === null ? null : { value: said.stars, worst: 1, best: 5 }
    insert(
      'mention',
      ...[row, bytesOf(identity), said.source + 1, author, conversation, said.kind],
      ...(rating ? [rating.value, rating.worst, rating.best, rating.value] : [null, null, null, null]),
      ...[said.at, said.at + 1_800_000, said.ours ? 1 : 0, parent?.externalId ?? null],
      ...[contentHash(said.title, said.text, rating), simhash(said.text), addressHash(externalId)],
      ...[felt.feeling, felt.confidence],
    )
    insert(
      'text',
      row,
      uid(random, said.at),
      externalId,
      said.title,
      said.text,
      said.author,
      externalId,
      said.language,
    )
    if (index % 5 === 0) insert('markup', row, `<p>${said.text}</p>`, READER_VERSION)
    if (said.ours) insert('conversation', conversation, said.at)
    else if (said.twin) insert('twin', row, head)
    else {
      const isSnoozed = said.status < 2 && index % 100 === 7
      insert(
        'state',
        row,
        said.status,
        said.reason,
        isSnoozed ? size.until + SNOOZED_FOR_MS : null,
        felt.sure,
        said.stars,
        said.language,
      )
      for (const tag of said.tags) tagged.push([tag + 1, row])
      if (index % 90 === 3 && size.sources > 1)
        insert('seen', ((said.source + 1) % size.sources) + 1, identity.guidHash, row)
    }
    if (!said.twin && !said.ours) head = row
    written[index % KEPT] = { row, conversation, externalId }
    index += 1
  }
  tagged.sort((one, other) => one[0] - other[0] || one[1] - other[1])
  for (const [tag, row] of tagged) insert('tag', tag, row)
}

const NOTHING_FELT = { feeling: null, confidence: null, sure: null }

/**
 * Stars are believed; without them a quarter is not pleased, a third is, and of the others half are not sure.
 * @param {number | null} stars @param {() => number} random
 */
function feltBy(stars, random) {
  if (stars !== null) return surely(Math.sign(stars - 3) * (1 + Math.floor(random() * 3)))
  const chance = random()
  if (chance < 0.25) return surely(-1 - Math.floor(random() * 3))
  if (chance < 0.58) return surely(1 + Math.floor(random() * 3))
  return chance < 0.79 ? surely(0) : { feeling: 0, confidence: 40, sure: null }
}

/** @param {number} feeling -3 to 3 */
function surely(feeling) {
  return { feeling, confidence: 80, sure: feeling }
}

/**
 * Half of the places give their people a handle.
 * @param {string} name
 * @param {{ host: string, source: number }} place
 * @param {Map<string, number>} authors
 * @param {(name: string, ...values: unknown[]) => unknown} insert
 */
function authorOf(name, { host, source }, authors, insert) {
  const handle = source % 2 === 0 ? null : name.replaceAll(' ', '_').toLowerCase()
  const key = handle === null ? `${host} ${name}` : `${host} @${handle}`
  const known = authors.get(key)
  if (known !== undefined) return known
  const id = authors.size + 1
  authors.set(key, id)
  insert('author', id, id, key, host, name, handle && `@${handle}`)
  return id
}

/** Row numbers that carry their second, as the engine gives them. */
class Serials {
  /** @type {Map<number, number>} */
  #last = new Map()

  /** @param {number} at */
  rowAt(at) {
    const second = Math.floor(at / 1000)
    const serial = this.#last.get(second) ?? 0
    this.#last.set(second, serial + 1)
    return second * SERIALS + serial
  }
}

/** What follows from the rest: who was answered, who came back, what waits, and every count. */
const AFTERWARDS = `
  UPDATE mention_state SET status = 3, reason = 'answered' WHERE status < 2 AND id IN (
    SELECT mention.id FROM conversation JOIN mention ON ${isOfConversation('mention', 'conversation.id')}
    WHERE conversation.our_last_at >= mention.id / 2097152 * 1000 AND mention.our_voice = 0);
  UPDATE mention_state SET came_back_at = id / 2097152 * 1000 WHERE status < 2 AND id IN (
    SELECT again.id FROM conversation JOIN mention again ON ${isOfConversation('again', 'conversation.id')}
      JOIN author ON author.id = again.author_id
    WHERE again.our_voice = 0 AND again.id / 2097152 * 1000 > conversation.our_last_at AND EXISTS (
      SELECT 1 FROM mention before JOIN author earlier ON earlier.id = before.author_id
      WHERE ${isOfConversation('before', 'conversation.id')} AND before.our_voice = 0
        AND earlier.person_id = author.person_id AND before.id / 2097152 * 1000 <= conversation.our_last_at));
  UPDATE mention_state SET unanswered = 1 WHERE status < 2 AND NOT EXISTS (
    SELECT 1 FROM mention JOIN conversation ON conversation.id = mention.conversation_id
    WHERE mention.id = mention_state.id
      AND conversation.our_last_at >= coalesce(mention_state.came_back_at, mention_state.id / 2097152 * 1000));
  INSERT INTO draft (uid, mention_id, body, saved_at)
    SELECT uid, id, 'Gracias por escribir.', gathered_at FROM mention JOIN mention_text USING (id)
    WHERE id IN (SELECT id FROM mention_state WHERE status = 1 ORDER BY id DESC LIMIT 20);
  INSERT INTO promise (uid, mention_id, text, due_at, state, made_at)
    SELECT uid, id, 'A call', gathered_at + 86400000 * (1 + id % 7), 'open', gathered_at
      FROM mention JOIN mention_text USING (id)
    WHERE id IN (SELECT id FROM mention_state WHERE status = 2 ORDER BY id DESC LIMIT 50);
  INSERT INTO counter (subject, key, n) SELECT 'status', status, count(*) FROM mention_state GROUP BY status;
  INSERT INTO counter (subject, key, n) SELECT 'unanswered', 1, count(*) FROM mention_state WHERE unanswered = 1 HAVING count(*) > 0;
  INSERT INTO counter (subject, key, n) SELECT 'tag', tag_id, count(*) FROM mention_tag GROUP BY tag_id;
  INSERT INTO counter (subject, key, n) SELECT 'source', source_id, count(*) FROM mention GROUP BY source_id;
`

/** @param {number} source */
function hostOf(source) {
  return `site${source}.example`
}

/** A UUIDv7 that the same seed gives again. @param {() => number} random @param {number} at */
function uid(random, at) {
  const hex = (/** @type {number} */ digits) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  const ms = at.toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`
}
