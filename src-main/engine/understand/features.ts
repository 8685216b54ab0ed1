import type { Evidence } from './evidence.ts'

export const FEATURES = 20

/** What the decision sees of the evidence: twenty numbers between -1 and 1, the first always 1. */
export function featuresOf(evidence: Evidence): readonly number[] {
  const { positive: p, negative: n, words, mine, yours } = evidence
  const personal = mine + yours
  const marks = evidence.exclaims + evidence.questions + evidence.dots
  const long = Math.min(words, 40) / 40
  return [
    1,
    p / (p + 3),
    n / (n + 3),
    evidence.strongest / 6,
    evidence.weakest / 6,
    (p - n) / (p + n + 2),
    p === 0 && n === 0 ? 1 : 0,
    evidence.negations / (evidence.negations + 2),
    evidence.exclaims > 0 ? 1 : 0,
    evidence.questions > 0 ? 1 : 0,
    mine / (mine + 1),
    yours / (yours + 1),
    long,
    evidence.numbers / (evidence.numbers + 1),
    evidence.names / (evidence.names + 1),
    // A report: nobody speaks to anybody, and nobody raises their voice.
    personal === 0 && marks === 0 ? long : 0,
    Math.max(-1, Math.min(1, (p - n) / (2 * Math.sqrt(words + 1)))),
    words <= 6 ? 1 : 0,
    evidence.asks > 0 ? 1 : 0,
    evidence.dots > 0 ? 1 : 0,
  ]
}
