import type { Database } from 'better-sqlite3'
import type { Brings, SourceKind } from '../../../contract/sources.ts'
import { prepared } from '../../store/prepared.ts'
import { tagsOf } from '../sources/source-tags.ts'

/** A source as a list of feeds tells of it. */
export interface SourceInList {
  readonly url: string
  readonly title: string
  readonly homeUrl: string | null
  readonly kind: SourceKind
  readonly brings: Brings
  readonly paused: 0 | 1
  readonly everyMinutes: number | null
  readonly tags: readonly string[]
}

/** The sources that another program, or another install, could gather: imported files are none. */
export function listForOpml(db: Database): readonly SourceInList[] {
  return prepared<[], Omit<SourceInList, 'tags'> & { readonly tags: string }>(
    db,
    `SELECT url, title, home_url AS homeUrl, kind, brings, paused, every_minutes AS everyMinutes, tags
     FROM source WHERE removed_at IS NULL AND kind <> 'file' ORDER BY id`,
  )
    .all()
    .map((row) => ({ ...row, tags: tagsOf(row.tags) }))
}

/** What a list says of a source beside its address. */
export function setFromList(
  db: Database,
  row: number,
  { tags, paused, everyMinutes }: Pick<SourceInList, 'tags' | 'paused' | 'everyMinutes'>,
): void {
  prepared<[string, number, number | null, number]>(
    db,
    'UPDATE source SET tags = ?, paused = ?, every_minutes = ? WHERE id = ?',
  ).run(JSON.stringify(tags), paused, everyMinutes, row)
}
