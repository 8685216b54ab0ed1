import { foldText } from '../../understand/folded.ts'
import type { Look } from './looked-at.ts'
import { wordsOf } from './words/sentences.ts'

/** A brand that signs, an answer that does not end with its signature, or a colleague's like it. */
export const lookAtSignature: Look = ({ draft, brand }) => {
  const signature = brand.signature.trim()
  if (signature === '' || isSigned(draft.folded.text, foldText(signature).text)) return null
  return {
    code: 'unsigned',
    message: `This brand signs: ${signature}.`,
    facts: { signature },
    fix: { start: draft.original.trimEnd().length, end: draft.original.length, text: `\n${signature}` },
    blocks: false,
  }
}

const SMALL = new Set([
  'de',
  'del',
  'la',
  'el',
  'do',
  'da',
  'the',
  'of',
  'from',
  'at',
  'a',
  'o',
  'en',
  'em',
  'y',
  'e',
  'and',
])

/** At the end of the text stand the signature's words, or its mark with somebody's initials (`^AR`). */
function isSigned(draft: string, signature: string): boolean {
  const mark = /^[\^~*/-]\s?[a-z]{1,3}$/.exec(signature)
  if (mark) return new RegExp(`\\${signature.charAt(0)}\\s?[a-z]{1,3}[\\s.!]*$`).test(draft)
  const wanted = wordsOf(signature).filter((word) => !SMALL.has(word))
  if (wanted.length === 0) return draft.trimEnd().endsWith(signature)
  const room = wordsOf(signature).length + 2
  const last = endOf(draft)
  const end = new Set(wordsOf(last).slice(-room))
  const held = wanted.filter((word) => end.has(word)).length
  return held === wanted.length || (wanted.length >= 2 && held / wanted.length >= 0.5 && isApart(last, room))
}

/** The last line with words, or the last words where the answer is one line. */
function endOf(draft: string): string {
  return draft.split('\n').findLast((line) => wordsOf(line).length > 0) ?? ''
}

/** A colleague signs with other words of the same kind: on a line of their own, or after a dash. */
function isApart(last: string, room: number): boolean {
  const tail = last.split(/(?<=[.!,])\s+|\s[—–-]+\s?|^[—–-]+/).at(-1) ?? last
  return wordsOf(tail).length <= room
}
