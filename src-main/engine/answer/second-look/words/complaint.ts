import type { Words } from './lists.ts'
import { allMatches, type Looked, matches } from './sentences.ts'

/** Whether somebody complains: by the stars where they gave any, else by their words. */
export function isComplaint(mention: Looked, { match }: Words, stars: number | null): boolean {
  if (stars !== null && stars <= 2) return true
  if (stars !== null && stars >= 4) return false
  const text = mention.folded.text
  const bad = new Set(allMatches(match.complaint, text).map(({ start, end }) => text.slice(start, end))).size
  const good = allMatches(match.praise, text).length
  if (stars !== null) return bad > 0
  const onlyAsks = text.includes('?') && mention.sentences.length === 1 && !matches(match.rhetorical, text)
  return bad > (onlyAsks ? 1 : 0) && bad > good
}
