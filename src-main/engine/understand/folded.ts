/** A text as patterns see it: lower case, accents off, straight apostrophes; and where each letter stands in the original. */
export interface Folded {
  readonly text: string
  /** The original's UTF-16 offset of each unit of `text`, and one more for its end. */
  readonly offsets: readonly number[]
}

const PLAIN: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '´': "'", '\u00a0': ' ', '\u202f': ' ' }

/** Folds a text for matching. The Spanish `sí` becomes `sy`, so that it is not taken for `si`. */
export function foldText(original: string): Folded {
  let text = ''
  const offsets: number[] = []
  for (let index = 0; index < original.length; index += 1) {
    const letter = foldLetter(original.charAt(index))
    if (letter === '') continue
    text += letter
    offsets.push(index)
  }
  offsets.push(original.length)
  for (const { index } of original.matchAll(/(?<![\p{L}])s(?:í|í)(?![\p{L}])/giu)) {
    const at = offsets.indexOf(index)
    if (at >= 0) text = `${text.slice(0, at)}sy${text.slice(at + 2)}`
  }
  return { text, offsets }
}

function foldLetter(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? unit.toLowerCase() : unit
  const plain = PLAIN[unit]
  if (plain !== undefined) return plain
  if (/\p{M}/u.test(unit)) return ''
  const bare = unit.normalize('NFD').charAt(0).toLowerCase()
  return bare.length === 1 ? bare : unit
}

/** A range of the folded text as a range of the original. */
export function originalRange(
  { offsets }: Folded,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const last = offsets.at(-1) ?? 0
  return { start: offsets[start] ?? last, end: offsets[end] ?? last }
}
