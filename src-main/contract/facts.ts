import { z } from 'zod'
import { BrandId, FactId, Instant } from './ids.ts'
import { read, write } from './method.ts'

/** What is true of a brand and often needed in answers. It is put into one's own words; its gaps must be filled. */
export const Fact = z.object({
  factId: FactId,
  uid: z.uuid(),
  brandId: BrandId,
  /** ISO 639-1. */
  language: z.string(),
  title: z.string(),
  body: z.string(),
  savedAt: Instant,
})
export type Fact = z.output<typeof Fact>

export const facts = {
  'facts.list': read(
    'The facts of one brand, by their title; never another brand’s.',
    z.object({ brandId: BrandId, language: z.string().max(8).optional() }),
    z.object({ items: z.array(Fact) }),
  ),
  'facts.save': write(
    'Keeps a fact of a brand in one language, or changes one. `acts.undo` takes it back.',
    z.object({
      brandId: BrandId,
      factId: FactId.optional(),
      language: z.string().regex(/^[a-z]{2,3}$/, 'a language such as es'),
      title: z.string().trim().min(1).max(120),
      body: z.string().trim().min(1).max(4000),
    }),
    z.object({ factId: FactId }),
  ),
  'facts.remove': write(
    'Takes a fact away. `acts.undo` brings it back.',
    z.object({ factId: FactId }),
    z.object({ factId: FactId }),
  ),
}
