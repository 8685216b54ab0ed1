import { foldText } from '../../understand/folded.ts'
import { type Look, rangeIn } from './looked-at.ts'
import { firstMatch, type Looked, type Span, textOf, wordsOf } from './words/sentences.ts'
import type { Words } from './words/lists.ts'

/** The greeting names the person; a name inside the first sentence is a greeting too. */
export const lookAtName: Look = (at) => {
  const { draft, names, words } = at
  const [first] = draft.sentences
  const [name] = names
  if (!first || name === undefined) return null
  const opening = textOf(draft, first)
  const heard = isGreetingOnly(opening, words)
    ? `${opening} ${beginningOf(draft, draft.sentences[1])}`
    : opening
  const spoken = new Set(wordsOf(heard.replace(/_/g, ' ')))
  if (names.some((each) => isSpoken(foldText(each).text, spoken))) return null
  const range = rangeIn(at, first)
  return {
    code: 'no-name',
    message: `The greeting does not name the person: ${name}.`,
    facts: { name },
    at: range,
    fix: greetingWith(draft.original, name, firstMatch(words.match.greetings, opening), first.start),
    blocks: false,
  }
}

/** A greeting of two words, "¡Hola!", goes with how the next sentence begins. */
function isGreetingOnly(opening: string, { match }: Words): boolean {
  return wordsOf(opening).length <= 3 && firstMatch(match.greetings, opening) !== null
}

function beginningOf(draft: Looked, sentence: Span | undefined): string {
  return sentence ? wordsOf(textOf(draft, sentence)).slice(0, 3).join(' ') : ''
}

/** Said whole, or as people shorten it: Alex for Alexandra. */
function isSpoken(name: string, spoken: ReadonlySet<string>): boolean {
  if (spoken.has(name)) return true
  return [...spoken].some(
    (word) =>
      (name.length >= 5 && word.startsWith(name)) ||
      (word.length >= 3 && name.length >= 5 && name.startsWith(word) && name.length - word.length <= 6),
  )
}

/** "Hola: siento…" becomes "Hola, Lucía: siento…", "Siento…" becomes "Lucía, siento…". */
function greetingWith(body: string, name: string, greeting: Span | null, start: number) {
  if (greeting !== null && greeting.start <= 1) {
    const end = start + greeting.end
    return { start: end, end, text: `, ${name}` }
  }
  const first = body.charAt(start)
  return { start, end: start + 1, text: `${name}, ${first.toLowerCase()}` }
}

const NO_NAMES =
  /^(?:don|dona|doña|senor|senora|sr|sra|srta|mr|mrs|ms|miss|dr|dra|sir|madam|seu|anonim[oa]|anonymous|anonimous|user|usuario|usuaria|cliente|clienta|customer|guest|invitado|google|trustpilot|visitor|visitante|member|the|los|las|del|von|van|de|da|do|dos|das)$/

/** What a person may be called in a greeting, best first: parts of two letters or more of each way they sign. */
export function namesOf(signatures: readonly (string | null)[]): string[] {
  const called = signatures.flatMap((text) => {
    const signed = (text ?? '').trim()
    const parts = partsOf(signed)
    return isMadeUp(signed, parts) ? [signed, ...parts] : parts
  })
  return [...new Set(called)].filter((each) => !NO_NAMES.test(foldText(each).text))
}

function partsOf(signed: string): readonly string[] {
  const local = signed.split('@').find((part) => part !== '') ?? ''
  return local.match(/[\p{L}\p{M}]{2,}/gu) ?? []
}

/** `bajo cero no`, `fog_on_monday`: several words and no capital letter is a name somebody made up, and said whole. */
function isMadeUp(signed: string, parts: readonly string[]): boolean {
  return parts.length > 2 && !signed.includes('.') && signed === signed.toLowerCase()
}
