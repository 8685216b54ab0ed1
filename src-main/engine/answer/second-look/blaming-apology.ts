import { type Look, rangeIn, wordsAt } from './looked-at.ts'
import { firstMatch, matches, textOf } from './words/sentences.ts'

/** An apology with an "if", or for how somebody feels: it leaves the fault with them. */
export const lookAtBlamingApology: Look = (at) => {
  const { match } = at.words
  for (const sentence of at.draft.sentences) {
    const text = textOf(at.draft, sentence)
    const feeling = firstMatch(match.apologyForFeeling, text)
    const found = (feeling && !matches(match.ownsIt, text) ? feeling : null) ?? conditional(text, match)
    if (!found) continue
    const range = rangeIn(at, { start: sentence.start + found.start, end: sentence.start + found.end })
    return {
      code: 'blaming-apology',
      message: `“${wordsAt(at, range)}” is sorry for what they feel, not for what happened.`,
      facts: { phrase: wordsAt(at, range) },
      at: range,
      blocks: false,
    }
  }
  return null
}

/** "Sorry if …", or "If …, sorry": without a comma in between that would begin something new. */
function conditional(text: string, match: Parameters<Look>[0]['words']['match']) {
  const after = firstMatch(match.apologyIf, text)
  if (after) return after
  const before = firstMatch(match.conditionFirst, text)
  return before && matches(match.apologies, text.slice(before.start)) ? before : null
}
