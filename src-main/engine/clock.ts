/** The engine's time, UTC milliseconds. Tests and `--now` move it; both worker threads read the same. */
export interface Clock {
  readonly now: () => number
  /** What a worker needs to build the same clock. */
  readonly shared: SharedArrayBuffer
}

const OFFSET = 0
const FROZEN_AT = 1

/** A clock over shared memory: [offset from the machine's clock, or the instant it stands at]. */
export function clockOver(shared: SharedArrayBuffer): Clock {
  const view = new Float64Array(shared)
  return {
    now: () => {
      const frozenAt = view[FROZEN_AT] ?? 0
      return frozenAt > 0 ? frozenAt : Date.now() + (view[OFFSET] ?? 0)
    },
    shared,
  }
}

/** A clock that runs; from `startAt` (ms) on when given, else the machine's. */
export function runningClock(startAt?: number): Clock {
  const shared = new SharedArrayBuffer(16)
  if (startAt !== undefined) new Float64Array(shared)[OFFSET] = startAt - Date.now()
  return clockOver(shared)
}

/** A clock that stands still until it is set again. */
export function standingClock(at: number): { readonly clock: Clock; readonly set: (at: number) => void } {
  const shared = new SharedArrayBuffer(16)
  const view = new Float64Array(shared)
  view[FROZEN_AT] = at
  return { clock: clockOver(shared), set: (time) => (view[FROZEN_AT] = time) }
}
