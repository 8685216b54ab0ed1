import type { Remark } from '../../../src-main/contract/replies.ts'
import type { Mark } from './marks.ts'

/** The words that remarks are about, as long as they still stand where they stood when the draft was looked at. */
export function remarkMarks(text: string, remarks: readonly Remark[]): Mark[] {
  return remarks.flatMap(({ at, facts }) => {
    const phrase = facts?.['phrase'] ?? facts?.['promise']
    if (!at || typeof phrase !== 'string' || at.end <= at.start) return []
    const stands = text.slice(at.start, at.end)
    return stands !== '' && phrase.includes(stands) ? [{ ...at, kind: 'remark' as const }] : []
  })
}
