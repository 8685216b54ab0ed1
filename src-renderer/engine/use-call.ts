import { useEffect, useState } from 'react'
import type { MethodName } from '../../src-main/contract/contract.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { Input, Output } from './call.ts'
import { watchCall, type Answered } from './watch.ts'

export type Loaded<T> = { readonly kind: 'loading' } | Answered<T>
export type Reading<T> = Loaded<T> & {
  /** Asks once more, for "try again". */
  readonly again: () => void
}

/**
 * What the engine answers to a reading, asked again whenever it may have changed; the last value stays meanwhile.
 * With another input, `clear` (usual) goes back to loading and `keep` shows the old value until the new one is here.
 * A `null` input asks nothing.
 */
export function useCall<Name extends MethodName>(
  name: Name,
  input: Input<Name> | null,
  onNewInput: 'clear' | 'keep' = 'clear',
): Reading<Output<Name>> {
  const key = input === null ? null : JSON.stringify(input)
  const [last, setLast] = useState<{ key: string; answered: Answered<Output<Name>> } | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (input === null || key === null) return
    return watchCall(name, input, (answered) => setLast({ key, answered }))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for `input`, whose identity changes with every render
  }, [name, key, attempt])
  const shown = last && (onNewInput === 'keep' || last.key === key) ? last.answered : null
  return { ...(shown ?? { kind: 'loading' as const }), again: () => setAttempt((count) => count + 1) }
}

/** The value once it is there. */
export function valueOf<T>(loaded: Loaded<T>): T | null {
  return loaded.kind === 'ready' ? loaded.value : null
}

export function failureOf(loaded: Loaded<unknown>): Failure | null {
  return loaded.kind === 'failed' ? loaded.failure : null
}
