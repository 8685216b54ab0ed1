import { setImmediate as nextTurn } from 'node:timers/promises'
import { CallFailed } from '../../contract/failure.ts'

/** Rows from one to another, both included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Who asks may have lost interest. */
export interface Asker {
  readonly signal: { readonly aborted: boolean }
}

/** So long may one slice keep everybody else waiting, ms, where a slice can be made short enough. */
const SLICE_MS = 5
/** Each slice costs a little by itself: a question is not cut finer than this. */
const FINEST = 256

/**
 * Goes through a span of rows from its newest end, a slice at a time, and lets others be answered in between: slices grow
 * or shrink with what the last one took. Ends early once `look` has seen enough; throws `cancelled`.
 */
export async function inSlices(
  span: Span,
  { signal }: Asker,
  look: (slice: Span) => 'go-on' | 'enough',
): Promise<void> {
  const whole = span.to - span.from + 1
  let size = Math.ceil(whole / 32)
  let to = span.to
  while (to >= span.from) {
    if (signal.aborted) throw cancelled()
    const from = Math.max(span.from, to - size + 1)
    const started = performance.now()
    if (look({ from, to }) === 'enough') return
    const took = performance.now() - started
    size = Math.ceil(Math.min(whole, Math.max(whole / FINEST, size * fitting(took))))
    to = from - 1
    await nextTurn()
  }
}

/** By how much the next slice may differ from the last: at most four times. */
function fitting(tookMs: number): number {
  return Math.min(4, Math.max(1 / 4, SLICE_MS / Math.max(tookMs, 0.01)))
}

export function cancelled(): CallFailed {
  return new CallFailed({ kind: 'cancelled', message: 'It was cancelled.', hint: '' })
}
