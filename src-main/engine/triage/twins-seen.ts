import type { AlsoSeen } from '../../contract/mentions.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId, sourceId } from '../store/ids.ts'
import { timeOfRow } from '../store/mention-key.ts'
import { prepared } from '../store/prepared.ts'
import { toInstant } from '../store/time.ts'
import { findGroup, membersOf, type TwinGroup } from './twins-store.ts'

interface SeenRow {
  readonly row: number
  readonly source: number
  readonly title: string
  readonly url: string | null
  readonly name: string
  readonly handle: string | null
  readonly profile: string | null
  /** Whether it is a mention of its own, or the same one through another source. */
  readonly own: 0 | 1
}

const SELECT_SEEN = `
  WITH member AS (SELECT value AS id FROM json_each(@members)),
  seen AS (
    SELECT mention.id AS row, source_id AS source, 1 AS own FROM mention JOIN member USING (id)
    UNION ALL
    SELECT mention_id, source_id, 0 FROM mention_seen WHERE mention_id IN (SELECT id FROM member) GROUP BY mention_id, source_id
  )
  SELECT row, source, source.title, text.url, text.author AS name, author.handle, author.url AS profile, own
  FROM seen JOIN source ON source.id = seen.source JOIN mention ON mention.id = seen.row
    JOIN mention_text text ON text.id = seen.row LEFT JOIN author ON author.id = mention.author_id
  ORDER BY own DESC, row, source`

/** Where else a mention was seen: the others that are shown with it, and the other sources of each. */
export function listAlsoSeen(file: BrandFile, row: number): AlsoSeen[] {
  const group = findGroup(file.db, row)
  const members = JSON.stringify(membersOf(group))
  return prepared<[{ members: string }], SeenRow>(file.db, SELECT_SEEN)
    .all({ members })
    .filter((seen) => seen.own === 0 || seen.row !== row)
    .map((seen) => ({
      id: seen.own === 1 ? mentionId(file.brandId, seen.row) : null,
      sourceId: sourceId(file.brandId, seen.source),
      sourceTitle: seen.title,
      url: seen.url,
      author: { name: seen.name, handle: seen.handle, url: seen.profile },
      at: toInstant(timeOfRow(seen.row)),
      why: seen.own === 1 ? whyOf(group, row, seen.row) : 'same-mention',
    }))
}

/** A twin says why it is there; the head is there for the twin that is looked at. */
function whyOf({ head, twins }: TwinGroup, row: number, other: number): AlsoSeen['why'] {
  const named = other === head ? row : other
  return twins.find((twin) => twin.row === named)?.why ?? 'same-text'
}
