/** A text cut into what feeling is read from: folded words, emoji, and marks that end a clause. */
export interface Tokens {
  /** Lower case, accents folded except on `ñ`; marks as they stand. */
  readonly folded: readonly string[]
  /** As they were written. */
  readonly written: readonly string[]
}

const TOKEN =
  /\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*|[:;=8x][-^']?[)(\]d/pP|3*@\\[]+(?![\p{L}\d])|(?<!\p{L})t_+t(?!\p{L})|[-;¬^]_*[-;¬^]|<\/?3+|\d+(?:\/\d+)?|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?|[!?.,;:…()]+/giu
const ADDRESS = /\bhttps?:\/\/\S+|(?<![\p{L}\d])[@#][\p{L}\p{N}_.-]+/gu
const PLAIN = /^[\x20-\x7e]*$/
const ACCENTED = /[àáâäãåèéêëìíîïòóôöõùúûüç’]/g
const PLAIN_LETTERS = 'aaaaaaeeeeiiiiooooouuuuc'
const ACCENTED_LETTERS = 'àáâäãåèéêëìíîïòóôöõùúûüç'

/** Of a longer text so much is read: what people feel they say early, and a novel would hold up the others. */
const SAMPLE = 4000

export function tokensOf(text: string): Tokens {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text
  const written = sample.replace(ADDRESS, ' ').normalize('NFC').match(TOKEN) ?? []
  return { written, folded: written.map(foldAgain) }
}

/** A cache, not state: people use few words, and what was folded once is told apart faster, too. */
const folded = new Map<string, string>()
const MOST_FOLDED = 20_000
const LONGEST_FOLDED = 30

function foldAgain(word: string): string {
  const known = folded.get(word)
  if (known !== undefined) return known
  const found = fold(word)
  if (word.length > LONGEST_FOLDED) return found
  if (folded.size >= MOST_FOLDED) folded.clear()
  folded.set(word, found)
  return found
}

export function fold(word: string): string {
  const lower = word.toLowerCase()
  return PLAIN.test(lower) ? lower : lower.replace(ACCENTED, unaccented)
}

function unaccented(letter: string): string {
  return letter === '’' ? "'" : PLAIN_LETTERS.charAt(ACCENTED_LETTERS.indexOf(letter))
}
