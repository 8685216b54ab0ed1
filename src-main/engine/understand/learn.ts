import { sharesOf, type Feeling, FEELINGS, type Three } from './judge.ts'

/** What a brand's user taught: how much each word speaks for each feeling, on top of what everybody knows. */
export interface Learnt {
  readonly corrections: number
  readonly weights: ReadonlyMap<string, Three>
}

export interface Correction {
  /** The words of the text, folded, each once. */
  readonly words: readonly string[]
  readonly prior: Three
  readonly to: Feeling
}

const ROUNDS = 60
const RATE = 0.25
const FORGETTING = 0.01
/** Of all texts: how this brand's people speak in general. */
const ALWAYS = ''
/** A word of one correction alone moves little; this many corrections move half of what they could. */
const HALF_TRUSTED = 4

/** Learns from a brand's corrections, the prior being what was felt without them. Pure, and the same every time. */
export function learn(corrections: readonly Correction[]): Learnt {
  const weights = new Map<string, [number, number, number]>()
  for (let round = 0; round < ROUNDS; round += 1)
    for (const correction of corrections) improve(weights, correction)
  const trust = corrections.length / (corrections.length + HALF_TRUSTED)
  const trusted = [...weights].map(([word, three]): [string, Three] => [word, scale(three, trust)])
  return { corrections: corrections.length, weights: new Map(trusted) }
}

/** What the brand's own experience adds to the logits of a text. */
export function withLearnt(prior: Three, learnt: Learnt | null, words: Iterable<string>): Three {
  if (learnt === null || learnt.corrections === 0) return prior
  const distinct = new Set(words)
  const sum: [number, number, number] = [...prior]
  addTo(sum, learnt.weights.get(ALWAYS), 1)
  const share = 1 / Math.sqrt(Math.max(1, distinct.size))
  for (const word of distinct) addTo(sum, learnt.weights.get(word), share)
  return sum
}

function improve(weights: Map<string, [number, number, number]>, { words, prior, to }: Correction): void {
  const share = 1 / Math.sqrt(Math.max(1, words.length))
  const sum: [number, number, number] = [...prior]
  addTo(sum, weights.get(ALWAYS), 1)
  for (const word of words) addTo(sum, weights.get(word), share)
  const shares = sharesOf(sum)
  const wrong = FEELINGS.map((feeling, at) => (feeling === to ? 1 : 0) - (shares[at] ?? 0))
  step(weights, ALWAYS, wrong, RATE * 0.2)
  for (const word of words) step(weights, word, wrong, RATE * share * 4)
}

function step(
  weights: Map<string, [number, number, number]>,
  word: string,
  wrong: readonly number[],
  rate: number,
) {
  const held = weights.get(word) ?? [0, 0, 0]
  for (const at of [0, 1, 2] as const) held[at] += rate * (wrong[at] ?? 0) - FORGETTING * rate * held[at]
  weights.set(word, held)
}

function addTo(sum: [number, number, number], more: Three | undefined, share: number): void {
  if (more === undefined) return
  for (const at of [0, 1, 2] as const) sum[at] += more[at] * share
}

function scale([a, b, c]: Three, by: number): Three {
  return [a * by, b * by, c * by]
}
