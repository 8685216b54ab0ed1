import { type Look, type LookedAt, rangeIn, wordsAt } from './looked-at.ts'
import { firstMatch, type Span } from './words/sentences.ts'

/** The fault put on the person, or a raised voice. */
export const lookAtBlame: Look = (at) => {
  const loud = shoutIn(at.draft.original)
  const blame = firstMatch(at.words.match.blame, at.draft.folded.text)
  if (loud === null && blame === null) return null
  return loud === null && blame !== null
    ? remark(at, rangeIn(at, blame), 'blame')
    : remark(at, loud ?? { start: 0, end: 0 }, 'shout')
}

function remark(at: LookedAt, range: Span, kind: 'blame' | 'shout') {
  const phrase = wordsAt(at, range)
  return {
    code: 'blame-or-shout' as const,
    message: kind === 'blame' ? `“${phrase}” puts the fault on them.` : `“${phrase}” reads as shouting.`,
    facts: { phrase, kind },
    at: range,
    blocks: false,
  }
}

/** Three words in capitals in a row, four marks of exclamation, or most of the letters in capitals. */
function shoutIn(text: string): Span | null {
  const capitals =
    /(?<![\p{L}])(?:\p{Lu}{2,}[\s,]+(?:\p{Lu}+[\s,]+)+\p{Lu}{2,}|\p{Lu}{4,}[\s,]+\p{Lu}{4,})(?![\p{Ll}])/u.exec(
      text,
    )
  if (capitals && capitals[0].replace(/[^\p{L}]/gu, '').length >= 9) return spanOf(capitals)
  const marks = /[!¡]{3,}|(?:!\s*){4,}|\?!\?|\?{3,}/.exec(text)
  return marks ? spanOf(marks) : null
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length }
}
