import type { Likeness } from '../../../contract/people.ts'
import type { Quoted } from './quoted.ts'

/** What is known of one person that may tell them to be another. */
export interface Traits extends Quoted {
  readonly names: readonly string[]
  readonly handles: readonly string[]
  readonly profiles: readonly string[]
  /** Products and tags of what they said, folded. */
  readonly subjects: readonly string[]
  /** When they spoke, UTC ms. */
  readonly times: readonly number[]
}

const WEEK_MS = 7 * 86_400_000

/**
 * Why two people of one brand are likely one, the strongest reason first, or null. A name alone never is a reason: two
 * people may share one. What only one person would quote (an address, a phone) is enough by itself.
 */
export function likenessOf(a: Traits, b: Traits): readonly Likeness[] | null {
  const names = nameLikeness(a, b)
  const clash = names === null && areBothFullNames(a, b)
  const sure = [
    ...shared('same-email', a.emails, b.emails),
    ...shared('same-phone', a.phones, b.phones),
    ...shared('same-profile', a.profiles, b.profiles),
    ...shared('same-handle', a.handles.filter(isTelling), b.handles.filter(isTelling)),
  ]
  const orders = clash ? [] : shared('same-order', a.orders, b.orders)
  const together = nearness(a, b)
  if (sure.length > 0 || orders.length > 0) return [...sure, ...orders, ...(names ?? []), ...together]
  return names !== null && together.length === 2 ? [...names, ...together] : null
}

/** A handle that many may have (`ana`, `luis`) tells nothing. */
function isTelling(handle: string): boolean {
  return handle.length >= 8 || (handle.length >= 5 && /[\d_.-]/.test(handle))
}

function shared(
  kind: Likeness['kind'],
  mine: readonly string[],
  theirs: readonly string[],
): readonly Likeness[] {
  const value = mine.find((each) => theirs.includes(each))
  return value === undefined ? [] : [{ kind, value }]
}

/** The same words in a name of two or more, or a first name with the same initial: `Lucía M.` and `Lucía Martín`. */
function nameLikeness(a: Traits, b: Traits): readonly Likeness[] | null {
  // Two handles that are alike are a reason of their own.
  const pairs = [
    ...a.names.flatMap((name) => [...b.names, ...b.handles].map((other) => ({ name, other }))),
    ...a.handles.flatMap((name) => b.names.map((other) => ({ name, other }))),
  ]
  const like = pairs.find(({ name, other }) => areAlike(wordsOf(name), wordsOf(other)))
  if (like === undefined) return null
  const isSame = wordsOf(like.name).join(' ') === wordsOf(like.other).join(' ')
  return [{ kind: isSame ? 'same-name' : 'similar-name', value: like.name }]
}

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  const [first, last] = [one[0], one.at(-1)]
  const [otherFirst, otherLast] = [other[0], other.at(-1)]
  if (one.length < 2 || other.length < 2 || first === undefined || first.length < 2) return false
  if (first !== otherFirst || last === undefined || otherLast === undefined) return false
  return last.length === 1 || otherLast.length === 1
    ? last.charAt(0) === otherLast.charAt(0)
    : last === otherLast
}

function areBothFullNames(a: Traits, b: Traits): boolean {
  const isFull = ({ names }: Traits) => names.some((name) => wordsOf(name).length >= 2)
  return isFull(a) && isFull(b)
}

function wordsOf(name: string): string[] {
  return fold(name).match(/[\p{L}\p{N}]+/gu) ?? []
}

function nearness(a: Traits, b: Traits): readonly Likeness[] {
  const near = a.times.some((at) => b.times.some((other) => Math.abs(at - other) <= WEEK_MS))
  const subject = shared('same-subject', a.subjects, b.subjects)
  return near ? [...subject, { kind: 'same-week', value: '' }] : subject
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Likelier first: what only one person would quote outweighs a name. */
const WEIGHT: Readonly<Record<Likeness['kind'], number>> = {
  'same-email': 10,
  'same-phone': 9,
  'same-profile': 9,
  'same-order': 7,
  'same-handle': 6,
  'same-name': 4,
  'similar-name': 2,
  'same-subject': 1,
  'same-week': 1,
}

export function weightOf(reasons: readonly Likeness[]): number {
  return reasons.reduce((sum, { kind }) => sum + WEIGHT[kind], 0)
}
