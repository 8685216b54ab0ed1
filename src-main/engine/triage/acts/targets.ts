import type { ActOn } from '../../../contract/acts.ts'
import type { MentionId } from '../../../contract/ids.ts'
import { brandsOf, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { placeOf } from '../../store/ids.ts'
import { isOfConversation } from '../../store/conversation-rows.ts'
import { prepared } from '../../store/prepared.ts'
import { toMs } from '../../store/time.ts'
import { askFor } from '../page-store.ts'
import { condition } from '../question/keywords/keyword.ts'
import { parseQuestion } from '../question/parse.ts'
import { selectRows } from '../question/select.ts'
import type { Asked } from '../question/to-sql.ts'

/** What an act is about in one brand's file. */
export interface Target {
  readonly file: BrandFile
  readonly asked: Asked
}

/** What an act is about, by brand. */
export function targetsOf(context: EngineContext, on: ActOn, now: number): Target[] {
  const until = 'asOf' in on ? toMs(on.asOf) : now
  const targets = 'ids' in on ? namedTargets(context, on.ids) : askedTargets(context, on, now)
  return on.members === 'conversation' ? targets.map((target) => withMembers(target, until)) : targets
}

function askedTargets(context: EngineContext, on: Exclude<ActOn, { ids: unknown }>, now: number): Target[] {
  const question = parseQuestion(on.where)
  const files = brandsOf(context, on.brandId === 'all' ? undefined : on.brandId)
  return files.map((file) => ({ file, asked: askFor(file, { question, now, asOf: on.asOf }) }))
}

function namedTargets(context: EngineContext, ids: readonly MentionId[]): Target[] {
  const byBrand = Map.groupBy(ids, (id) => id.slice(0, id.indexOf('.')))
  return [...byBrand.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { brand } = placeOf(first)
    // Ten thousand ids are taken apart here, not one by one through their schema again.
    const rows = group.map((id) => Number(id.slice(brand.length + '.m'.length)))
    // What is done to a twin is done to its head.
    const named = condition(
      `state.id IN (SELECT coalesce(head_id, value) FROM json_each(?) LEFT JOIN mention_twin ON mention_id = value)`,
      JSON.stringify(rows),
    )
    return [{ file: context.stores.brand(brand), asked: { match: null, conditions: [named] } }]
  })
}

/**
 * With everything of their conversations that was there. The rows are collected once, before anything is written: each
 * step of the act then only looks them up.
 */
function withMembers({ file, asked }: Target, until: number): Target {
  const { db } = file
  const { sql, parameters } = selectRows(asked, 'oldest', null, Number.MAX_SAFE_INTEGER)
  const rows = db
    .prepare<(string | number)[], number>(sql)
    .pluck()
    .all(...parameters)
  const members = prepared<[string, number], { rows: string }>(
    db,
    `SELECT json_group_array(DISTINCT other.id) AS rows FROM json_each(?) asked
     CROSS JOIN mention one ON one.id = asked.value
     CROSS JOIN mention other ON ${isOfConversation('other', 'one.conversation_id')} WHERE other.gathered_at <= ?`,
  ).get(JSON.stringify(rows), until)
  const named = condition('state.id IN (SELECT value FROM json_each(?))', members?.rows ?? '[]')
  return { file, asked: { match: null, conditions: [named] } }
}
