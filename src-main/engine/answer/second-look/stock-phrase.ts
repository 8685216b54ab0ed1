import { type Look, rangeIn, wordsAt } from './looked-at.ts'
import { firstMatch } from './words/sentences.ts'

/** Phrases of call centres, which people have learnt to read as "nobody is here". */
export const lookAtStockPhrases: Look = (at) => {
  const found = firstMatch(at.stock, at.draft.folded.text)
  if (found === null) return null
  const range = rangeIn(at, found)
  return {
    code: 'stock-phrase',
    message: `“${wordsAt(at, range)}” is what call centres say.`,
    facts: { phrase: wordsAt(at, range) },
    at: range,
    blocks: false,
  }
}
