/** The known word that a slip of the fingers may have meant, or null: one letter more, less, other or swapped; two in a long word. */
export function closestTo(word: string, known: readonly string[]): string | null {
  const most = word.length >= 6 ? 2 : 1
  let best: { readonly name: string; readonly distance: number } | null = null
  for (const name of known) {
    if (Math.min(name.length, word.length) < 3 || Math.abs(name.length - word.length) > most) continue
    const distance = slips(word, name)
    if (distance <= most && (best === null || distance < best.distance)) best = { name, distance }
  }
  return best?.name ?? null
}

/** Damerau and Levenshtein's distance, where a swap of neighbours counts one. */
function slips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [
    i,
    ...Array.from({ length: b.length }, () => 0),
  ])
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  rows[0]?.forEach((_, j, row) => (row[j] = j))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
      const row = rows[i]
      if (row) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped)
    }
  }
  return at(a.length, b.length)
}
