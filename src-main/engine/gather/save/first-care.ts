import { timeOfRow } from '../../store/mention-key.ts'
import { starsOf } from '../../store/rating-share.ts'
import { careOf } from '../../triage/care/care.ts'
import { SURE_PERCENT } from '../../triage/feeling-columns.ts'
import type { StoredFeeling } from '../../understand/stored.ts'
import type { ReadMention } from '../gatherer-protocol.ts'

/**
 * The place in the order of care of the first thing a person says, in a conversation of its own: nothing has to be looked
 * up for it. Null where what the place says beside the words is not what it should be: then it is looked up.
 */
export function careOfFirstWords(row: number, item: ReadMention, feeling: StoredFeeling): number | null {
  const votes = item.details['votes'] ?? 0
  if (typeof votes !== 'number') return null
  return careOf({
    since: timeOfRow(row),
    feeling: feeling.confidence >= SURE_PERCENT ? feeling.feeling : null,
    stars: starsOf(item.rating),
    asks: 1,
    cameBack: false,
    places: 0,
    votes,
    replies: 0,
    promiseDueAt: null,
  })
}
