/** A word of a draft that may be looked up, in UTF-16 code units. */
export interface WordAt {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** What is no word of any dictionary: addresses, handles, tags, shortcodes, gaps. */
const NO_WORDS =
  /https?:\/\/\S+|www\.\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|[@#][\p{L}\p{N}_.-]+|:[a-z_]+:|\[[^\]\n]*(?:…|\.{3})[^\]\n]*\]/gu
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu

/** The words of a text that are to be spelt right. Numbers, abbreviations in capitals and single letters are not. */
export function wordsIn(text: string): WordAt[] {
  const blanked = text.replace(NO_WORDS, (found) => ' '.repeat(found.length))
  return [...blanked.matchAll(WORD)]
    .filter(([word]) => word.length > 1 && !/\p{N}/u.test(word) && !/^[\p{Lu}\p{M}]{2,5}$/u.test(word))
    .map((found) => ({ word: found[0], start: found.index, end: found.index + found[0].length }))
}

/** One written form for looking up what a brand calls its things: small letters, straight apostrophe. */
export function keyOfWord(word: string): string {
  return word.normalize('NFC').replace(/’/g, "'").toLocaleLowerCase()
}
