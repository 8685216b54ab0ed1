import { newUid } from '../store/uid.ts'
import type { BrandId } from '../../contract/ids.ts'
import type { EngineContext } from '../context.ts'
import type { ReadMention } from '../gather/gatherer-protocol.ts'
import { readItem } from '../gather/read/read-item.ts'
import { saveMentions } from '../gather/save/save.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import type { Stores } from '../store/stores.ts'
import { writeNow } from '../store/user-act.ts'
import { readSampleFiles, type SampleFiles, type SampleMention, type SampleSource } from './sample-files.ts'
import { writeSampleHistory } from './sample-history.ts'
import { findBrandRow, insertBrandRow } from './store.ts'

/** The sample brand that is here already, or null. */
export function findSampleBrand(stores: Stores): BrandId | null {
  return stores.openBrands().files.find((file) => findBrandRow(file).sample === 1)?.brandId ?? null
}

/** Adds the sample brand of resources/sample, with its history: all of it or nothing. */
export function addSampleBrand(context: EngineContext): BrandFile {
  const files = readSampleFiles(context.host.resources)
  const now = context.host.clock.now()
  return context.stores.addBrand(now, (file) =>
    writeNow(context.turn, file.db, () => {
      writeBrand(file, files, now)
      for (const source of files.sources) writeSource(file, source, files.mentions, now)
      const rows = rowsByExternalId(file)
      writeSampleHistory(file, files.history, rows, { now, timezone: files.brand.timezone })
    }),
  )
}

function writeBrand(file: BrandFile, { brand }: SampleFiles, now: number): void {
  insertBrandRow(file, {
    uid: file.uid,
    name: brand.name,
    words: JSON.stringify(brand.words),
    handles: JSON.stringify(brand.handles),
    languages: JSON.stringify(brand.languages),
    timezone: brand.timezone,
    answers_from: now - brand.answersFrom.ago,
    address: brand.address,
    signature: brand.signature,
    colour: brand.colour,
    sample: 1,
    created_at: now,
  })
}

function writeSource(
  file: BrandFile,
  source: SampleSource,
  mentions: readonly SampleMention[],
  now: number,
): void {
  const row = insertSource(file, source, now)
  const said = mentions.filter((mention) => mention.source === source.key)
  saveMentions(
    file.db,
    row,
    said.map((mention) => toRead(mention, now)),
    now,
  )
}

function insertSource({ db }: BrandFile, source: SampleSource, now: number): number {
  const found = prepared<[Record<string, unknown>], { id: number }>(
    db,
    `INSERT INTO source (uid, url, host, home_url, title, kind, format, brings, answers_from, paused, added_at)
     VALUES (@uid, @url, @host, @homeUrl, @title, @kind, @format, 'everything', (SELECT answers_from FROM brand), @paused, @addedAt)
     RETURNING id`,
  ).get({
    ...source,
    uid: newUid(),
    host: new URL(source.url).host,
    paused: source.paused ? 1 : 0,
    addedAt: now - source.addedAgo,
  })
  if (!found) throw new Error('A sample source could not be written.')
  const { error } = source
  prepared<[Record<string, unknown>]>(
    db,
    `INSERT INTO source_health (source_id, last_try_at, last_success_at, failures, failing_since, error)
     VALUES (@row, @tryAt, @successAt, @failures, @since, @error)`,
  ).run({
    row: found.id,
    tryAt: now,
    successAt: now - source.lastSuccessAgo,
    failures: error === null ? 0 : 1,
    since: error === null ? null : now - error.sinceAgo,
    error:
      error === null
        ? null
        : JSON.stringify({ kind: error.kind, message: error.message, hint: error.hint, facts: error.facts }),
  })
  return found.id
}

function toRead(mention: SampleMention, now: number): ReadMention {
  return readItem(
    {
      externalId: mention.externalId,
      title: mention.title,
      markup: mention.html ?? null,
      text: mention.text ?? null,
      url: mention.url,
      author: mention.author,
      rating: mention.rating,
      publishedAt: now - mention.publishedAt.ago,
      updatedAt: null,
      inReplyTo: mention.inReplyTo ?? null,
      kind: mention.kind,
    },
    mention.url,
  )
}

function rowsByExternalId({ db }: BrandFile): (externalId: string) => number {
  const all = prepared<[], { id: number; external_id: string }>(
    db,
    'SELECT id, external_id FROM mention_text',
  ).all()
  const rows = new Map(all.map(({ id, external_id }) => [external_id, id]))
  return (externalId) => {
    const row = rows.get(externalId)
    if (row === undefined) throw new Error(`The sample has no mention ${externalId}.`)
    return row
  }
}
