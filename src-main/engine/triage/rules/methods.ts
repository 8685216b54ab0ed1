import type { ActKind } from '../../../contract/acts.ts'
import { CallFailed } from '../../../contract/failure.ts'
import type { BrandId, RuleId } from '../../../contract/ids.ts'
import type { HandlersFor } from '../../../contract/method.ts'
import type { rules } from '../../../contract/rules.ts'
import { findBrandRow } from '../../brand/store.ts'
import { change, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { actId, placeOf, ruleId } from '../../store/ids.ts'
import { rowAt } from '../../store/mention-key.ts'
import { toInstant } from '../../store/time.ts'
import { undoAct } from '../acts/undo-store.ts'
import { beginAct, endAct, type Held, noteChange, type OpenAct, setFields } from '../journal.ts'
import { askFor } from '../page-store.ts'
import { condition } from '../question/keywords/keyword.ts'
import { parseQuestion } from '../question/parse.ts'
import { printQuestion } from '../question/print.ts'
import { listMentions } from '../store.ts'
import { checkedActs, checkedMute } from './checks.ts'
import { problemOf } from './matching.ts'
import { nameOfPerson } from './muted-store.ts'
import { runOverPast } from './run-past.ts'
import { findRule, insertRule, listRules, type RuleRow, standingActs, toRule, writtenAs } from './store.ts'
import { tryQuestion } from './try-store.ts'

export const ruleMethods: HandlersFor<typeof rules, EngineContext> = {
  'rules.list': (context, { brandId }) => {
    const file = context.stores.brand(brandId)
    const now = context.host.clock.now()
    return { items: listRules(file).map((row) => toRule(file, row, problemOf(file, row, now))) }
  },

  'rules.try': (context, { brandId, where, days, limit = 20 }) => {
    const file = context.stores.brand(brandId)
    const now = context.host.clock.now()
    const since = now - days * 86_400_000
    const asked = askFor(file, { question: parseQuestion(where), now })
    const narrowed = { ...asked, conditions: [...asked.conditions, condition('state.id >= ?', rowAt(since))] }
    const { count, rows } = tryQuestion(file, narrowed, limit)
    return { count, items: listMentions(file, rows), since: toInstant(since) }
  },

  'rules.add': (context, { brandId, name, where, acts, stops, works }) => {
    const file = context.stores.brand(brandId)
    const fields = {
      kind: 'rule' as const,
      name,
      question: printQuestion(parseQuestion(where)),
      person_id: null,
      acts: JSON.stringify(checkedActs(acts, momentOf(context, file))),
      stops: stops ? (1 as const) : (0 as const),
      works: works ? (1 as const) : (0 as const),
    }
    return addRule(context, file, fields, 'rule-add')
  },

  'rules.mute': (context, { on, as }) => {
    const isPerson = 'personId' in on
    const file = context.stores.brand(isPerson ? placeOf(on.personId).brand : on.brandId)
    const person = isPerson ? placeOf(on.personId).row : null
    const fields = {
      kind: isPerson ? ('muted-person' as const) : ('muted-words' as const),
      name: isPerson ? nameOfPerson(file, placeOf(on.personId).row) : on.words,
      question: isPerson ? '' : on.words,
      person_id: person,
      acts: JSON.stringify([{ kind: 'resolve', value: as }]),
      stops: 1 as const,
      works: 1 as const,
    }
    return addRule(context, file, fields, 'mute')
  },

  'rules.set': (context, { ruleId: id, ...given }) => {
    const { file, row } = findPlace(context, id)
    const fields = changedFields(context, file, row, given)
    return changeRules(context, file, { kind: 'rule-set', detail: given.name ?? row.name }, (act) => {
      setFields(file, act, 'rule', row.id, fields)
    })
  },

  'rules.order': (context, { brandId, ruleIds }) => {
    const file = context.stores.brand(brandId)
    const named = ruleIds.map((id) => findPlace(context, id).row.id)
    const others = listRules(file)
      .map(({ id }) => id)
      .filter((id) => !named.includes(id))
    return changeRules(context, file, { kind: 'rule-order', detail: '' }, (act) => {
      for (const [at, row] of [...named, ...others].entries())
        setFields(file, act, 'rule', row, { position: at + 1 })
    })
  },

  'rules.remove': (context, { ruleId: id }) => {
    const { file, row } = findPlace(context, id)
    const now = context.host.clock.now()
    return changeRules(context, file, { kind: 'rule-remove', detail: row.name }, (act) => {
      setFields(file, act, 'rule', row.id, { removed_at: now })
    })
  },

  'rules.run': async (context, { ruleId: id, days }, scope) => {
    const { file, row } = findPlace(context, id)
    const { uid, count } = await runOverPast(context, file, row, days, scope)
    return { actId: actId([file.brandId], uid), count }
  },

  'rules.undo': (context, { ruleId: id }) => {
    const { brand, row } = placeOf(id)
    const file = context.stores.brand(brand)
    const at = context.host.clock.now()
    return change(context, file, ['mentions', 'tags', 'rules'], () => {
      const undone = standingActs(file, row).map((uid) => undoAct(file, uid, at))
      return {
        undone: undone.reduce((sum, each) => sum + each.undone, 0),
        left: undone.flatMap(({ left }) => [...left]),
      }
    })
  },
}

function findPlace(context: EngineContext, id: RuleId): { readonly file: BrandFile; readonly row: RuleRow } {
  const { brand, row } = placeOf(id)
  const file = context.stores.brand(brand)
  const rule = findRule(file, row)
  if (rule) return { file, row: rule }
  throw new CallFailed({
    kind: 'not-found',
    message: `There is no rule ${id}.`,
    hint: 'rules.list says which there are.',
  })
}

function momentOf({ host }: EngineContext, file: BrandFile) {
  return { now: host.clock.now(), timezone: findBrandRow(file).timezone }
}

type NewRule = Omit<RuleRow, 'id' | 'uid' | 'position' | 'added_at' | 'removed_at'>

function addRule(context: EngineContext, file: BrandFile, fields: NewRule, kind: ActKind) {
  let added: RuleRow | null = null
  const done = changeRules(context, file, { kind, detail: fields.name }, (act) => {
    added = insertRule(file, { ...fields, added_at: context.host.clock.now() })
    const note = { subject: 'rule', row: added.id, field: 'created', before: null } as const
    noteChange(file.db, act, { ...note, after: writtenAs(added) })
  })
  const row = idOf(added)
  return { ruleId: ruleId(file.brandId, row), ...done }
}

function idOf(added: RuleRow | null): number {
  if (added === null) throw new Error('A rule was added and is not there.')
  return added.id
}

interface Given {
  readonly name?: string | undefined
  readonly where?: string | undefined
  readonly acts?: Parameters<typeof checkedActs>[0] | undefined
  readonly stops?: boolean | undefined
  readonly works?: boolean | undefined
}

function changedFields(
  context: EngineContext,
  file: BrandFile,
  rule: RuleRow,
  { name, where, acts, stops, works }: Given,
): Record<string, Held> {
  const checked = (given: NonNullable<typeof acts>) =>
    rule.kind === 'rule' ? checkedActs(given, momentOf(context, file)) : checkedMute(given)
  return {
    ...(name === undefined ? {} : { name }),
    ...(where === undefined || rule.kind === 'muted-person' ? {} : { question: asWritten(rule, where) }),
    ...(acts === undefined ? {} : { acts: JSON.stringify(checked(acts)) }),
    ...(stops === undefined ? {} : { stops: stops ? 1 : 0 }),
    ...(works === undefined ? {} : { works: works ? 1 : 0 }),
  }
}

function asWritten({ kind }: RuleRow, where: string): string {
  return kind === 'rule' ? printQuestion(parseQuestion(where)) : where.trim()
}

/** One act on a brand's rules. */
function changeRules(
  context: EngineContext,
  file: BrandFile,
  head: { readonly kind: ActKind; readonly detail: string },
  write: (act: OpenAct) => void,
) {
  const at = context.host.clock.now()
  const brands: readonly BrandId[] = [file.brandId]
  const act = change(context, file, ['rules'], () => {
    const open = beginAct(file, { ...head, who: 'user', at, undoable: true })
    write(open)
    endAct(file.db, open, 1)
    return open
  })
  return { actId: actId(brands, act.uid) }
}
