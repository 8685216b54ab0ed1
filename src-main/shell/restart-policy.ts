const WINDOW_MS = 60_000
const MOST_CRASHES = 3
const FIRST_WAIT_MS = 250

/** When the engine's process ended unasked, UTC ms, newest last. */
export type CrashHistory = readonly number[]

export type AfterCrash =
  | { readonly kind: 'restart'; readonly waitMs: number; readonly history: CrashHistory }
  | { readonly kind: 'give-up'; readonly history: CrashHistory }

/** Start again, later each time; three crashes in a minute are no accident and wait for the user. */
export function afterCrash(history: CrashHistory, now: number): AfterCrash {
  const recent = [...history.filter((at) => now - at < WINDOW_MS), now]
  if (recent.length >= MOST_CRASHES) return { kind: 'give-up', history: recent }
  return { kind: 'restart', waitMs: FIRST_WAIT_MS * 4 ** (recent.length - 1), history: recent }
}
