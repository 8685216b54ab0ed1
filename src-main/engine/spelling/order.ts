/** How a word sounds, roughly: people write `recojer` and `valla`, and mean what sounds the same. */
function soundOf(word: string): string {
  return fold(word)
    .replace(/h/g, '')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/qu(?=[ei])/g, 'k')
    .replace(/c(?=[aou])/g, 'k')
    .replace(/z|c(?=[ei])|ss|x/g, 's')
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Suggestions, the likeliest first: the same letters without their accents, then the same sound, then as they came. */
export function inOrder(word: string, suggestions: readonly string[]): string[] {
  const rank = (other: string) => {
    if (fold(other) === fold(word)) return 0
    return soundOf(other) === soundOf(word) ? 1 : 2
  }
  const ranked = suggestions.map((each, index) => ({ each, index, rank: rank(each) }))
  ranked.sort((a, b) => a.rank - b.rank || a.index - b.index)
  return ranked.map(({ each }) => each)
}
