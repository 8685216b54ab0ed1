import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { foldText } from '../../../understand/folded.ts'
import { stemOf } from './stems.ts'
import { compilePhrases } from './patterns.ts'

export const LOOK_LANGUAGES = ['es', 'en', 'pt'] as const
export type LookLanguage = (typeof LOOK_LANGUAGES)[number]

/** The lists of resources/second-look/LANGUAGE.json: phrases as words/patterns.ts reads them. */
const Lists = z.object({
  small: z.string(),
  greetings: z.array(z.string()),
  apologies: z.array(z.string()),
  apologyIf: z.array(z.string()),
  conditionFirst: z.array(z.string()),
  apologyForFeeling: z.array(z.string()),
  ownsIt: z.array(z.string()),
  complaint: z.array(z.string()),
  praise: z.array(z.string()),
  stock: z.array(z.string()),
  jargon: z.array(z.string()),
  blame: z.array(z.string()),
  asksFor: z.array(z.string()),
  privateThings: z.array(z.string()),
  neverAsks: z.array(z.string()),
  inPrivate: z.array(z.string()),
  publicContact: z.array(z.string()),
  theirContact: z.array(z.string()),
  generic: z.string(),
  concepts: z.array(z.string()),
  rhetorical: z.array(z.string()),
  indirect: z.array(z.string()),
  unknownYet: z.array(z.string()),
  promiseVerbs: z.array(z.string()),
  presentPromises: z.array(z.string()),
  notPromises: z.array(z.string()),
  offers: z.array(z.string()),
  vague: z.array(z.string()),
})

/** One language's lists, compiled; a list without phrases is null. */
export interface Words {
  readonly language: LookLanguage
  readonly small: ReadonlySet<string>
  readonly generic: ReadonlySet<string>
  /** Of the longer generic words, so that their other forms are known too. */
  readonly genericStems: ReadonlySet<string>
  /** Stems that mean the same thing: each to the number of its group. */
  readonly concepts: readonly (readonly string[])[]
  readonly promises: { readonly verbs: string; readonly presents: string }
  readonly raw: { readonly stock: readonly string[]; readonly jargon: readonly string[] }
  readonly match: Readonly<
    Record<
      Exclude<
        keyof z.output<typeof Lists>,
        'small' | 'generic' | 'concepts' | 'promiseVerbs' | 'presentPromises'
      >,
      RegExp | null
    >
  >
}

export function readWords(resources: string, language: LookLanguage): Words {
  const text = readFileSync(join(resources, 'second-look', `${language}.json`), 'utf8')
  const { small, generic, concepts, promiseVerbs, presentPromises, ...phrases } = Lists.parse(
    JSON.parse(text),
  )
  const match = Object.fromEntries(
    Object.entries(phrases).map(([name, list]) => [name, compilePhrases(list)]),
  )
  return {
    language,
    small: new Set(foldText(small).text.split(' ')),
    generic: new Set(generic.split(' ')),
    genericStems: new Set(
      generic.split(' ').flatMap((word) => (word.length > 4 ? [stemOf(word, language)] : [])),
    ),
    concepts: concepts.map((group) => group.split(' ')),
    promises: { verbs: promiseVerbs.join(' '), presents: presentPromises.join(' ') },
    raw: { stock: phrases.stock, jargon: phrases.jargon },
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the same names as `phrases`, whose type zod checked
    match: match as Words['match'],
  }
}
