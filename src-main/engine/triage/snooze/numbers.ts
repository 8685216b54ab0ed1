/** Numbers as people write them when they are in a hurry, in three languages at once. */
const WORDS: readonly (readonly [number, string])[] = [
  [1, 'un una uno a an one um uma'],
  [2, 'dos two dois duas couple par'],
  [3, 'tres three'],
  [4, 'cuatro four quatro'],
  [5, 'cinco five'],
  [6, 'seis six'],
  [7, 'siete seven sete'],
  [8, 'ocho eight oito'],
  [9, 'nueve nine nove'],
  [10, 'diez ten dez'],
  [11, 'once eleven onze'],
  [12, 'doce twelve doze'],
  [15, 'quince fifteen quinze'],
  [20, 'veinte twenty vinte'],
  [30, 'treinta thirty trinta'],
]
const NUMBERS = new Map(WORDS.flatMap(([value, words]) => words.split(' ').map((word) => [word, value])))

export const NUMBER_WORDS = [...NUMBERS.keys()].toSorted((a, b) => b.length - a.length).join('|')
/** Matches a number, in figures or in words. */
export const NUMBER = `\\d{1,3}|${NUMBER_WORDS}`

export function toNumber(text: string): number {
  return NUMBERS.get(text) ?? Number(text)
}

/** Case and accents folded, spaces single, and nothing around: `  El  Martes, ` is `el martes`. */
export function tidied(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[,;¿?¡!()]/g, ' ')
    .replace(/(\d)\s*[ºª°]/g, '$1')
    .replace(/\b([ap])\.\s?m\b\.?/g, '$1m')
    .replace(/\b(un par de|(?:a )?couple of|um par de)\b/g, '2')
    .replace(/\s+/g, ' ')
    .trim()
}
