import { z } from 'zod'
import { Failure } from './failure.ts'
import { BrandId, Instant, InstantOrDay } from './ids.ts'
import { read, write } from './method.ts'

export const AddressForm = z.enum(['tu', 'usted', 'vos', 'voce', 'senhor'])
export type AddressForm = z.output<typeof AddressForm>

/** `#rrggbb`. */
export const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/)

const timezone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}, 'a time zone such as Europe/Madrid')

const writable = {
  name: z.string().trim().min(1).max(120),
  /** What people call it: names, misspellings, products, `"a phrase"`, `@handle`, `#tag`, `-exclusion`. */
  words: z.array(z.string().trim().min(1).max(120)).max(500),
  /** The brand's own handles: what they write is our voice. With or without `@`, or a profile's address. */
  handles: z.array(z.string().trim().min(1).max(300)).max(200),
  /** ISO 639-1. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(20),
  timezone,
  /** Mentions older than this come in as *before our time*. Default: 14 days before a source is added. */
  answersFrom: InstantOrDay.nullable(),
  address: AddressForm.nullable(),
  signature: z.string().max(300),
  colour: Colour,
}

export const Brand = z.object({
  ...writable,
  answersFrom: Instant.nullable(),
  brandId: BrandId,
  uid: z.uuid(),
  sample: z.boolean(),
  createdAt: Instant,
  mentions: z.number().int(),
  unread: z.number().int(),
  unanswered: z.number().int(),
  sources: z.object({ fine: z.number().int(), failing: z.number().int(), paused: z.number().int() }),
})
export type Brand = z.output<typeof Brand>

export const brands = {
  'brands.create': write(
    'Creates a brand, with a file of its own.',
    z.object({
      name: writable.name,
      words: writable.words.optional(),
      handles: writable.handles.optional(),
      languages: writable.languages.optional(),
      timezone: writable.timezone.optional(),
      answersFrom: InstantOrDay.optional(),
      address: AddressForm.optional(),
      signature: writable.signature.optional(),
      colour: Colour.optional(),
    }),
    z.object({ brandId: BrandId }),
  ),
  'brands.list': read(
    'Lists the brands of this install, in the order the user likes.',
    z.object({}),
    z.object({
      items: z.array(Brand),
      /** Brands whose file cannot be opened (newer, damaged), and why; nothing of them is changed. */
      unopened: z.array(z.object({ brandId: BrandId, failure: Failure })),
    }),
  ),
  'brands.set': write(
    'Changes what is known of a brand. New words look again at what the sources still list.',
    z.object({ brandId: BrandId, ...z.object(writable).partial().shape }),
    Brand,
  ),
  'brands.addSample': write(
    'Adds the sample brand: a fictional company with a few hundred mentions. Answers the one that is there already.',
    z.object({}),
    z.object({ brandId: BrandId }),
  ),
  'brands.erase': write(
    'Erases a brand: its file, its replies journal and its backups. Cannot be undone, so the name must be repeated.',
    z.object({ brandId: BrandId, name: z.string() }),
    z.object({ erased: z.literal(true) }),
  ),
}
