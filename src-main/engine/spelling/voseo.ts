/** Endings of *vos*, and what the dictionary has instead: forms of *vosotros*, from which they come. */
const ENDINGS: readonly (readonly [vos: RegExp, vosotros: string])[] = [
  [/ás$/, 'áis'],
  [/és$/, 'éis'],
  [/á$/, 'ad'],
  [/é$/, 'ed'],
  [/í$/, 'id'],
  // With somebody after it the imperative loses its accent: contame, decinos, escribile.
  [/a(me|nos|le|les|lo|la|los|las)$/, 'ad$1'],
  [/e(me|nos|le|les|lo|la|los|las)$/, 'ed$1'],
  [/i(me|nos|le|les|lo|la|los|las)$/, 'id$1'],
]

/** The forms of *vosotros* that make a form of *vos* right: `tenés` is right where `tenéis` is. */
export function formsBehindVos(word: string): string[] {
  return ENDINGS.filter(([vos]) => vos.test(word)).map(([vos, vosotros]) => word.replace(vos, vosotros))
}
