/** Instants are UTC milliseconds in the store and ISO 8601 with `Z` in the contract. */
export function toInstant(ms: number): string {
  return new Date(ms).toISOString()
}

export function toInstantOrNull(ms: number | null): string | null {
  return ms === null ? null : toInstant(ms)
}

export function toMs(instant: string): number {
  return Date.parse(instant)
}
