import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import type { Learnt } from '../../understand/learn.ts'
import { learntIn } from '../../understand/store.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { type BrandWords, namesIn, toBrandWords } from './naming.ts'
import { type OwnHandles, toOwnHandles } from './voice.ts'

/** Where a document comes from, and what its brand knows. */
export interface Place {
  readonly sourceRow: number
  readonly host: string
  readonly brings: 'everything' | 'what-names-us'
  readonly answersFrom: number
  readonly words: BrandWords
  readonly handles: OwnHandles
  /** Everything new from it gets these. */
  readonly tags: readonly string[]
  /** What the brand's user taught about feelings; null where that is nothing. */
  readonly learnt: Learnt | null
  /** Whether this document or an earlier one gave one id, or one address, to two texts. */
  readonly repeatsIds: boolean
  readonly mustNoteRepeats: boolean
}

/** What is known of a source before anything of it is saved; null when it is not there (any more). */
export function readPlace(db: Database, sourceRow: number): Omit<Place, 'mustNoteRepeats'> | null {
  const row = prepared<
    [number],
    {
      host: string
      brings: Place['brings']
      answers_from: number
      words: string
      handles: string
      name: string
      repeats_ids: 0 | 1
      tags: string
    }
  >(
    db,
    `SELECT host, brings, source.answers_from, words, handles, name, repeats_ids, tags FROM source, brand
     WHERE source.id = ? AND removed_at IS NULL`,
  ).get(sourceRow)
  if (!row) return null
  const words = toBrandWords(strings(row.words))
  return {
    sourceRow,
    host: row.host,
    brings: row.brings,
    answersFrom: row.answers_from,
    // A brand without words is still called by its name.
    words: words.names.length > 0 ? words : { ...words, names: toBrandWords([row.name]).names },
    handles: toOwnHandles(strings(row.handles)),
    tags: strings(row.tags),
    learnt: learntIn(db),
    repeatsIds: row.repeats_ids === 1,
  }
}

function strings(json: string): string[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}

/** Which of the brand's words a mention uses, where only those that do are kept. */
export function namesOf({ brings, words }: Place, { title, text }: ReadMention): string[] {
  return brings === 'what-names-us' ? namesIn(words, `${title}\n${text}`) : []
}
