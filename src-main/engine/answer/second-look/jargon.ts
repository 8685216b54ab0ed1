import { type Look, rangeIn, wordsAt } from './looked-at.ts'
import { allMatches } from './words/sentences.ts'

/** Words of the trade, unless the person used them first. */
export const lookAtJargon: Look = (at) => {
  const text = at.draft.folded.text
  const theirs = at.mention.folded.text
  const found = allMatches(at.jargon, text).find(({ start, end }) => {
    const word = text.slice(start, end).replace(/e?s$/, '')
    return !theirs.includes(word)
  })
  if (!found) return null
  const range = rangeIn(at, found)
  return {
    code: 'jargon',
    message: `“${wordsAt(at, range)}” is our word, not theirs.`,
    facts: { phrase: wordsAt(at, range) },
    at: range,
    blocks: false,
  }
}
