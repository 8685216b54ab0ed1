/** Something that ends a sentence, a line break too. */
const END = /(?<=[.!?…]["»”')\]]*)\s+(?=\S)|\n+/u

/** The sentences of a text, without addresses, handles and marks that say nothing. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/(?<=^|\s)#(?=\p{L})/gu, '')
    .split(END)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
}

/** Small letters without accents, for looking words up. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
