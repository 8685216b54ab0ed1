import { starsOf } from '../../store/rating-share.ts'
import { likelyFeelingOf } from '../../understand/feeling.ts'
import type { Learnt } from '../../understand/learn.ts'
import { type StoredFeeling, storedFeeling } from '../../understand/stored.ts'
import type { ReadMention } from '../gatherer-protocol.ts'

/** The reader knows no brand: what this one's user taught is taken into account here. */
export function feelingIn(learnt: Learnt | null, item: ReadMention): StoredFeeling {
  if (learnt === null) return item.feeling
  const { title, text, language } = item
  return storedFeeling(likelyFeelingOf({ title, text, language, stars: starsOf(item.rating) }, learnt))
}
