import type { Evidence } from './evidence.ts'

export const FEATURES = 20

/** What the decision sees of the evidence: twenty numbers between -1 and 1, the first always 1. */
export function featuresOf(evidence: Evidence): Float64Array {
  const { positive: p, negative: n, words, mine, yours } = evidence
  const personal = mine + yours
  const marks = evidence.exclaims + evidence.questions + evidence.dots
  const long = Math.min(words, 40) / 40
  const features = new Float64Array(FEATURES)
  features[0] = 1
  features[1] = p / (p + 3)
  features[2] = n / (n + 3)
  features[3] = evidence.strongest / 6
  features[4] = evidence.weakest / 6
  features[5] = (p - n) / (p + n + 2)
  features[6] = p === 0 && n === 0 ? 1 : 0
  features[7] = evidence.negations / (evidence.negations + 2)
  features[8] = evidence.exclaims > 0 ? 1 : 0
  features[9] = evidence.questions > 0 ? 1 : 0
  features[10] = mine / (mine + 1)
  features[11] = yours / (yours + 1)
  features[12] = long
  features[13] = evidence.numbers / (evidence.numbers + 1)
  features[14] = evidence.names / (evidence.names + 1)
  // A report: nobody speaks to anybody, and nobody raises their voice.
  features[15] = personal === 0 && marks === 0 ? long : 0
  features[16] = Math.max(-1, Math.min(1, (p - n) / (2 * Math.sqrt(words + 1))))
  features[17] = words <= 6 ? 1 : 0
  features[18] = evidence.asks > 0 ? 1 : 0
  features[19] = evidence.dots > 0 ? 1 : 0
  return features
}
