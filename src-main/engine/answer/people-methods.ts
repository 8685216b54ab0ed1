import { CallFailed } from '../../contract/failure.ts'
import type { PersonId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { people, Person } from '../../contract/people.ts'
import { change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { placeOf } from '../store/ids.ts'
import { beginAct, endAct, type Held, setFields } from '../triage/journal.ts'
import { ensurePerson, findPerson, listJourney } from './people-store.ts'

export const peopleMethods: HandlersFor<typeof people, EngineContext> = {
  'people.get': ({ stores }, { id }) => {
    const { brand, row } = placeOf(id)
    const file = stores.brand(brand)
    return { ...personOf(file, id, row), journey: listJourney(file, row) }
  },

  'people.set': (context, { id, firstName, address, notes }) => {
    const { brand, row } = placeOf(id)
    const file = context.stores.brand(brand)
    personOf(file, id, row)
    const fields = written({ first_name: firstName, address, notes })
    change(context, file, ['people'], () => {
      const act = beginAct(file, {
        kind: 'person',
        detail: '',
        who: 'user',
        at: context.host.clock.now(),
        undoable: true,
      })
      ensurePerson(file.db, row)
      setFields(file, act, 'person', row, fields)
      endAct(file.db, act, 1)
    })
    return personOf(file, id, row)
  },
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
