import type { Feeling, Judgement } from './judge.ts'

/** So sure of the words that the stars may be a slip: five taken for the worst. */
const CLEAR = 0.9
const OF_STARS = 0.95

/**
 * What stars (1 to 5, as numbers between too) and words say together. Stars are the person's own verdict: words only
 * speak where the stars say nothing, or contradict them so clearly that nobody can be sure.
 */
export function withStars(words: Judgement, stars: number | null): Judgement {
  if (stars === null) return words
  const said: Feeling = stars < 2.75 ? 'negative' : stars > 3.25 ? 'positive' : 'neutral'
  if (said === 'neutral') return words.confidence >= 0.6 ? words : { likely: 'neutral', confidence: 0.6 }
  const opposite: Feeling = said === 'negative' ? 'positive' : 'negative'
  if (words.likely === opposite && words.confidence >= CLEAR) return { likely: said, confidence: 0.4 }
  return { likely: said, confidence: OF_STARS }
}
