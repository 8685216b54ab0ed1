import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { BrandId, MentionId, SourceId } from '../../src-main/contract/ids.ts'
import type { Rating, Reason, Status } from '../../src-main/contract/mentions.ts'
import { mentionId, placeOf, sourceId } from '../../src-main/engine/store/ids.ts'
import { keyTime, newMentionRow } from '../../src-main/engine/store/mention-key.ts'
import { connect } from '../../src-main/engine/store/open.ts'
import { brandPath } from '../../src-main/engine/store/stores.ts'
import { addToCounter, STATUS, writeStates } from '../../src-main/engine/triage/state-store.ts'

export interface SourceToAdd {
  readonly title: string
  readonly url: string
  readonly kind: 'feed' | 'comments' | 'reviews' | 'file'
}

export interface MentionToAdd {
  readonly sourceId: SourceId
  /** Also arrived through these. */
  readonly seenIn: readonly SourceId[]
  readonly title: string
  readonly html: string
  readonly images: number
  readonly author: string
  readonly handle: string | null
  readonly url: string | null
  readonly kind: 'post' | 'comment' | 'review'
  readonly rating: Rating | number | null
  readonly language: string | null
  /** ISO 8601; the test's now when left out. */
  readonly publishedAt: string | null
  readonly gatheredAt: string
  readonly externalId: string
  /** Another mention whose conversation this one belongs to. */
  readonly answers: MentionId
  readonly ourVoice: boolean
  readonly status: Status
  readonly reason: Reason
  readonly names: readonly string[]
}

/** Puts sources and mentions into a brand's file as gathering would, beside a running engine. */
export function openShelf(folder: string, now: () => number) {
  const files = new Map<BrandId, Database>()
  const fileOf = (brandId: BrandId): Database => {
    const known = files.get(brandId)
    if (known) return known
    const db = connect({
      path: brandPath(folder, uidOf(folder, brandId)),
      binding: null,
      synchronous: 'NORMAL',
    })
    files.set(brandId, db)
    return db
  }
  const addSource = (brandId: BrandId, fields: Partial<SourceToAdd> = {}) =>
    insertSource(fileOf(brandId), brandId, now(), fields)
  return {
    fileOf,
    addSource,
    addMention: (brandId: BrandId, text: string, fields: Partial<MentionToAdd> = {}): MentionId => {
      const db = fileOf(brandId)
      const source = fields.sourceId ?? firstSource(db, brandId) ?? addSource(brandId)
      return db.transaction(() => insertMention(db, brandId, source, now(), text, fields)).immediate()
    },
    close: () => {
      for (const db of files.values()) db.close()
      files.clear()
    },
  }
}

function uidOf(folder: string, brandId: BrandId): string {
  const install = new Sqlite(join(folder, 'install.sqlite'), { readonly: true })
  try {
    const row = install.prepare<[number], { uid: string }>('SELECT uid FROM brand WHERE id = ?')
    const found = row.get(Number(brandId.slice(1)))
    if (!found) throw new Error(`There is no brand ${brandId}.`)
    return found.uid
  } finally {
    install.close()
  }
}

function firstSource(db: Database, brandId: BrandId): SourceId | null {
  const row = db.prepare<[], { id: number }>('SELECT id FROM source ORDER BY id LIMIT 1').get()
  return row ? sourceId(brandId, row.id) : null
}

function insertSource(db: Database, brandId: BrandId, now: number, fields: Partial<SourceToAdd>): SourceId {
  const url = fields.url ?? `https://${randomUUID().slice(0, 8)}.example/feed`
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO source (uid, url, host, title, kind, format, brings, answers_from, added_at)
       VALUES (?, ?, ?, ?, ?, 'rss', 'everything', 0, ?)`,
    )
    .run(
      randomUUID(),
      url,
      new URL(url).host,
      fields.title ?? 'Reseñas de barrio',
      fields.kind ?? 'feed',
      now,
    )
  return sourceId(brandId, Number(lastInsertRowid))
}

function insertMention(
  db: Database,
  brandId: BrandId,
  source: SourceId,
  now: number,
  text: string,
  fields: Partial<MentionToAdd>,
): MentionId {
  const gatheredAt = fields.gatheredAt === undefined ? now : Date.parse(fields.gatheredAt)
  const publishedAt =
    fields.publishedAt === null
      ? null
      : fields.publishedAt === undefined
        ? now
        : Date.parse(fields.publishedAt)
  const row = newMentionRow(db, keyTime(publishedAt, gatheredAt))
  const rating = toRating(fields.rating ?? null)
  db.prepare(
    `INSERT INTO mention (id, uid, identity, source_id, guid_hash, external_id, author_id, conversation_id, kind,
       rating_value, rating_worst, rating_best, stars, published_at, updated_at, gathered_at, our_voice, in_reply_to,
       content_hash, names)
     VALUES (@row, @uid, @identity, @source, @guid, @externalId, @author, @conversation, @kind, @value, @worst, @best,
       @stars, @publishedAt, NULL, @gatheredAt, @ourVoice, NULL, 0, @names)`,
  ).run({
    row,
    uid: randomUUID(),
    identity: createHash('sha256').update(randomUUID()).digest(),
    source: placeOf(source).row,
    guid: row,
    externalId: fields.externalId ?? null,
    author: authorOf(db, fields.author ?? 'Ana', fields.handle ?? null, now),
    conversation: conversationOf(db, fields.answers),
    kind: fields.kind ?? (rating === null ? 'post' : 'review'),
    value: rating?.value ?? null,
    worst: rating?.worst ?? null,
    best: rating?.best ?? null,
    stars: rating === null ? null : 1 + (4 * (rating.value - rating.worst)) / (rating.best - rating.worst),
    publishedAt,
    gatheredAt,
    ourVoice: fields.ourVoice === true ? 1 : 0,
    names: JSON.stringify(fields.names ?? []),
  })
  for (const other of fields.seenIn ?? []) {
    db.prepare('INSERT INTO mention_seen VALUES (?, ?, ?)').run(placeOf(other).row, row, row)
  }
  insertText(db, row, text, fields)
  insertState(db, row, placeOf(source).row, fields)
  return mentionId(brandId, row)
}

function insertText(db: Database, row: number, text: string, fields: Partial<MentionToAdd>): void {
  const {
    title = '',
    author = 'Ana',
    url = null,
    language = null,
    html = `<p>${text}</p>`,
    images = 0,
  } = fields
  db.prepare('INSERT INTO mention_text VALUES (?, ?, ?, ?, ?, ?)').run(
    row,
    title,
    text,
    author,
    url,
    language,
  )
  db.prepare('INSERT INTO mention_markup VALUES (?, ?, ?, NULL, 1)').run(row, html, images)
  db.prepare('INSERT INTO mention_fts (rowid, title, body, author) VALUES (?, ?, ?, ?)').run(
    row,
    title,
    text,
    author,
  )
}

function insertState(db: Database, row: number, source: number, fields: Partial<MentionToAdd>): void {
  if (fields.ourVoice === true) return
  const status = fields.status ?? 'new'
  const reason = status === 'resolved' ? (fields.reason ?? 'no-reply-needed') : null
  writeStates(db, [row], () =>
    db.prepare('INSERT INTO mention_state VALUES (?, ?, ?, NULL, NULL, 0)').run(row, STATUS[status], reason),
  )
  addToCounter(db, 'source', source, 1)
}

function toRating(rating: Rating | number | null): Rating | null {
  return typeof rating === 'number' ? { value: rating, worst: 1, best: 5 } : rating
}

function authorOf(db: Database, name: string, handle: string | null, now: number): number {
  const key = `test:${handle ?? name}`
  const known = db.prepare<[string], { id: number }>('SELECT id FROM author WHERE key = ?').get(key)
  if (known) return known.id
  const person = db.prepare('INSERT INTO person (uid, created_at) VALUES (?, ?)').run(randomUUID(), now)
  const author = db
    .prepare(`INSERT INTO author (person_id, key, host, name, handle) VALUES (?, ?, 'barrio.example', ?, ?)`)
    .run(Number(person.lastInsertRowid), key, name, handle)
  return Number(author.lastInsertRowid)
}

function conversationOf(db: Database, answers: MentionId | undefined): number {
  if (answers !== undefined) {
    const row = db
      .prepare<[number], { conversation_id: number }>('SELECT conversation_id FROM mention WHERE id = ?')
      .get(placeOf(answers).row)
    if (row) return row.conversation_id
  }
  const added = db.prepare('INSERT INTO conversation (uid) VALUES (?)').run(randomUUID())
  return Number(added.lastInsertRowid)
}
