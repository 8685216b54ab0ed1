import { z } from 'zod'
import { ActId, BrandId, MentionId } from './ids.ts'
import { read, write } from './method.ts'

/** Languages whose dictionaries ship with the program. */
export const SpellingLanguage = z.enum(['es', 'en', 'pt'])
export type SpellingLanguage = z.output<typeof SpellingLanguage>

const word = z.string().trim().min(1).max(100)

export const spelling = {
  'spelling.check': read(
    'The words of a draft that no dictionary and nobody of this brand knows, in UTF-16 code units; `language` null: none that ships.',
    z.object({ mentionId: MentionId, text: z.string().max(100_000) }),
    z.object({
      language: SpellingLanguage.nullable(),
      wrong: z.array(z.object({ word: z.string(), start: z.number().int(), end: z.number().int() })),
    }),
  ),
  'spelling.suggest': read(
    'What a misspelt word may have been meant to be, the likeliest first.',
    z.object({ language: SpellingLanguage, word }),
    z.object({ words: z.array(z.string()) }),
  ),
  'spelling.words': read(
    'The words that are right for one brand, whatever a dictionary says.',
    z.object({ brandId: BrandId }),
    z.object({ words: z.array(z.string()) }),
  ),
  'spelling.add': write(
    'Adds a word to those of a brand. `acts.undo` takes it back.',
    z.object({ brandId: BrandId, word }),
    z.object({ actId: ActId }),
  ),
  'spelling.remove': write(
    'Takes a word out of those of a brand. `acts.undo` brings it back.',
    z.object({ brandId: BrandId, word }),
    z.object({ actId: ActId }),
  ),
}
