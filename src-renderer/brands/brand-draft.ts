import type { AddressForm, Brand } from '../../src-main/contract/brands.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Input } from '../engine/call.ts'
import { BRAND_COLOURS } from './brand-colours.ts'

/** A brand as it is being written, before it is saved. */
export interface BrandDraft {
  readonly name: string
  readonly words: readonly string[]
  readonly handles: readonly string[]
  readonly colour: string
  readonly address: AddressForm | null
  readonly languages: readonly string[]
  readonly signature: string
}

export const addressForms = ['tu', 'usted', 'vos', 'voce', 'senhor'] as const satisfies readonly AddressForm[]

/** Another colour than the brands that are there have, where one is left. */
export function newDraft(taken: readonly string[]): BrandDraft {
  const free = BRAND_COLOURS.find(({ hex }) => !taken.includes(hex)) ?? BRAND_COLOURS[0]
  return {
    name: '',
    words: [],
    handles: [],
    colour: free.hex,
    address: null,
    languages: [],
    signature: '',
  }
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export interface WordGuess {
  /** Taken without asking: the name, and the name written together. */
  readonly sure: readonly string[]
  /** Offered: as an account and as a label, which somebody else might own. */
  readonly maybe: readonly string[]
}

/** The words that follow from a name: `Café Aurora` → `"Café Aurora"`, `cafeaurora`. */
export function guessWords(name: string): WordGuess {
  const clean = name.trim().replace(/\s+/gu, ' ')
  const together = fold(clean).replace(/[^\p{L}\p{N}]/gu, '')
  if (together === '') return { sure: [], maybe: [] }
  const phrase = clean.includes(' ') ? `"${clean.replaceAll('"', '')}"` : clean
  const sure = together === fold(clean) ? [phrase] : [phrase, together]
  return { sure, maybe: [`@${together}`, `#${together}`] }
}

export function toCreate(draft: BrandDraft): Input<'brands.create'> {
  return {
    name: draft.name.trim(),
    words: [...draft.words],
    handles: [...draft.handles],
    languages: [...draft.languages],
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    signature: draft.signature.trim(),
    colour: draft.colour,
    ...(draft.address === null ? {} : { address: draft.address }),
  }
}

/** What `brands.set` may change of a brand. */
export type BrandChanges = Partial<
  Pick<
    Brand,
    | 'name'
    | 'words'
    | 'handles'
    | 'languages'
    | 'timezone'
    | 'answersFrom'
    | 'address'
    | 'signature'
    | 'colour'
  >
>

/** Only what differs from the brand as it is. */
export function changesOf(brand: Brand, edited: BrandChanges): BrandChanges {
  const now: Readonly<Record<string, unknown>> = brand
  const differs = ([key, value]: [string, unknown]) => JSON.stringify(now[key]) !== JSON.stringify(value)
  return Object.fromEntries(Object.entries(edited).filter(differs))
}

export function toSet(brandId: BrandId, changes: BrandChanges): Input<'brands.set'> {
  return { ...changes, brandId }
}
