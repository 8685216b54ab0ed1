import { foldText } from '../../../understand/folded.ts'

/**
 * A phrase as a person writes it into a list, compiled to match folded text:
 * `lament* las molestias`  any ending; `(tu|su) opinion`  one of several, with `_` for a blank inside;
 * `(muy)? importante`  may be left out; `...`  up to four words between; `a la brevedad`  as it stands.
 */
export function compilePhrases(phrases: readonly string[]): RegExp | null {
  const inside = phrases.map(insideOf).filter((pattern) => pattern !== '')
  return inside.length === 0 ? null : new RegExp(`(?<![a-z0-9])(?:${inside.join('|')})(?![a-z0-9])`, 'g')
}

const BLANK = '[\\s,]+'

/** The inside of the regular expression for one phrase. */
export function insideOf(phrase: string): string {
  // At the end, any words may follow anyway.
  const words = fold(phrase.trim())
    .replace(/(?: \.\.\.)+$/, '')
    .split(' ')
  let pattern = ''
  let blank = ''
  for (const word of words) {
    if (word === '') continue
    if (word === '...') {
      pattern += `${blank}(?:[^\\s.!?:;]+${BLANK}){0,4}?`
      blank = ''
      continue
    }
    const optional = word.endsWith(')?')
    const inside = wordOf(optional ? word.slice(0, -1) : word)
    pattern += optional ? `(?:${blank}${inside})?` : `${blank}${inside}`
    // A phrase that begins with what may be left out has its blank after it.
    if (optional && blank === '') pattern = `${pattern.slice(0, -2)}${BLANK})?`
    else blank = BLANK
  }
  return pattern
}

function wordOf(word: string): string {
  return word
    .replace(/\./g, '\\.')
    .replace(/\((?!\?)/g, '(?:')
    .replaceAll('_', BLANK)
    .replaceAll('*', '[a-z]*')
}

/** A phrase as a person types it: only `*` means more than itself. */
export function plainPhrase(phrase: string): string {
  return fold(phrase.trim())
    .replace(/[()[\]{}|\\^$+?_.:/]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function fold(phrase: string): string {
  return foldText(phrase).text
}
