import { fold } from '../fold.ts'
import { by, rule } from './by.ts'
import { after, before, on } from './dates.ts'
import { feeling } from './feeling.ts'
import { from } from './from.ts'
import { has } from './has.ts'
import type { Keyword } from './keyword.ts'
import { conversation, person } from './person.ts'
import { promise } from './promise.ts'
import { rating } from './rating.ts'
import { source } from './source.ts'
import { is, reason, status } from './state.ts'
import { tag } from './tag.ts'
import { kind, lang } from './text.ts'

/** Every keyword of the query language, in the order they are offered. */
export const keywords: readonly Keyword[] = [
  is,
  tag,
  rating,
  feeling,
  from,
  source,
  has,
  after,
  before,
  on,
  lang,
  kind,
  status,
  reason,
  promise,
  person,
  conversation,
  by,
  rule,
]

const byName: ReadonlyMap<string, Keyword> = new Map(
  keywords.flatMap((keyword) => namesOf(keyword).map((name): [string, Keyword] => [name, keyword])),
)

/** Every name of every keyword, in all languages, folded. */
export const keywordNames: readonly string[] = [...byName.keys()]

/** All its names, folded. */
export function namesOf({ name, es, also }: Keyword): readonly string[] {
  return [...new Set([name, es, ...also].map(fold))]
}

/** By any of its names, in any case, with accents or without. */
export function findKeyword(name: string): Keyword | null {
  return byName.get(fold(name)) ?? null
}
