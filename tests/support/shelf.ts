import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { BrandId, MentionId, SourceId } from '../../src-main/contract/ids.ts'
import type { Rating, Reason, Status } from '../../src-main/contract/mentions.ts'
import { feelingOf } from '../../src-main/engine/understand/feeling.ts'
import { storedFeeling } from '../../src-main/engine/understand/stored.ts'
import { starsOf } from '../../src-main/engine/store/rating-share.ts'
import type { ReadMention } from '../../src-main/engine/gather/gatherer-protocol.ts'
import { contentHash } from '../../src-main/engine/gather/read/content-hash.ts'
import { simhash } from '../../src-main/engine/gather/read/simhash.ts'
import { saveMentions } from '../../src-main/engine/gather/save/save.ts'
import { mentionId, placeOf, sourceId } from '../../src-main/engine/store/ids.ts'
import { connect } from '../../src-main/engine/store/open.ts'
import { brandPath } from '../../src-main/engine/store/stores.ts'
import { STATUS, writeStates } from '../../src-main/engine/triage/state-store.ts'

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

/** Saved by the gatherer's own hand; what only a user or another source could have done to it comes after. */
function insertMention(
  db: Database,
  brandId: BrandId,
  source: SourceId,
  now: number,
  text: string,
  fields: Partial<MentionToAdd>,
): MentionId {
  const externalId = fields.externalId ?? randomUUID()
  const gatheredAt = fields.gatheredAt === undefined ? now : Date.parse(fields.gatheredAt)
  const item = toItem(db, text, fields, { externalId, gatheredAt })
  const save = () => saveMentions(db, placeOf(source).row, [item], gatheredAt)
  const { added } = fields.ourVoice === true ? speakingAsUs(db, item, save) : save()
  if (added !== 1) throw new Error(`“${text}” was not added: it is taken for one that is there.`)
  const row = rowOf(db, externalId)
  if (fields.names)
    db.prepare('UPDATE mention SET names = ? WHERE id = ?').run(JSON.stringify(fields.names), row)
  for (const other of fields.seenIn ?? []) {
    db.prepare('INSERT INTO mention_seen VALUES (?, ?, ?)').run(placeOf(other).row, row, row)
  }
  if (fields.status) setStatus(db, row, fields.status, fields.reason)
  return mentionId(brandId, row)
}

function toItem(
  db: Database,
  text: string,
  fields: Partial<MentionToAdd>,
  { externalId, gatheredAt }: { readonly externalId: string; readonly gatheredAt: number },
): ReadMention {
  const rating = toRating(fields.rating ?? null)
  const { publishedAt } = fields
  return {
    externalId,
    canonicalUrl: null,
    contentHash: contentHash(fields.title ?? '', text, rating),
    print: simhash(text),
    url: fields.url ?? null,
    title: fields.title ?? '',
    text,
    html: fields.html ?? `<p>${text}</p>`,
    images: fields.images ?? 0,
    original: null,
    author: { name: fields.author ?? 'Ana', handle: fields.handle ?? null, url: null },
    rating,
    language: fields.language ?? null,
    feeling: storedFeeling(
      feelingOf(
        { title: fields.title ?? '', text, language: fields.language ?? null, stars: starsOf(rating) },
        null,
      ),
    ),
    publishedAt:
      publishedAt === undefined ? gatheredAt : publishedAt === null ? null : Date.parse(publishedAt),
    updatedAt: null,
    inReplyTo: fields.answers === undefined ? null : externalIdOf(db, fields.answers),
    details: {},
    kind: fields.kind ?? (rating === null ? 'post' : 'review'),
  }
}

/** For as long as it is saved, its author is one of the brand's own handles. */
function speakingAsUs<Result>(db: Database, { author }: ReadMention, save: () => Result): Result {
  const held = db.prepare<[], { handles: string }>('SELECT handles FROM brand').get()
  const setHandles = db.prepare('UPDATE brand SET handles = ?')
  setHandles.run(JSON.stringify([author?.handle ?? author?.name ?? '']))
  try {
    return save()
  } finally {
    setHandles.run(held?.handles ?? '[]')
  }
}

function rowOf(db: Database, externalId: string): number {
  const row = db
    .prepare<[string], { id: number }>('SELECT id FROM mention_text WHERE external_id = ?')
    .get(externalId)
  if (!row) throw new Error(`Nothing with the id ${externalId} was saved.`)
  return row.id
}

function externalIdOf(db: Database, id: MentionId): string {
  const sql = 'SELECT external_id FROM mention_text WHERE id = ?'
  const row = db.prepare<[number], { external_id: string }>(sql).get(placeOf(id).row)
  if (!row) throw new Error(`There is no mention ${id}.`)
  return row.external_id
}

function setStatus(db: Database, row: number, status: Status, reason: Reason | undefined): void {
  const held = status === 'resolved' ? (reason ?? 'no-reply-needed') : null
  writeStates(db, [row], () =>
    db.prepare('UPDATE mention_state SET status = ?, reason = ? WHERE id = ?').run(STATUS[status], held, row),
  )
}

function toRating(rating: Rating | number | null): Rating | null {
  return typeof rating === 'number' ? { value: rating, worst: 1, best: 5 } : rating
}
