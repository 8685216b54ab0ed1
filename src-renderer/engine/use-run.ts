import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MethodName } from '../../src-main/contract/contract.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import { ask, onEngineEvent, toFailure, type Asked, type Input, type Output } from './call.ts'

export type RunState<T> =
  | { readonly kind: 'idle' }
  /** `total` 0 means that nobody knows how much there is. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface Run<Name extends MethodName> {
  readonly state: RunState<Output<Name>>
  /** Starts the call, ending one that still runs; answers null when it failed (the state says why). */
  readonly run: (input: Input<Name>) => Promise<Output<Name> | null>
  readonly cancel: () => void
  readonly reset: () => void
}

/** A call that the user starts and may stop, with how far it is. It is cancelled when its screen goes. */
export function useRun<Name extends MethodName>(name: Name): Run<Name> {
  const [state, setState] = useState<RunState<Output<Name>>>({ kind: 'idle' })
  const running = useRef<Asked<Output<Name>> | null>(null)

  useEffect(() => {
    const stopListening = onEngineEvent((event) => {
      if (event.kind !== 'progress' || event.callId !== running.current?.callId) return
      setState({ kind: 'running', done: event.done, total: event.total })
    })
    return () => {
      stopListening()
      running.current?.cancel()
      running.current = null
    }
  }, [])

  const run = useCallback(
    async (input: Input<Name>) => {
      running.current?.cancel()
      const asked = ask(name, input)
      running.current = asked
      setState({ kind: 'running', done: 0, total: 0 })
      try {
        const value = await asked.answer
        if (running.current === asked) setState({ kind: 'done', value })
        return value
      } catch (thrown) {
        if (running.current === asked) setState({ kind: 'failed', failure: toFailure(thrown) })
        return null
      }
    },
    [name],
  )
  const cancel = useCallback(() => running.current?.cancel(), [])
  const reset = useCallback(() => {
    running.current?.cancel()
    running.current = null
    setState({ kind: 'idle' })
  }, [])
  return useMemo(() => ({ state, run, cancel, reset }), [state, run, cancel, reset])
}
