import type { Status } from '../../../../contract/mentions.ts'
import { fold } from '../fold.ts'
import type { Said } from '../question.ts'

/** A piece of SQL over one row of `mention_state state`, and what its `?` stand for, in order. */
export interface Condition {
  readonly sql: string
  readonly parameters: readonly (string | number)[]
  /** Where it asks no more than what hangs on some tags, or on a few sources: an index has these, and may drive. */
  readonly hanging?: Hanging
  /** Where an index has its rows, or nearly: what hangs on tags or sources may be merged with these. */
  readonly standing?: Standing
  /** Though a list would do: how to ask a few rows one by one, where the list is very long. */
  readonly rowByRow?: Condition
  /** Though it collects rows, they are few: it may be asked again and again. */
  readonly collects?: 'few'
}

/** A walk along an index: `FROM` and `WHERE`, and the column that holds the mention. */
export interface Walk {
  readonly from: string
  readonly key: string
}

export interface Hanging {
  readonly on: 'tags' | 'sources'
  /** How many hang there, */
  readonly mentions: number
  /** of how many there are. */
  readonly of: number
  readonly walks: readonly Walk[]
}

/** Rows of one status, those put off among them. */
export interface Standing {
  readonly mentions: number
  readonly walk: Walk
}

/** Rows of a table that a word names, and how many mentions hang on them. */
export interface Named {
  readonly rows: readonly number[]
  readonly mentions: number
}

/** What a question needs to know of the brand it is put to. */
export interface AskedBrand {
  /** `b1`: an id in a question may be of another brand, where its number means somebody else. */
  readonly brandId: string
  /** UTC ms. */
  readonly now: number
  readonly timezone: string
  /** How many mentions there are. */
  readonly mentions: number
  /** How many of each status, and unanswered. */
  readonly standing: Readonly<Record<Status | 'unanswered', number>>
  /** Whether anything is shown together with something else: most brands need not look. */
  readonly twins: 'some' | 'none'
  /** A tag and everything under it, by its folded path. */
  readonly tags: (key: string) => Named
  /** Sources by a part of their title or host, or by their id. */
  readonly sources: (part: string) => Named
  /** Rules and mutes, removed ones too, by their folded name. */
  readonly rules: (name: string) => readonly number[]
  readonly sourcesOf: (rows: readonly number[]) => Named
  /** The words of the brand's index that begin with some letters; null where there are too many to name. */
  readonly wordsFrom: (beginning: string) => readonly string[] | null
  /** Whether so many say it that a list of them is long. */
  readonly isSaidOften: (match: string) => boolean
  /** Whether so many are called so, lately, that one soon meets the next. */
  readonly isCommonName: (beginning: string) => boolean
}

/** One value of a keyword that takes a few words. */
export interface OfferedWord {
  readonly value: string
  /** As it is written in Spanish; Portuguese and other forms are understood as well. */
  readonly es: string
  readonly also: readonly string[]
  readonly says: Said
}

/** Every form a word is understood in, folded. */
export function formsOf({ value, es, also }: OfferedWord): readonly string[] {
  return [...new Set([value, es, ...also].map(fold))]
}

/** What can be offered for a keyword while it is typed. */
export type Offers =
  | { readonly kind: 'words'; readonly words: readonly OfferedWord[] }
  | { readonly kind: 'tags' | 'sources' | 'people' | 'languages' | 'nothing' }
  /** Forms that show what it takes. */
  | { readonly kind: 'examples'; readonly values: readonly string[] }

/** One keyword of the query language; one file each, or one row of a table, listed in index.ts. */
export interface Keyword {
  readonly name: string
  /** As it is written in Spanish; means the same. */
  readonly es: string
  /** In Portuguese, and whatever else people type for it. */
  readonly also: readonly string[]
  /** What it is for, a few words: "a tag and what is under it". */
  readonly about: Said
  /** What it takes, for the sentence "tag: takes …". */
  readonly takes: Said
  readonly example: string
  readonly offers: Offers
  /** A value in its one written form, or null when it is none. */
  readonly normalise: (value: string) => string | null
  /** The condition in plain words, for a value that `normalise` gave. */
  readonly says: (value: string) => Said
  /** For a value that `normalise` gave. */
  readonly condition: (value: string, brand: AskedBrand) => Condition
}

/** One word that a keyword takes. */
export interface Word {
  readonly es: string
  /** In Portuguese, and other forms. */
  readonly also?: readonly string[]
  readonly says: Said
  readonly condition: (brand: AskedBrand) => Condition
}

type Head = Pick<Keyword, 'name' | 'es' | 'also' | 'about'>

/** A keyword that takes one of a few words, each with its condition. */
export function wordKeyword(head: Head, words: Readonly<Record<string, Word>>): Keyword {
  const offered = Object.entries(words).map(([value, { es, also = [], says }]) => ({ value, es, also, says }))
  const wordOf = (value: string): Word => {
    const word = words[value]
    if (!word) throw new Error(`${head.name}: has no word ${value}.`)
    return word
  }
  return {
    ...head,
    takes: {
      en: offered.map(({ value }) => value).join(', '),
      es: offered.map(({ es }) => es).join(', '),
    },
    example: offered[0]?.value ?? '',
    offers: { kind: 'words', words: offered },
    normalise: (value) => {
      const written = fold(value).replace(/[\s_]+/g, '-')
      return offered.find((word) => formsOf(word).includes(written))?.value ?? null
    },
    says: (value) => wordOf(value).says,
    condition: (value, brand) => wordOf(value).condition(brand),
  }
}

/** `none` in any language: what carries nothing of the kind. */
export function isNone(value: string): boolean {
  return /^(?:none|ningun[oa]?|nenhum[a]?)$/.test(fold(value))
}

export function condition(sql: string, ...parameters: readonly (string | number)[]): Condition {
  return { sql, parameters }
}

/** The same words, asked of one row. */
export function saidByRow(match: string, brand: AskedBrand): Condition {
  return holdsOfRow(
    (row) => `SELECT 1 FROM mention_fts WHERE mention_fts MATCH ? AND mention_fts.rowid = ${row}`,
    brand,
    match,
  )
}

/** What is so of a mention, or of one that is shown with it: `select` finds it out of one row. */
export function holdsOfRow(
  select: (row: string) => string,
  { twins }: AskedBrand,
  ...parameters: readonly (string | number)[]
): Condition {
  const itself = `EXISTS (${select('state.id')})`
  if (twins === 'none') return condition(itself, ...parameters)
  const twin = `EXISTS (SELECT 1 FROM mention_twin twin WHERE twin.head_id = state.id AND EXISTS (${select('twin.mention_id')}))`
  return condition(`(${itself} OR ${twin})`, ...parameters, ...parameters)
}

/** What some mentions said, or what is shown with them: `select` gives rows of `mention_id`. */
export function saidBy(
  select: string,
  brand: AskedBrand,
  ...parameters: readonly (string | number)[]
): Condition {
  if (brand.twins === 'none') return condition(`state.id IN (${select})`, ...parameters)
  return condition(
    `state.id IN (SELECT coalesce(head_id, said.mention_id) FROM (${select}) said
       LEFT JOIN mention_twin twin ON twin.mention_id = said.mention_id)`,
    ...parameters,
  )
}

/**
 * Where rows hang on few mentions, their mentions are collected first; where they hang on many, the newest mentions
 * are looked at one by one, and a page is full soon. `oneIn`: from how many mentions on it is few that have one.
 */
export function isSparse({ mentions }: Named, brand: AskedBrand, oneIn: number): boolean {
  return mentions * oneIn < brand.mentions
}
