import { by, rule } from './by.ts'
import { after, before } from './dates.ts'
import { from } from './from.ts'
import type { Keyword } from './keyword.ts'
import { person } from './person.ts'
import { rating } from './rating.ts'
import { source } from './source.ts'
import { has, is, promise, reason, status } from './state.ts'
import { tag } from './tag.ts'
import { kind, lang } from './text.ts'

/** Every keyword of the query language, in the order they are offered. */
export const keywords: readonly Keyword[] = [
  is,
  tag,
  rating,
  from,
  source,
  status,
  reason,
  has,
  promise,
  lang,
  kind,
  after,
  before,
  person,
  by,
  rule,
]

export function findKeyword(name: string): Keyword | null {
  const lower = name.toLowerCase()
  return keywords.find((keyword) => keyword.name === lower) ?? null
}
