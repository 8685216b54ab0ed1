/** Where a row stands in a list by row ascending; -1 where it does not. */
export function indexIn(list: readonly { readonly row: number }[], row: number): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((list[middle]?.row ?? 0) < row) from = middle + 1
    else to = middle
  }
  return list[from]?.row === row ? from : -1
}
