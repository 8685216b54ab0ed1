import type { Completion } from '../../../contract/questions.ts'
import { fold } from './fold.ts'
import { findKeyword, keywords, namesOf } from './keywords/index.ts'
import { formsOf, type Keyword } from './keywords/keyword.ts'
import type { Tongue } from './question.ts'

/** Something of the brand's that a keyword may name. */
export interface Known {
  readonly value: string
  readonly count: number | null
}

/** What the brand knows, asked for when it is needed; the best first. */
export interface Shelf {
  readonly tags: () => readonly Known[]
  /** By a part of a title or host, folded. */
  readonly sources: (typed: string) => readonly Known[]
  /** By how a name or handle begins, folded. */
  readonly people: (typed: string) => readonly Known[]
  readonly languages: () => readonly string[]
}

export interface Completed {
  readonly start: number
  readonly end: number
  readonly items: readonly Completion[]
}

const MOST = 8
/** Their values are offered by themselves: few, and what is asked for most. */
const BY_VALUE = new Set(['is', 'has', 'feeling'])

/** What may be typed at a place of a question, the likeliest first. */
export function completeQuestion(text: string, at: number, tongue: Tongue, shelf: Shelf): Completed {
  const { start, end, typed } = wordAt(text, Math.min(at, text.length))
  const colon = typed.indexOf(':')
  const keyword = colon > 0 ? findKeyword(typed.slice(0, colon)) : null
  const items = keyword
    ? completeValue(keyword, typed.slice(0, colon), typed.slice(colon + 1).replace(/^"/, ''), tongue, shelf)
    : completeKey(typed, tongue, shelf)
  return { start, end, items: items.slice(0, MOST) }
}

/** The word at a place, without what negates or groups it, and what of it is before the place. */
function wordAt(
  text: string,
  at: number,
): { readonly start: number; readonly end: number; readonly typed: string } {
  for (const { 0: piece, index } of text.matchAll(/(?:[^\s"]|"(?:[^"\\]|\\[\s\S])*(?:"|$))+/g)) {
    const start = index + (/^[-(]*/.exec(piece)?.[0].length ?? 0)
    const whole = index + piece.length
    if (at < index || at > whole) continue
    if (at < start) break
    // What is not closed would swallow all that follows.
    const open = (piece.match(/"/g)?.length ?? 0) % 2 === 1
    const end = open ? at : whole - (/\)+$/.exec(text.slice(at, whole))?.[0].length ?? 0)
    return { start, end, typed: text.slice(start, at) }
  }
  return { start: at, end: at, typed: '' }
}

function completeKey(typed: string, tongue: Tongue, shelf: Shelf): Completion[] {
  const word = fold(typed)
  const keys = keywords
    .filter((keyword) =>
      word === ''
        ? keyword.offers.kind !== 'nothing'
        : namesOf(keyword).some((name) => name.startsWith(word)),
    )
    .map((keyword): Completion => ({
      text: `${nameIn(keyword, tongue)}:`,
      kind: 'key',
      about: keyword.about[tongue],
      count: null,
    }))
  if (word.length < 2) return keys
  const values = keywords
    .filter(({ name }) => BY_VALUE.has(name))
    .flatMap((keyword) => completeValue(keyword, nameIn(keyword, tongue), typed, tongue, shelf))
  const named = (key: string) => {
    const keyword = findKeyword(key)
    return keyword ? completeValue(keyword, nameIn(keyword, tongue), typed, tongue, shelf).slice(0, 4) : []
  }
  return [...keys, ...values, ...named('tag'), ...named('source')]
}

function nameIn(keyword: Keyword, tongue: Tongue): string {
  return tongue === 'es' ? keyword.es : keyword.name
}

/** Who writes `is:` in a Spanish window goes on in English. */
function tongueOf({ name, es }: Keyword, key: string): Tongue | null {
  const written = fold(key)
  if (written === name) return 'en'
  return written === fold(es) ? 'es' : null
}

/** `key` as the user writes it. */
function completeValue(
  keyword: Keyword,
  key: string,
  typed: string,
  tongue: Tongue,
  shelf: Shelf,
): Completion[] {
  const item = (value: string, about: string, count: number | null = null): Completion => ({
    text: `${key}:${/[\s"()]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value}`,
    kind: 'value',
    about,
    count,
  })
  const word = fold(typed)
  const said = (value: string) => keyword.says(keyword.normalise(value) ?? value)[tongue]
  switch (keyword.offers.kind) {
    case 'words': {
      const fits = keyword.offers.words.filter((each) =>
        formsOf(each).some((form) => form.startsWith(word) || form.includes(`-${word}`)),
      )
      const written = tongueOf(keyword, key) ?? tongue
      return fits.map(({ value, es, says }) => item(written === 'es' ? es : value, says[tongue]))
    }
    case 'tags':
      return bestFirst(shelf.tags(), word).map(({ value, count }) => item(value, '', count))
    case 'sources':
      return shelf.sources(word).map(({ value, count }) => item(value, '', count))
    case 'people':
      return shelf.people(word).map(({ value, count }) => item(value, '', count))
    case 'languages':
      return shelf
        .languages()
        .filter((code) => code.startsWith(word))
        .map((code) => item(code, said(code)))
    case 'examples':
      return keyword.offers.values
        .filter((value) => value.startsWith(word))
        .map((value) => item(value, said(value)))
    case 'nothing':
      return []
  }
}

/** Tags of which a part begins as typed: the whole path first, then by how much they are used. */
function bestFirst(tags: readonly Known[], word: string): Known[] {
  const rank = ({ value }: Known) => {
    const path = fold(value)
    if (path.startsWith(word)) return 0
    return path.includes(`/${word}`) || path.includes(` ${word}`) ? 1 : 2
  }
  return tags
    .filter((each) => rank(each) < 2)
    .toSorted((a, b) => rank(a) - rank(b) || (b.count ?? 0) - (a.count ?? 0))
}
