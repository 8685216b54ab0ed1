import type { z } from 'zod'
import type { brands } from '../../contract/brands.ts'
import { startOf } from '../../contract/day.ts'
import { changed, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { writeNow } from '../store/user-act.ts'
import { colourFor } from './colours.ts'
import { type BrandRow, insertBrandRow } from './store.ts'

type NewBrand = z.output<(typeof brands)['brands.create']['input']>

/** Makes a brand, with a file of its own. */
export function addBrand(context: EngineContext, input: NewBrand): BrandFile {
  const { stores, host, turn } = context
  const now = host.clock.now()
  const colour = colourFor(stores.brandIds().length)
  const file = stores.addBrand(now, (added) =>
    writeNow(turn, added.db, () =>
      insertBrandRow(added, newBrandRow(input, { uid: added.uid, colour, now })),
    ),
  )
  changed(context, file.brandId, ['brands'])
  return file
}

function newBrandRow(
  input: NewBrand,
  known: { readonly uid: string; readonly colour: string; readonly now: number },
): BrandRow {
  const timezone = input.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    uid: known.uid,
    name: input.name,
    words: JSON.stringify(input.words ?? [input.name]),
    handles: JSON.stringify(input.handles ?? []),
    languages: JSON.stringify(input.languages ?? []),
    timezone,
    answers_from: input.answersFrom === undefined ? null : startOf(input.answersFrom, timezone),
    address: input.address ?? null,
    signature: input.signature ?? '',
    colour: input.colour ?? known.colour,
    sample: 0,
    created_at: known.now,
  }
}
