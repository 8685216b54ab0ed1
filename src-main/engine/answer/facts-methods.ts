import type { ActKind } from '../../contract/acts.ts'
import { CallFailed } from '../../contract/failure.ts'
import type { facts } from '../../contract/facts.ts'
import type { FactId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import { change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { factId, placeOf } from '../store/ids.ts'
import { beginAct, endAct, type Held, noteRowMade, setFields } from '../triage/journal.ts'
import { addFact, hasFact, listFacts } from './facts-store.ts'

export const factsMethods: HandlersFor<typeof facts, EngineContext> = {
  'facts.list': ({ stores }, { brandId, language }) => ({
    items: listFacts(stores.brand(brandId), language ?? null),
  }),

  'facts.save': (context, { brandId, factId: id, language, title, body }) => {
    const file = context.stores.brand(brandId)
    if (id !== undefined) known(file, id)
    const row = writeFact(context, file, {
      kind: 'fact',
      detail: title,
      row: id === undefined ? null : placeOf(id).row,
      fields: { language, title, body, removed_at: null },
    })
    return { factId: factId(brandId, row) }
  },

  'facts.remove': (context, { factId: id }) => {
    const { brand, row } = placeOf(id)
    const file = context.stores.brand(brand)
    known(file, id)
    const removed = { removed_at: context.host.clock.now() }
    writeFact(context, file, { kind: 'fact-removed', detail: '', row, fields: removed })
    return { factId: id }
  },
}

interface FactWrite {
  readonly kind: ActKind
  readonly detail: string
  /** Null for a new one. */
  readonly row: number | null
  readonly fields: Readonly<Record<string, Held>>
}

function writeFact(
  context: EngineContext,
  file: BrandFile,
  { kind, detail, row, fields }: FactWrite,
): number {
  const at = context.host.clock.now()
  return change(context, file, ['facts'], () => {
    const act = beginAct(file, { kind, detail, who: 'user', at, undoable: true })
    const written = row ?? addFact(file, at)
    if (row === null) noteRowMade(file, act, 'fact', written)
    setFields(file, act, 'fact', written, fields)
    endAct(file.db, act, 1)
    return written
  })
}

/** Throws where the brand has no such fact: also for one of another brand. */
function known(file: BrandFile, id: FactId): void {
  const { brand, row } = placeOf(id)
  if (brand === file.brandId && hasFact(file, row)) return
  throw new CallFailed({
    kind: 'not-found',
    message: 'There is no such fact of this brand.',
    hint: 'facts.list says which there are.',
  })
}
