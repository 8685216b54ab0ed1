import { asksOf, type Ask, isAnswered } from './words/questions.ts'
import { contentOf } from './words/content.ts'
import type { Look, LookedAt } from './looked-at.ts'
import { matches, type Span, textOf } from './words/sentences.ts'

/** A question of theirs that nothing in the answer takes up. */
export const lookAtQuestions: Look = (at) => {
  if (at.words.language !== at.theirWords.language) return null
  const open = questionsOf(at).find((question) => !answers(at, question))
  if (!open) return null
  const question = originalOf(at, open)
  return {
    code: 'question-unanswered',
    message: `They asked: “${question}”`,
    facts: { question },
    blocks: false,
  }
}

/** Whether they asked something, and nothing of it is left open. */
export function answersTheirQuestions(at: LookedAt): boolean {
  const questions = questionsOf(at)
  return questions.length > 0 && questions.every((question) => answers(at, question))
}

/** Sentences that ask: with a question mark, or in words ("I would like to know if"). Rhetorical ones are left out. */
function questionsOf({ mention, theirWords: { match } }: LookedAt): Span[] {
  return mention.sentences.flatMap((sentence) => {
    const text = textOf(mention, sentence)
    const asks = /\?["'»)\s]*$/.test(text) || matches(match.indirect, text)
    const from = Math.max(text.lastIndexOf('¿'), 0)
    const asked = { start: sentence.start + from, end: sentence.end }
    const words = textOf(mention, asked).replace(/[?"'»)\s]+$/, '')
    return asks && !matches(match.rhetorical, words) ? [asked] : []
  })
}

function answers(at: LookedAt, question: Span): boolean {
  const { draft, mention, words } = at
  const text = draft.folded.text
  if (/https?:\/\/|www\./.test(text) || matches(words.match.unknownYet, text)) return true
  const asked = textOf(mention, question)
  const focus = contentOf(withoutAsking(asked, at.theirWords.match.indirect), at.theirWords, new Set())
  const ours = contentOf(text, words, new Set())
  return asksOf(asked).every((ask: Ask) =>
    isAnswered(ask, { text, original: draft.original, asked, focus, ours }),
  )
}

/** "I would like to know if dogs may come" is about dogs, not about knowing. */
function withoutAsking(asked: string, indirect: RegExp | null): string {
  return indirect === null ? asked : asked.replace(indirect, ' ')
}

function originalOf({ mention }: LookedAt, { start, end }: Span): string {
  const { offsets } = mention.folded
  return mention.original.slice(offsets[start], offsets[end]).trim()
}
