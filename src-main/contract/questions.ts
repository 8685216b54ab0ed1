import { z } from 'zod'
import { BrandId } from './ids.ts'
import { Question } from './mentions.ts'
import { read } from './method.ts'

/** One word of a question: what it means, and where it stands in the text, with its minus. */
export const Chip = z.object({
  /** `or`, `open` and `close` join and group the others. */
  kind: z.enum(['keyword', 'word', 'prefix', 'phrase', 'or', 'open', 'close']),
  start: z.number().int(),
  end: z.number().int(),
  /** The keyword's name in the language itself (`tag`), whatever language it was written in. */
  key: z.string().nullable(),
  value: z.string(),
  negated: z.boolean(),
  /** In plain words: "tag delivery", "not: from trustpilot". */
  words: z.string(),
  /** What the brand does not know, in words: there is no such tag. */
  note: z.string().nullable(),
})
export type Chip = z.output<typeof Chip>

/** What is not understood, at the word. */
export const QuestionMistake = z.object({
  start: z.number().int(),
  end: z.number().int(),
  word: z.string(),
  message: z.string(),
  /** What could stand there instead. */
  instead: z.string().nullable(),
})
export type QuestionMistake = z.output<typeof QuestionMistake>

export const Completion = z.object({
  /** What takes the place from `start` to `end`. */
  text: z.string(),
  kind: z.enum(['key', 'value']),
  /** What it means, a few words. */
  about: z.string(),
  /** How many mentions hang on it, where that is known. */
  count: z.number().int().nullable(),
})
export type Completion = z.output<typeof Completion>

const language = z.enum(['en', 'es']).optional()

export const questions = {
  'questions.explain': read(
    'What a question says, word by word, with what to mark in the texts it finds; or what is not understood, at its word.',
    z.object({ text: Question, brandId: BrandId.optional(), language }),
    z.object({
      chips: z.array(Chip),
      /** Words to mark where they are found: folded, in a row; `beginning`: the last may go on. */
      marks: z.array(z.object({ tokens: z.array(z.string()), last: z.enum(['whole', 'beginning']) })),
      error: QuestionMistake.nullable(),
    }),
  ),
  'questions.complete': read(
    'What may be typed at a place of a question: keywords, and what the brand knows: tags, sources, people, languages.',
    z.object({ text: Question, at: z.number().int().min(0), brandId: BrandId.optional(), language }),
    z.object({ start: z.number().int(), end: z.number().int(), items: z.array(Completion) }),
  ),
}
