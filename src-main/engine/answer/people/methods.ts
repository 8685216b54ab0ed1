import { CallFailed } from '../../../contract/failure.ts'
import type { BrandId, PersonId } from '../../../contract/ids.ts'
import type { HandlersFor } from '../../../contract/method.ts'
import type { people, Person } from '../../../contract/people.ts'
import { change, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { actId, personId, placeOf } from '../../store/ids.ts'
import { beginAct, endAct, type Held, noteRowMade, setFields } from '../../triage/journal.ts'
import { effortUpTo } from '../heard/effort-store.ts'
import { feelingsAround } from '../heard/matter.ts'
import { likenessOf, weightOf } from './likeness.ts'
import { mergePeople, notSame, unmergePeople } from './merge.ts'
import { ensurePerson, findLastText, findPerson, listAuthorRows, listJourney, personNow } from './store.ts'
import { listCandidates, readTraits } from './traits-store.ts'

export const peopleMethods: HandlersFor<typeof people, EngineContext> = {
  'people.get': ({ stores }, { id, upTo }) => {
    const { brand, row: named } = placeOf(id)
    const file = stores.brand(brand)
    const row = personNow(file, named)
    const journey = listJourney(file, row)
    return {
      ...personOf(file, id, row),
      journey,
      effort: effortUpTo(file, row, upTo === undefined ? Number.MAX_SAFE_INTEGER : placeOf(upTo).row),
      feelings: feelingsAround(journey),
    }
  },

  'people.set': (context, { id, firstName, address, notes }) => {
    const { brand, row } = placeOf(id)
    const file = context.stores.brand(brand)
    personOf(file, id, row)
    const fields = written({ first_name: firstName, address, notes })
    change(context, file, ['people'], () => {
      const at = context.host.clock.now()
      const act = beginAct(file, { kind: 'person', detail: '', who: 'user', at, undoable: true })
      if (ensurePerson(file.db, row) === 'made') noteRowMade(file, act, 'person', row)
      setFields(file, act, 'person', row, fields)
      endAct(file.db, act, 1)
    })
    return personOf(file, id, row)
  },

  'people.suggestions': ({ stores }, { id }) => {
    const { brand, row: named } = placeOf(id)
    const file = stores.brand(brand)
    const row = personNow(file, named)
    const traits = readTraits(file, row)
    const likely = listCandidates(file, row, traits).flatMap((other) => {
      const reasons = likenessOf(traits, readTraits(file, other))
      return reasons ? [{ other, reasons: [...reasons] }] : []
    })
    likely.sort((a, b) => weightOf(b.reasons) - weightOf(a.reasons))
    return {
      items: likely.slice(0, 8).map(({ other, reasons }) => ({
        person: personOf(file, personId(brand, other), other),
        reasons,
        lastText: findLastText(file, other),
      })),
    }
  },

  'people.merge': (context, { ids }) => {
    const { file, rows } = ofOneBrand(context, ids)
    if (new Set(rows).size < 2) throw conflict('They are one person already.')
    const at = context.host.clock.now()
    const { act, person } = change(context, file, ['people', 'mentions'], () => mergePeople(file, rows, at))
    return { id: personId(file.brandId, person), actId: actId([file.brandId], act.uid) }
  },

  'people.unmerge': (context, { id, handles }) => {
    const { file, rows } = ofOneBrand(context, [id])
    const [person = 0] = rows
    const all = listAuthorRows(file, person)
    const leaving = [...new Set(handles.map((handle) => placeOf(handle)))].map(({ row }) => row)
    if (leaving.some((row) => !all.includes(row))) throw notTheirs()
    if (leaving.length >= all.length) throw conflict('One of them has to stay.')
    const at = context.host.clock.now()
    const act = change(context, file, ['people', 'mentions'], () => unmergePeople(file, person, leaving, at))
    return { id: personId(file.brandId, person), actId: actId([file.brandId], act.uid) }
  },

  'people.notSame': (context, { ids }) => {
    const { file, rows } = ofOneBrand(context, ids)
    const [one, other] = rows
    if (one === undefined || other === undefined || one === other)
      throw conflict('They are one person already.')
    const at = context.host.clock.now()
    const act = change(context, file, ['people'], () => notSame(file, one, other, at))
    return { actId: actId([file.brandId], act.uid) }
  },
}

/** The file and the people of ids that all are of one brand: people of two brands are never one. */
function ofOneBrand(
  { stores }: EngineContext,
  ids: readonly PersonId[],
): { readonly file: BrandFile; readonly rows: readonly number[] } {
  const places = ids.map((id) => placeOf(id))
  const brands = new Set<BrandId>(places.map(({ brand }) => brand))
  const [brand] = brands
  if (brand === undefined || brands.size > 1) {
    throw new CallFailed({
      kind: 'invalid-input',
      message: 'People of two brands are never one person.',
      hint: 'Name people of one brand.',
    })
  }
  const file = stores.brand(brand)
  const rows = places.map(({ row }) => personNow(file, row))
  rows.forEach((row) => personOf(file, personId(brand, row), row))
  return { file, rows }
}

function notTheirs(): CallFailed {
  return new CallFailed({
    kind: 'invalid-input',
    message: 'That handle is not one of this person’s.',
    hint: 'people.get lists them.',
  })
}

function conflict(message: string): CallFailed {
  return new CallFailed({ kind: 'conflict', message, hint: '' })
}

function personOf(file: BrandFile, id: PersonId, row: number): Person {
  const person = findPerson(file, row)
  if (person) return person
  throw new CallFailed({
    kind: 'not-found',
    message: `There is no person ${id}.`,
    hint: 'mentions.get names the person.',
  })
}

/** Only what was given: undefined leaves a field as it is. */
function written(fields: Readonly<Record<string, Held | undefined>>): Record<string, Held> {
  const given: Record<string, Held> = {}
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) given[name] = value
  return given
}
