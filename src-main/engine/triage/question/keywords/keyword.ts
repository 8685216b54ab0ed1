/** A piece of SQL over one row of `mention_state state`, and what its `?` stand for, in order. */
export interface Condition {
  readonly sql: string
  readonly parameters: readonly (string | number)[]
  /** The tags of which a mention carries one, where that is all it asks: their rows are kept in the order of time. */
  readonly tagged?: Tagged
  /** Though it collects rows, they are few: it may be asked again and again. */
  readonly collects?: 'few'
}

export interface Tagged extends Named {
  /** How many mentions there are. */
  readonly of: number
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
  /** A tag and everything under it, by its folded path. */
  readonly tags: (key: string) => Named
  /** Sources by a part of their title or host, or by their id. */
  readonly sources: (part: string) => Named
  readonly sourcesOf: (rows: readonly number[]) => Named
  /** The words of the brand's index that begin with some letters; null where there are too many to name. */
  readonly wordsFrom: (beginning: string) => readonly string[] | null
}

/** One keyword of the query language; one file each, or one row of a table, listed in index.ts. */
export interface Keyword {
  readonly name: string
  /** What it takes, for the sentence "tag: takes …". */
  readonly takes: string
  readonly example: string
  /** A value in its one written form, or null when it is none. */
  readonly normalise: (value: string) => string | null
  /** For a value that `normalise` gave. */
  readonly condition: (value: string, brand: AskedBrand) => Condition
}

/** A keyword that takes one of a few words, each with its condition. */
export function wordKeyword(
  name: string,
  words: Readonly<Record<string, (brand: AskedBrand) => Condition>>,
): Keyword {
  const names = Object.keys(words)
  return {
    name,
    takes: names.join(', '),
    example: names[0] ?? '',
    normalise: (value) => names.find((known) => known === value.toLowerCase()) ?? null,
    condition: (value, brand) => {
      const word = words[value]
      if (!word) throw new Error(`${name}: has no word ${value}.`)
      return word(brand)
    },
  }
}

export function condition(sql: string, ...parameters: readonly (string | number)[]): Condition {
  return { sql, parameters }
}

/**
 * Where rows hang on few mentions, their mentions are collected first; where they hang on many, the newest mentions
 * are looked at one by one, and a page is full soon.
 */
export function isSparse({ mentions }: Named, brand: AskedBrand): boolean {
  return mentions * 200 < brand.mentions
}
