import { type TurnPlace, turnPlaceOf } from './turn-places.ts'
import { turnIsFreeAt, type Waits } from './waits.ts'

export interface Turns<One> {
  /** To be asked now: all that are not asked in turns, and one of each network that is. */
  readonly now: readonly One[]
  /** The others, and when each is next. */
  readonly later: readonly { readonly one: One; readonly at: number }[]
}

export interface InTurn {
  readonly url: string
  readonly last_try_at: number | null
}

/** Whose turn it is: in each network that is asked in turns, the source that was not asked for longest goes first. */
export function takeTurns<One>(
  wanted: readonly One[],
  sourceOf: (one: One) => InTurn,
  waits: Waits,
  now: number,
): Turns<One> {
  const free: One[] = []
  const lines = new Map<TurnPlace, One[]>()
  for (const one of wanted) {
    const place = turnPlaceOf(sourceOf(one).url)
    if (place === null) free.push(one)
    else lines.set(place, [...(lines.get(place) ?? []), one])
  }
  const slots = [...lines].flatMap(([place, line]) => {
    const first = turnIsFreeAt(waits, place, now)
    return line
      .toSorted((a, b) => (sourceOf(a).last_try_at ?? 0) - (sourceOf(b).last_try_at ?? 0))
      .map((one, index) => ({ one, at: first + index * place.apartMs }))
  })
  return {
    now: [...free, ...slots.filter(({ at }) => at <= now).map(({ one }) => one)],
    later: slots.filter(({ at }) => at > now),
  }
}
