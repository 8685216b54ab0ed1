/** What the brand's tagged mentions say about one word of another. */
export interface WordEvidence {
  /** As the mention writes it. */
  readonly word: string
  /** Tagged mentions with the word. */
  readonly of: number
  /** How many of them carry each tag. */
  readonly carry: ReadonlyMap<number, number>
}

export interface TagEvidence {
  /** Tagged mentions looked at. */
  readonly mentions: number
  /** How many of them carry each tag. */
  readonly carry: ReadonlyMap<number, number>
  readonly words: readonly WordEvidence[]
}

export interface LikelyTag {
  readonly tag: number
  readonly likelihood: number
  readonly because: readonly { readonly word: string; readonly carry: number; readonly of: number }[]
}

/** Below this a word says nothing yet. */
const LEAST_CARRY = 3
/** A reason that a person would accept: at least every second mention with the word carries the tag. */
const LEAST_SHARE = 0.5
/** And chance would hardly bring so many together: standard deviations above what the tag's share makes usual. */
const LEAST_SURPRISE = 2.5
/** So many mentions of the usual kind are thought of beside those seen: few say little. */
const DOUBT = 4
/** Words of one text lean on each other: each counts half as much as the one before. */
const WEIGHTS = [1, 0.5, 0.25]
const MOST_TAGS = 3
const MOST_REASONS = 2

/**
 * Tags whose odds the words of a mention raise above even (naive Bayes over the few words that say most), the likeliest
 * first, each with the words that say so.
 */
export function likelyTags(evidence: TagEvidence): LikelyTag[] {
  return [...evidence.carry]
    .flatMap(([tag, carried]) => judge(evidence, tag, carried) ?? [])
    .sort((a, b) => b.likelihood - a.likelihood || a.tag - b.tag)
    .slice(0, MOST_TAGS)
}

function judge({ mentions, words }: TagEvidence, tag: number, carried: number): LikelyTag | null {
  const usual = (carried + 0.5) / (mentions + 1)
  const said = words
    .map(({ word, of, carry }) => {
      const with_ = carry.get(tag) ?? 0
      const share = (with_ + DOUBT * usual) / (of + DOUBT)
      return { word, of, carry: with_, share, says: logit(share) - logit(usual) }
    })
    .sort((a, b) => b.says - a.says)
  const reasons = said.filter(
    ({ of, carry }) =>
      carry >= LEAST_CARRY && carry / of >= LEAST_SHARE && surprise(carry, of, usual) >= LEAST_SURPRISE,
  )
  if (reasons.length === 0) return null
  const against = said.at(-1)?.says ?? 0
  const odds = WEIGHTS.reduce((sum, weight, at) => sum + weight * Math.max(said[at]?.says ?? 0, 0), 0)
  const likelihood = 1 / (1 + Math.exp(-(logit(usual) + odds + Math.min(against, 0) / 2)))
  if (likelihood < 0.5) return null
  return {
    tag,
    likelihood,
    because: reasons.slice(0, MOST_REASONS).map(({ word, carry, of }) => ({ word, carry, of })),
  }
}

/** How far a count is above what chance brings, in standard deviations. */
function surprise(carry: number, of: number, usual: number): number {
  return (carry - of * usual) / Math.sqrt(of * usual * (1 - usual))
}

function logit(share: number): number {
  const inside = Math.min(Math.max(share, 1e-6), 1 - 1e-6)
  return Math.log(inside / (1 - inside))
}
