import type { BrandFile } from '../../store/brand-file.ts'
import { ruleId } from '../../store/ids.ts'
import { prepared } from '../../store/prepared.ts'
import type { OpenAct } from '../journal.ts'
import { type RuleRow, writtenAs } from '../rules/store.ts'
import type { Left } from './undo-fields.ts'

/**
 * Takes a rule away that an act added, where it is still as it was added; one that has done something stays in the file,
 * so that what it did still says who did it.
 */
export function undoAddedRule(file: BrandFile, act: OpenAct, now: number): Left[] {
  const sql = `SELECT row_id AS row, after FROM act_change
    WHERE act_id = ? AND subject = 'rule' AND field = 'created'`
  const added = prepared<[number], { row: number; after: string }>(file.db, sql).all(act.id)
  return added.filter(({ row, after }) => !takeAway(file, row, after, now)).map(({ row }) => left(file, row))
}

function takeAway({ db }: BrandFile, row: number, after: string, now: number): boolean {
  const rule = prepared<[number], RuleRow>(db, 'SELECT * FROM rule WHERE id = ?').get(row)
  if (!rule || rule.removed_at !== null || writtenAs(rule) !== after) return false
  const acted = prepared<[number], { id: number }>(db, 'SELECT id FROM act WHERE rule_id = ? LIMIT 1').get(
    row,
  )
  if (acted) prepared<[number, number]>(db, 'UPDATE rule SET removed_at = ? WHERE id = ?').run(now, row)
  else prepared<[number]>(db, 'DELETE FROM rule WHERE id = ?').run(row)
  return true
}

function left({ db, brandId }: BrandFile, row: number): Left {
  const rule = prepared<[number], RuleRow>(db, 'SELECT * FROM rule WHERE id = ?').get(row)
  return { id: ruleId(brandId, row), field: 'created', holds: rule?.name ?? '' }
}
