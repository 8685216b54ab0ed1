import type { ReadMention } from './gatherer-protocol.ts'

/** What our answer is known by that stands in the same row of a table as what it answers. */
export function rowAnswerId(answered: string): string {
  return `${answered}#reply`
}

/** Whether it came in one row with what it answers: it is ours, and no row of its own. */
export function isRowAnswer({ externalId, inReplyTo }: ReadMention): boolean {
  return inReplyTo !== null && externalId === rowAnswerId(inReplyTo)
}
