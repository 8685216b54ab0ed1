import { broken } from './broken.ts'

/** So many items of one document are read; the rest is older, or a trick. */
export const MAX_ITEMS = 5000

/**
 * A thread that runs out of memory between two looks of its watchman takes the whole process with it, so what would
 * grow into millions of objects is refused before it is read.
 */
const MAX_PARTS = 250_000

/** Throws `broken-document` for a text with more of these signs than any feed has. */
export function refuseTooManyParts(text: string, signs: readonly string[]): void {
  for (const sign of signs) {
    if (countUpTo(text, sign, MAX_PARTS + 1) > MAX_PARTS) {
      throw broken(`it has more than ${MAX_PARTS.toLocaleString('en')} parts`)
    }
  }
}

export function countUpTo(text: string, sign: string, most: number): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0 && count < most; at = text.indexOf(sign, at + 1)) count += 1
  return count
}

/** The text up to where one item too many begins. */
export function cutAfterItems(text: string): string {
  if (countUpTo(text, '<', MAX_ITEMS + 1) <= MAX_ITEMS) return text
  let count = 0
  for (const { index } of text.matchAll(/<(?:[\w.-]+:)?(?:item|entry)[\s/>]/gi)) {
    count += 1
    if (count > MAX_ITEMS) return text.slice(0, index)
  }
  return text
}

/** The markup up to where it has more elements than anyone writes in one text. */
export function cutAfterTags(markup: string, most = 20_000): string {
  let count = 0
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    count += 1
    if (count > most) return markup.slice(0, at)
  }
  return markup
}
