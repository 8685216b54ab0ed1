import { isComplaint } from './words/complaint.ts'
import type { Look } from './looked-at.ts'
import { matches } from './words/sentences.ts'

/** A complaint that is answered without an apology. Praise and plain questions need none. */
export const lookAtApology: Look = ({ draft, mention, words, theirWords, stars }) => {
  if (!isComplaint(mention, theirWords, stars)) return null
  const text = draft.folded.text
  if (matches(words.match.apologies, text) || matches(words.match.apologyForFeeling, text)) return null
  return {
    code: 'no-apology',
    message: 'They complain, and nothing here says sorry.',
    blocks: false,
  }
}
