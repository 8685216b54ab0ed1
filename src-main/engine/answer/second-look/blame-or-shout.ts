import { type Look, type LookedAt, rangeIn, wordsAt } from './looked-at.ts'
import { allMatches, type Span } from './words/sentences.ts'

/** The fault put on the person, or a raised voice. */
export const lookAtBlame: Look = (at) => {
  const loud = shoutIn(at.draft.original)
  const text = at.draft.folded.text
  const blame = allMatches(at.words.match.blame, text).find((span) => !isAboutAnother(text, span)) ?? null
  if (loud === null && blame === null) return null
  return loud === null && blame !== null
    ? remark(at, rangeIn(at, blame), 'blame')
    : remark(at, loud ?? { start: 0, end: 0 }, 'shout')
}

/** What should have been done, in a form that may be anybody's: theirs unless the clause names somebody else. */
const SHOULD_HAVE = /^(?:deberia|tendria|debio|tenia|tenian|devia|deveria|tinha|poderia|podia)\b/
const ANOTHER =
  /(?:^|[^a-z])(?:alguien|nadie|nosotros|yo|nunca|jamas|esto|eso|alguem|ninguem|a gente|nos|eu|isto|isso|(?:el|la|ese|esa|este|esta|nuestr[oa]|mi|o|a|esse|essa|noss[oa]|meu|minha) (?!client|usuari|senor|senhor|consumidor|huesped|hospede|proxima)[a-z]+)(?: (?!usted|voce)[a-z0-9]+){0,2} $/

function isAboutAnother(text: string, { start, end }: Span): boolean {
  const clause =
    text
      .slice(0, start)
      .split(/[.,;:!?\n]/)
      .at(-1) ?? ''
  return SHOULD_HAVE.test(text.slice(start, end)) && ANOTHER.test(clause)
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
