import { fold, sentencesOf } from './sentences.ts'
import { isComplaint, isEmptyTalk, isRequest } from './words.ts'

/** A line on the screen. */
const LINE = 160

type Kind = 'question' | 'request' | 'complaint' | 'other'

/**
 * What a person is asking, in their own words and one line: their questions, else what they request, else what they
 * complain about, else how they begin. Praise asks nothing, and gives an empty text.
 */
export function whatTheyAsk(text: string, language: string | null): string {
  const sentences = sentencesOf(text).map((sentence) => ({ sentence, kind: kindOf(sentence, language) }))
  for (const wanted of ['question', 'request', 'complaint'] as const) {
    const found = sentences.filter(({ kind }) => kind === wanted).map(({ sentence }) => sentence)
    if (found.length > 0) return oneLine(found)
  }
  return ''
}

/** Whether a text asks or complains at all: such a one wants an answer, and a second one asks again. */
export function asksSomething(text: string, language: string | null): boolean {
  return sentencesOf(text).some((sentence) => kindOf(sentence, language) !== 'other')
}

function kindOf(sentence: string, language: string | null): Kind {
  const folded = fold(sentence)
  if (isEmptyTalk(folded)) return 'other'
  if (isQuestion(sentence)) return 'question'
  if (isRequest(folded, language)) return 'request'
  return isComplaint(folded, language) ? 'complaint' : 'other'
}

/** Of three words or more: `¿eh?` and `¿en serio?` ask nothing. */
function isQuestion(sentence: string): boolean {
  const asked = /[^?¿]*\?/.exec(sentence)?.[0] ?? ''
  return (asked.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 3
}

/** As many whole sentences as fit; one that does not fit is cut after a word. */
function oneLine(sentences: readonly string[]): string {
  const [first = '', ...others] = [...new Set(sentences.map(fromItsQuestion))]
  let line = first.length > LINE ? cut(first) : first
  for (const sentence of others) {
    if (line.length + sentence.length + 1 > LINE) break
    line = `${line} ${sentence}`
  }
  return line
}

/** `Hola, ¿cuándo llega mi pedido?` begins at the question where the language marks where that is. */
function fromItsQuestion(sentence: string): string {
  const start = sentence.indexOf('¿')
  return start > 0 ? sentence.slice(start) : sentence
}

function cut(sentence: string): string {
  const end = sentence.lastIndexOf(' ', LINE - 1)
  return `${sentence.slice(0, end > LINE / 2 ? end : LINE - 1).replace(/[\s,;:.]+$/, '')}…`
}
