import type { Remark } from '../../../contract/replies.ts'

/** What the second look knows beside the draft. */
export interface Looked {
  readonly body: string
  /** What the person may be called: first name, words of the name they show, of their handle. Empty: unknown. */
  readonly names: readonly string[]
  /** ISO 639 of the mention and of the draft; null where not sure. */
  readonly mentionLanguage: string | null
  readonly draftLanguage: string | null
  /** Graphemes the place allows, or null. */
  readonly limit: number | null
}

type Look = (looked: Looked) => Remark | null

/** Each look makes one remark at most. Order is the order on the screen. */
const looks: readonly Look[] = [lookAtLength, lookAtName, lookAtLanguage]

/** The remarks on a draft. They advise; only a channel's own limit blocks. */
export function lookAtDraft(looked: Looked): Remark[] {
  if (looked.body.trim() === '') return [EMPTY]
  return looks.map((look) => look(looked)).filter((remark) => remark !== null)
}

const EMPTY: Remark = { code: 'empty', message: 'There is nothing written yet.', blocks: true }

function lookAtLength({ body, limit }: Looked): Remark | null {
  const length = countGraphemes(body)
  if (limit === null || length <= limit) return null
  return {
    code: 'too-long',
    message: `This place takes ${limit} characters; the answer has ${length}.`,
    facts: { limit, length, over: length - limit },
    blocks: true,
  }
}

function lookAtName({ body, names }: Looked): Remark | null {
  if (names.length === 0) return null
  const opening = firstSentence(body)
  const words = new Set(opening.match(WORDS)?.map(fold) ?? [])
  if (names.some((name) => words.has(fold(name)))) return null
  const name = names[0] ?? ''
  return {
    code: 'no-name',
    message: `The greeting does not name the person: ${name}.`,
    facts: { name },
    at: { start: 0, end: opening.length },
    blocks: false,
  }
}

function lookAtLanguage({ mentionLanguage, draftLanguage }: Looked): Remark | null {
  if (mentionLanguage === null || draftLanguage === null || mentionLanguage === draftLanguage) return null
  return {
    code: 'wrong-language',
    message: `They wrote in ${mentionLanguage}; the answer is in ${draftLanguage}.`,
    facts: { theirs: mentionLanguage, ours: draftLanguage },
    blocks: false,
  }
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu

/** Up to the end of the first sentence or line: where a greeting stands, and a name inside the first sentence too. */
function firstSentence(body: string): string {
  const lead = body.length - body.trimStart().length
  const end = /[.!?…](?=\s|$)|\n/.exec(body.slice(lead))
  return body.slice(0, end === null ? body.length : lead + end.index + 1)
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** As a person counts: an emoji or an accented letter is one. */
export function countGraphemes(text: string): number {
  return [...graphemes.segment(text)].length
}

/** What a person may be called in a greeting, best first: parts of two letters or more of each way they sign. */
export function namesOf(signatures: readonly (string | null)[]): string[] {
  const parts = signatures.flatMap(
    (text) =>
      (text ?? '')
        .split('@')
        .find((part) => part !== '')
        ?.match(/[\p{L}\p{M}]{2,}/gu) ?? [],
  )
  return [...new Set(parts)]
}
