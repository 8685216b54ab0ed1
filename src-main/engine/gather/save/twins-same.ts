import type { MentionKind, Rating } from '../../../contract/mentions.ts'
import { ratingShare } from '../../store/rating-share.ts'
import { bitsApart } from '../read/simhash.ts'
import { wordsOf } from '../read/word-hashes.ts'
import { fold } from './naming.ts'

/** What has to be known of two mentions to say whether they say the same. */
export interface Twin {
  readonly sourceRow: number
  readonly kind: MentionKind
  readonly ourVoice: boolean
  /** UTC ms of its row number. */
  readonly at: number
  readonly author: { readonly name: string; readonly handle: string | null } | null
  readonly rating: Rating | null
  readonly title: string
  readonly text: string
  /** The SimHash of the text; null where it is too short. */
  readonly print: Uint8Array | null
  /** Of its address without tracking parameters; null where it has none that is its own. */
  readonly addressHash: number | null
}

export type SameBy = 'same-address' | 'same-text'

const DAY_MS = 86_400_000
/** What is said again later is said again. */
export const TWIN_DAYS = 14
/** A longer text has more words that may differ. */
const LONG_WORDS = 60
/** Prints this near are of one text, of a short one and of a long one. */
const NEAR_BITS = { short: 3, long: 6 }
/** Prints this near may be of one text with some words changed, or with a line added: the words themselves say so. */
export const MOST_BITS = 12
const SHARED_RUNS = 0.75

/**
 * Whether two mentions are one thing that was said once, and by what. Two places that show the same article are; two
 * people who found the same words are not, and neither are two mentions of one place, which tells them apart.
 */
export function sameBy(one: Twin, other: Twin): SameBy | null {
  if (!mayBeSame(one, other)) return null
  if (haveSameAddress(one, other)) return 'same-address'
  return saySame(one, other) ? 'same-text' : null
}

function mayBeSame(one: Twin, other: Twin): boolean {
  return (
    one.sourceRow !== other.sourceRow &&
    !one.ourVoice &&
    !other.ourVoice &&
    Math.abs(one.at - other.at) <= TWIN_DAYS * DAY_MS &&
    ratingsAgree(one.rating, other.rating) &&
    (arePosts(one, other) || authorsAgree(one.author, other.author))
  )
}

/** An article is published again under other names; a review or a comment is one person's. */
function arePosts(one: Twin, other: Twin): boolean {
  return one.kind === 'post' && other.kind === 'post'
}

function ratingsAgree(one: Rating | null, other: Rating | null): boolean {
  return one === null || other === null || Math.abs(ratingShare(one) - ratingShare(other)) < 0.001
}

function authorsAgree(one: Twin['author'], other: Twin['author']): boolean {
  if (one === null || other === null) return true
  const names = namesOf(one)
  return namesOf(other).some((name) => names.includes(name))
}

function namesOf({ name, handle }: NonNullable<Twin['author']>): string[] {
  return [name, handle ?? '']
    .map((written) => fold(written.trim().replace(/^@/, '')).replace(/(?<=.)@.*$/, ''))
    .filter((written) => written !== '')
}

/** All the reviews of a product may have its page for an address: there the words have to be the same as well. */
function haveSameAddress(one: Twin, other: Twin): boolean {
  if (one.addressHash === null || one.addressHash !== other.addressHash) return false
  return arePosts(one, other) || haveSameWords(one, other) || saySame(one, other)
}

function haveSameWords(one: Twin, other: Twin): boolean {
  return wordsOf(one.text).join(' ') === wordsOf(other.text).join(' ')
}

function saySame(one: Twin, other: Twin): boolean {
  if (one.print === null || other.print === null) return false
  const bits = bitsApart(one.print, other.print)
  if (bits > MOST_BITS) return false
  const [fewer, more] = byLength(wordsOf(one.text), wordsOf(other.text))
  const length = fewer.length > LONG_WORDS ? 'long' : 'short'
  if (bits > NEAR_BITS[length] && sharedRuns(fewer, more) < SHARED_RUNS) return false
  return length === 'long' || titlesAgree(one.title, other.title)
}

type Words = readonly string[]

function byLength(one: Words, other: Words): readonly [Words, Words] {
  return one.length <= other.length ? [one, other] : [other, one]
}

/** The share of the longer text’s runs of three words that stand in the other as well. */
function sharedRuns(fewer: Words, more: Words): number {
  const runs = runsOf(more)
  const others = new Set(runsOf(fewer))
  return runs.filter((run) => others.has(run)).length / Math.max(runs.length, 1)
}

function runsOf(words: Words): string[] {
  return words.slice(2).map((word, at) => `${words[at] ?? ''} ${words[at + 1] ?? ''} ${word}`)
}

/** A few words that stand under every article of a place are no reason to take two articles for one. */
function titlesAgree(one: string, other: string): boolean {
  const [fewer, more] = byLength(wordsOf(fold(one)), wordsOf(fold(other)))
  return fewer.filter((word) => more.includes(word)).length * 2 >= fewer.length
}
