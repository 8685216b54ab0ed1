import { starsOf } from '../../store/rating-share.ts'
import { likelyFeelingOf } from '../../understand/feeling.ts'
import type { Learnt } from '../../understand/learn.ts'
import { type StoredFeeling, storedFeeling } from '../../understand/stored.ts'
import { SURE_PERCENT } from '../../triage/feeling-columns.ts'
import type { Stated } from '../../triage/stated-columns.ts'
import type { ReadMention } from '../gatherer-protocol.ts'

/** The reader knows no brand: what this one's user taught is taken into account here. */
export function feelingIn(learnt: Learnt | null, item: ReadMention): StoredFeeling {
  if (learnt === null) return item.feeling
  const { title, text, language } = item
  return storedFeeling(likelyFeelingOf({ title, text, language, stars: starsOf(item.rating) }, learnt))
}

/** What its state holds of what it says; the feeling is null of our own voice, which has no state. */
export function statedIn(item: ReadMention, feeling: StoredFeeling | null): Stated {
  const isSure = feeling !== null && feeling.confidence >= SURE_PERCENT
  return { sure: isSure ? feeling.feeling : null, stars: starsOf(item.rating), language: item.language }
}
