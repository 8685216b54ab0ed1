/** A draft as it was saved at one time (UTC ms). */
export interface SavedDraft {
  readonly body: string
  readonly at: number
}

/** After so long one begins again rather than goes on. */
const PAUSE_MS = 5 * 60_000
/** Taking away so many characters at once is more than mending a word. */
const TAKEN_AWAY = 40

/**
 * Whether what was saved before is worth keeping beside what is saved now: the user comes back to it after a pause, or
 * much of it goes. What is only written on needs no second copy.
 */
export function beginsNewVersion(before: SavedDraft, now: SavedDraft): boolean {
  if (before.body.trim() === '' || before.body === now.body) return false
  const kept = sharedStart(before.body, now.body) + sharedEnd(before.body, now.body)
  const lost = before.body.length - Math.min(kept, before.body.length)
  if (lost >= TAKEN_AWAY || lost * 2 > before.body.length) return true
  return now.at - before.at >= PAUSE_MS && lost > 0
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

/** Of what is not shared at the start already. */
function sharedEnd(a: string, b: string): number {
  const start = sharedStart(a, b)
  const most = Math.min(a.length, b.length) - start
  let length = 0
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1
  return length
}
