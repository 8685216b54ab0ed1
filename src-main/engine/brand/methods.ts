import type { Brand, brands } from '../../contract/brands.ts'
import { CallFailed } from '../../contract/failure.ts'
import type { BrandId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import { change, changed, type EngineContext } from '../context.ts'
import { lookAgain } from '../gather/store.ts'
import type { BrandFile } from '../store/brand-file.ts'
import type { OpenedBrands } from '../store/stores.ts'
import { recogniseNoting } from '../triage/voice-undo.ts'
import { beginAct, endAct, type Held, setFields } from '../triage/journal.ts'
import { startOf } from '../../contract/day.ts'
import { addBrand } from './new-brand.ts'
import { type BrandRow, findBrandRow, readBrand } from './store.ts'

export const brandMethods: HandlersFor<typeof brands, EngineContext> = {
  'brands.create': (context, input) => ({ brandId: addBrand(context, input).brandId }),

  'brands.list': ({ stores, host }) => listBrands(stores.openBrands(), host.clock.now()),

  'brands.set': (context, { brandId, ...changes }) => {
    const file = context.stores.brand(brandId)
    const held = findBrandRow(file)
    const fields = toColumns(changes, changes.timezone ?? held.timezone)
    const now = context.host.clock.now()
    change(context, file, ['brands', 'mentions', 'sources'], () => {
      const act = beginAct(file, { kind: 'brand', detail: held.name, who: 'user', at: now, undoable: true })
      setFields(file, act, 'brand', 1, fields)
      endAct(file.db, act, 1)
      if (differs(held, fields, 'words')) lookAgain(file.db)
      if (differs(held, fields, 'handles')) recogniseNoting(file, act)
    })
    context.gatherer.wake()
    return readBrand(file, now)
  },

  'brands.addSample': async (context) => {
    // Reading text loads the language tables, which no ordinary start should wait for.
    const { addSampleBrand, findSampleBrand } = await import('./sample.ts')
    const known = findSampleBrand(context.stores)
    if (known !== null) return { brandId: known }
    const file = addSampleBrand(context)
    changed(context, file.brandId, ['brands', 'mentions', 'sources', 'tags', 'people', 'replies', 'promises'])
    return { brandId: file.brandId }
  },

  'brands.erase': (context, { brandId, name }) => {
    refuseOtherName(context.stores.brand(brandId), brandId, name)
    context.stores.eraseBrand(brandId)
    changed(context, brandId, ['brands', 'mentions', 'sources', 'replies', 'promises', 'tags'])
    return { erased: true }
  },
}

function listBrands({ files, unopened }: OpenedBrands, now: number) {
  return {
    items: files.map((file) => readBrand(file, now)),
    unopened: unopened.map(({ brandId, failure }) => ({ brandId, failure })),
  }
}

type Changes = { readonly [Name in keyof Brand]?: Brand[Name] | undefined }

function toColumns(changes: Changes, timezone: string): Record<string, Held> {
  const columns: Record<string, Held | undefined> = {
    name: changes.name,
    words: json(changes.words),
    handles: json(changes.handles),
    languages: json(changes.languages),
    timezone: changes.timezone,
    answers_from:
      typeof changes.answersFrom === 'string' ? startOf(changes.answersFrom, timezone) : changes.answersFrom,
    address: changes.address,
    signature: changes.signature,
    colour: changes.colour,
  }
  const given: Record<string, Held> = {}
  for (const [name, value] of Object.entries(columns)) if (value !== undefined) given[name] = value
  return given
}

function json(list: readonly string[] | undefined): string | undefined {
  return list === undefined ? undefined : JSON.stringify(list)
}

function differs(
  held: BrandRow,
  fields: Readonly<Record<string, Held>>,
  column: 'words' | 'handles',
): boolean {
  return fields[column] !== undefined && fields[column] !== held[column]
}

function refuseOtherName(file: BrandFile, brandId: BrandId, name: string): void {
  const held = findBrandRow(file).name
  if (name === held) return
  throw new CallFailed({
    kind: 'conflict',
    message: `${brandId} is called ${held}, not ${name}. Nothing was erased.`,
    hint: 'Erasing cannot be undone, so the name must be repeated exactly.',
    facts: { name: held },
  })
}
