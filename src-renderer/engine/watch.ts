import type { MethodName } from '../../src-main/contract/contract.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import { ask, onEngineEvent, toFailure, type Asked, type Input, type Output } from './call.ts'
import { concerns } from './subjects.ts'

export type Answered<T> =
  { readonly kind: 'ready'; readonly value: T } | { readonly kind: 'failed'; readonly failure: Failure }

/** A burst of changes (a gathering, a long act) asks again at most this often. */
const AT_MOST_EVERY_MS = 120

/**
 * Asks now and again after every change that concerns the question, one call at a time: a change during a call
 * asks once more when it has answered, so a slow answer is never starved by the next change.
 */
export function watchCall<Name extends MethodName>(
  name: Name,
  input: Input<Name>,
  tell: (answered: Answered<Output<Name>>) => void,
): () => void {
  let asked: Asked<Output<Name>> | null = null
  let waits: ReturnType<typeof setTimeout> | null = null
  let changedMeanwhile = false
  let stopped = false

  const finish = (answered: Answered<Output<Name>>) => {
    if (stopped) return
    asked = null
    tell(answered)
    if (changedMeanwhile) askSoon()
  }
  const askNow = () => {
    waits = null
    changedMeanwhile = false
    asked = ask(name, input)
    asked.answer.then(
      (value) => finish({ kind: 'ready', value }),
      (thrown: unknown) => finish({ kind: 'failed', failure: toFailure(thrown) }),
    )
  }
  const askSoon = () => {
    if (asked) changedMeanwhile = true
    else waits ??= setTimeout(askNow, AT_MOST_EVERY_MS)
  }

  const stopListening = onEngineEvent((event) => {
    if (concerns(event, name, input)) askSoon()
  })
  askNow()
  return () => {
    stopped = true
    stopListening()
    if (waits) clearTimeout(waits)
    asked?.cancel()
  }
}
