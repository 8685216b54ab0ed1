/** Accents a new brand is given in turn: apart from each other, and legible on paper and charcoal. */
const COLOURS = [
  '#2f6f6d',
  '#8a4b2d',
  '#4f5d9e',
  '#7a3e6b',
  '#5b6f2a',
  '#1f6a97',
  '#9a3b3b',
  '#6b5b95',
] as const

export function colourFor(place: number): string {
  return COLOURS[place % COLOURS.length] ?? COLOURS[0]
}
