import type { Brand } from '../../contract/brands.ts'
import { AddressForm } from '../../contract/brands.ts'
import { z } from 'zod'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { whileUnchanged } from '../store/while-unchanged.ts'
import { toInstant, toInstantOrNull } from '../store/time.ts'
import { countSnoozed, nextAwake, readStateCounters } from '../triage/state-store.ts'

/** One brand, as its row keeps it. Lists are JSON. */
export interface BrandRow {
  readonly uid: string
  readonly name: string
  readonly words: string
  readonly handles: string
  readonly languages: string
  readonly timezone: string
  readonly answers_from: number | null
  readonly address: string | null
  readonly signature: string
  readonly colour: string
  readonly sample: number
  readonly created_at: number
}

const Texts = z.array(z.string())

export function findBrandRow({ db }: Pick<BrandFile, 'db'>): BrandRow {
  const row = prepared<[], BrandRow>(db, 'SELECT * FROM brand WHERE id = 1').get()
  if (!row) throw new Error('A brand’s file has no brand in it.')
  return row
}

export function insertBrandRow({ db }: BrandFile, row: BrandRow): void {
  prepared<[BrandRow]>(
    db,
    `INSERT INTO brand (id, uid, name, words, handles, languages, timezone, answers_from, address, signature, colour, sample, created_at)
     VALUES (1, @uid, @name, @words, @handles, @languages, @timezone, @answers_from, @address, @signature, @colour, @sample, @created_at)`,
  ).run(row)
}

/** A brand with its counts, from its counters. */
export const readBrand: (file: BrandFile, now: number) => Brand = whileUnchanged((file, now) =>
  // Together: each question by itself would begin and end its own reading of the file.
  file.db.transaction(() => ({ value: readAtOnce(file, now), until: nextAwake(file.db, now) }))(),
)

function readAtOnce(file: BrandFile, now: number): Brand {
  const row = findBrandRow(file)
  const snoozed = countSnoozed(file, now)
  const counted = readStateCounters(file.db)
  return {
    brandId: file.brandId,
    uid: row.uid,
    name: row.name,
    words: Texts.parse(JSON.parse(row.words)),
    handles: Texts.parse(JSON.parse(row.handles)),
    languages: Texts.parse(JSON.parse(row.languages)),
    timezone: row.timezone,
    answersFrom: toInstantOrNull(row.answers_from),
    address: AddressForm.nullable().parse(row.address),
    signature: row.signature,
    colour: row.colour,
    sample: row.sample === 1,
    createdAt: toInstant(row.created_at),
    mentions: counted.new + counted.open + counted.pending + counted.resolved,
    unread: counted.new - snoozed.unread,
    unanswered: counted.unanswered - snoozed.unanswered,
    sources: countSources(file),
  }
}

function countSources({ db }: BrandFile): Brand['sources'] {
  const row = prepared<[], { fine: number; failing: number; paused: number }>(
    db,
    `SELECT count(*) FILTER (WHERE paused = 0 AND error IS NULL AND stopped IS NULL) AS fine,
            count(*) FILTER (WHERE paused = 0 AND (error IS NOT NULL OR stopped IS NOT NULL)) AS failing,
            count(*) FILTER (WHERE paused = 1) AS paused
     FROM source LEFT JOIN source_health ON source_health.source_id = source.id
     WHERE removed_at IS NULL AND kind <> 'file'`,
  ).get()
  return row ?? { fine: 0, failing: 0, paused: 0 }
}
