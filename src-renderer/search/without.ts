import type { Chip } from '../../src-main/contract/questions.ts'

type Place = Pick<Chip, 'kind' | 'start' | 'end'>

/** A question without one of its words, and without the OR or the parentheses that would stand alone then. */
export function without(text: string, chips: readonly Place[], index: number): string {
  const going = new Set([index])
  if (chips[index + 1]?.kind === 'or') going.add(index + 1)
  else if (chips[index - 1]?.kind === 'or') going.add(index - 1)
  for (;;) {
    const left = chips.map((chip, at) => ({ chip, at })).filter(({ at }) => !going.has(at))
    const empty = left.findIndex(
      ({ chip }, at) => chip.kind === 'open' && left[at + 1]?.chip.kind === 'close',
    )
    if (empty < 0) break
    for (const { at } of left.slice(empty, empty + 2)) going.add(at)
    const [before, after] = [left[empty - 1], left[empty + 2]]
    if (after?.chip.kind === 'or') going.add(after.at)
    else if (before?.chip.kind === 'or') going.add(before.at)
  }
  const gone = chips.filter((_, at) => going.has(at))
  const kept = gone
    .toReversed()
    .reduce((rest, { start, end }) => rest.slice(0, start) + ' ' + rest.slice(end), text)
  return kept.replaceAll(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')').trim()
}
