const PLAIN = /^[\x20-\x7e]*$/
const ACCENTED = /[àáâäãåèéêëìíîïòóôöõùúûüç’]/g
const PLAIN_LETTERS = 'aaaaaaeeeeiiiiooooouuuuc'
const ACCENTED_LETTERS = 'àáâäãåèéêëìíîïòóôöõùúûüç'

/** Lower case, accents off except on `ñ`. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  return PLAIN.test(lower) ? lower : lower.replace(ACCENTED, unaccented)
}

function unaccented(letter: string): string {
  return letter === '’' ? "'" : PLAIN_LETTERS.charAt(ACCENTED_LETTERS.indexOf(letter))
}
