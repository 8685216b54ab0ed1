import { useCallback, useState } from 'react'

type Step<Value> = (before: Value) => Value
type Change<Value> = Value | Step<Value>

function isStep<Value>(change: Change<Value>): change is Step<Value> {
  return typeof change === 'function'
}

/**
 * A state of something named, which begins anew with another: what was typed in one place is not typed in the next. What
 * is still said of the one before, by a timer or an answer, changes nothing.
 */
export function useStateOf<Value extends string | number | boolean | object | null>(
  of: string,
  first: Value,
): [Value, (change: Change<Value>) => void] {
  const [kept, setKept] = useState({ of, value: first })
  if (kept.of !== of) setKept({ of, value: first })
  const set = useCallback(
    (change: Change<Value>) =>
      setKept((before) => {
        if (before.of !== of) return before
        const value = isStep(change) ? change(before.value) : change
        return Object.is(value, before.value) ? before : { of, value }
      }),
    [of],
  )
  return [kept.of === of ? kept.value : first, set]
}
