import { z } from 'zod'
import { Feeling, Felt, WeighedWord } from './feeling.ts'
import { ActId, BrandId, MentionId } from './ids.ts'
import { read, write } from './method.ts'

export const understand = {
  'understand.text': read(
    'The language and feeling of a text, with what a brand taught where one is named. `feeling` is the likeliest, null only of a text without words; below a confidence of 0.5 (`sure` is false) the inbox shows it as not sure.',
    z.object({
      text: z.string().max(1_000_000),
      brandId: BrandId.optional(),
      /** Of five. */
      stars: z.number().min(1).max(5).optional(),
    }),
    z.object({
      /** ISO 639, or null when not sure. */
      language: z.string().nullable(),
      feeling: Feeling.nullable(),
      confidence: z.number().min(0).max(1),
      sure: z.boolean(),
      strength: z.number().int().min(0).max(3),
      /** What decided, the heaviest first. */
      words: z.array(WeighedWord),
    }),
  ),
  'understand.mention': read(
    'What a mention’s feeling was told by.',
    z.object({ id: MentionId }),
    z.object({
      feeling: Feeling.nullable(),
      felt: Felt,
      words: z.array(WeighedWord),
      /** From how many corrections of this brand it was learnt. */
      corrections: z.number().int(),
    }),
  ),
  'understand.learnt': read(
    'How many corrections of its user a brand has learnt from.',
    z.object({ brandId: BrandId }),
    z.object({ corrections: z.number().int() }),
  ),
  'understand.forget': write(
    'Learns nothing from the corrections made so far; they stay as they are. `acts.undo` takes it back.',
    z.object({ brandId: BrandId }),
    z.object({ actId: ActId, count: z.number().int() }),
  ),
}
