import { foldText } from '../../understand/folded.ts'
import type { Look, LookedAt } from './looked-at.ts'
import { answersTheirQuestions } from './question-unanswered.ts'
import { contentOf, speaksOf } from './words/content.ts'
import { wordsOf } from './words/sentences.ts'

/** Words beyond those that fit every answer: an answer that has them is about something. */
const OF_ITS_OWN = 4

/** Nothing in the answer refers to what the person said. */
export const lookAtWhatTheySaid: Look = (at) => {
  const { draft, mention, words, theirWords } = at
  if (words.language !== theirWords.language) return null
  const not = namesAndBrand(at)
  const theirs = contentOf(mention.folded.text, theirWords, not)
  if (theirs.length === 0) return null
  const ours = contentOf(draft.folded.text, words, not)
  if (ours.length >= OF_ITS_OWN || ours.some((our) => theirs.some((their) => speaksOf(our, their))))
    return null
  if (ours.length > 0 && answersTheirQuestions(at)) return null
  const left = [...new Set(theirs.map(({ word }) => word))]
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, 3)
    .map((word) => asWritten(mention.original, word))
  return {
    code: 'not-specific',
    message: `Nothing here refers to what they said: ${left.join(', ')}.`,
    facts: { left: left.join(', ') },
    blocks: false,
  }
}

function namesAndBrand({ names, brand }: LookedAt): ReadonlySet<string> {
  return new Set([...names.flatMap((name) => wordsOf(foldText(name).text)), ...wordsOf(brand.own)])
}

/** Numbers and long words say most. */
function weight(word: string): number {
  return /\d/.test(word) ? 20 : word.length
}

function asWritten(text: string, word: string): string {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.find((each) => foldText(each).text === word) ?? word
}
