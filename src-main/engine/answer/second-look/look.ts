import type { AddressForm } from '../../../contract/brands.ts'
import { foldText } from '../../understand/folded.ts'
import { findPromises } from '../promises/find-promises.ts'
import { type Pairs, pairsOf } from './alike.ts'
import { isLookLanguage, languageOf, type Lists } from './languages.ts'
import type { Alike, BrokenPromise, LookedAt } from './looked-at.ts'
import { namesOf } from './no-name.ts'
import { compilePhrases, plainPhrase } from './words/patterns.ts'
import type { LookLanguage } from './words/lists.ts'
import { lookAtText, wordsOf } from './words/sentences.ts'

/** A brand's own phrases beside the lists that ship, and those it likes to say. */
export interface OwnPhrases {
  readonly added: readonly string[]
  readonly excepted: readonly string[]
}

/** What was gathered about a draft before anything is decided. */
export interface Facts {
  readonly body: string
  /** Title and text of what the person said. */
  readonly said: string
  /** As it was detected when it was gathered. */
  readonly saidLanguage: string | null
  readonly stars: number | null
  readonly signatures: readonly (string | null)[]
  readonly personAddress: AddressForm | null
  readonly brand: {
    readonly name: string
    readonly words: readonly string[]
    readonly handles: readonly string[]
    readonly languages: readonly string[]
    readonly address: AddressForm | null
    readonly signature: string
    readonly timezone: string
  }
  readonly phrases: Readonly<Record<'stock-phrase' | 'jargon', OwnPhrases>>
  readonly broken: BrokenPromise | null
  readonly limit: number | null
  /** Of the draft, in the place's own unit. */
  readonly length: number
  readonly now: number
}

/** Prepares a draft for the looks. `detect` is asked where our own words for languages are not sure. */
export function lookedAt(
  facts: Facts,
  lists: Lists,
  detect: (text: string) => string | null,
  alikeOf: (pairs: Pairs) => Alike | null,
): LookedAt {
  const draft = lookAtText(facts.body)
  const mention = lookAtText(facts.said)
  const draftLanguage = languageOf(draft, lists, () => detect(facts.body))
  const mentionLanguage = languageOf(mention, lists, () => facts.saidLanguage ?? detect(facts.said))
  const language = likeliest([draftLanguage, mentionLanguage, ...facts.brand.languages])
  const words = lists[language]
  const pairs = pairsForLikeness(facts.body, facts.brand.signature)
  const { brand } = facts
  return {
    draft,
    mention,
    words,
    theirWords: lists[likeliest([mentionLanguage, language])],
    draftLanguage,
    mentionLanguage,
    stars: facts.stars,
    names: namesOf(facts.signatures),
    address: facts.personAddress ?? brand.address,
    brand: {
      signature: brand.signature,
      own: foldText([brand.name, ...brand.words, ...brand.handles, brand.signature].join(' ')).text,
    },
    stock: listWith(words.raw.stock, words.match.stock, facts.phrases['stock-phrase']),
    jargon: listWith(words.raw.jargon, words.match.jargon, facts.phrases.jargon),
    promises: findPromises(draft, { words, now: facts.now, timezone: brand.timezone }),
    broken: facts.broken,
    alike: pairs === null ? null : alikeOf(pairs),
    limit: facts.limit,
    length: facts.length,
  }
}

function likeliest(languages: readonly (string | null)[]): LookLanguage {
  return languages.find(isLookLanguage) ?? 'es'
}

/** A list as the brand wants it: the one that ships, compiled once, unless the brand has words of its own. */
function listWith(
  raw: readonly string[],
  compiled: RegExp | null,
  { added, excepted }: OwnPhrases,
): RegExp | null {
  if (added.length === 0 && excepted.length === 0) return compiled
  const said = excepted.map((phrase) => foldText(phrase).text.trim())
  const kept = raw.filter((phrase) => {
    const pattern = compilePhrases([phrase])
    return !said.some((text) => pattern?.test(text) === true)
  })
  return compilePhrases([...kept, ...added.map(plainPhrase)])
}

/** What is compared with earlier answers: neither greeting nor signature. */
export function pairsForLikeness(body: string, signature: string): Pairs | null {
  // Nothing is marked here, so the quick way to fold will do: a first look reads every answer there is.
  const text = withoutGreeting(quickFold(body))
  const end = quickFold(signature)
  const bare = end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text
  return pairsOf(bare, new Set())
}

function quickFold(text: string): string {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Up to four words before the first comma, colon or mark greet. */
function withoutGreeting(text: string): string {
  const end = /[,:!.\n]/.exec(text)
  const isGreeting = end !== null && wordsOf(text.slice(0, end.index)).length <= 4
  if (!isGreeting) return text
  const rest = text.slice(end.index + 1)
  const second = /[,:!.\n]/.exec(rest)
  return second !== null && wordsOf(rest.slice(0, second.index)).length <= 2
    ? rest.slice(second.index + 1)
    : rest
}
