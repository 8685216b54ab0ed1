import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { condition } from './question/keywords/keyword.ts'
import type { Asked } from './question/to-sql.ts'

/** Above this many hits the words are no rare ones: the head says them, too. */
const FEW_HITS = 2000

/**
 * Words that only a twin says find its head. Where there are none of those, or many hits, the question stays as it is:
 * the full-text index gives its rows in the order of time, which no union does.
 */
export function withTwins({ db }: BrandFile, asked: Asked): Asked {
  if (asked.match === null) return asked
  const heads = headsOnly(db, asked.match)
  if (heads.length === 0) return asked
  const hits = condition(
    'state.id IN (SELECT rowid FROM mention_fts WHERE mention_fts MATCH ? UNION SELECT value FROM json_each(?))',
    asked.match,
    JSON.stringify(heads),
  )
  return { match: null, conditions: [hits, ...asked.conditions] }
}

/** Heads that do not say the words themselves. */
function headsOnly(db: BrandFile['db'], match: string): number[] {
  if (
    prepared<[], { id: number }>(db, 'SELECT mention_id AS id FROM mention_twin LIMIT 1').get() === undefined
  )
    return []
  const hit = 'SELECT rowid AS row FROM mention_fts WHERE mention_fts MATCH ?'
  // To see that there are many takes a fifth of reading as many.
  const beyond = prepared<[string], { row: number }>(db, `${hit} LIMIT 1 OFFSET ${FEW_HITS}`)
  if (beyond.get(match) !== undefined) return []
  const hits = prepared<[string], { row: number }>(db, hit).all(match)
  const rows = new Set(hits.map(({ row }) => row))
  return prepared<[string], { head: number }>(
    db,
    'SELECT DISTINCT head_id AS head FROM mention_twin WHERE mention_id IN (SELECT value FROM json_each(?))',
  )
    .all(JSON.stringify([...rows]))
    .map(({ head }) => head)
    .filter((head) => !rows.has(head))
}
