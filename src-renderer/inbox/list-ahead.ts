import type { BrandId } from '../../src-main/contract/ids.ts'
import { VIEW_QUESTIONS } from '../../src-main/contract/views.ts'
import { askEarly } from '../engine/call.ts'
import type { Layout } from '../frame/layout.tsx'
import type { Place } from '../kit/places.tsx'
import { both } from './question.ts'
import { rememberedGroup, rememberedOrder } from './remembered-looks.ts'
import { firstPageOf, listQuestion } from './watch-pages.ts'

/** Asks for the first page of a place's list before the place is drawn; null where a place has no list. */
export function askListAhead(
  place: Place,
  brandId: BrandId | null,
  remembered: Layout['remembered'],
): Promise<unknown> | null {
  if (place.kind !== 'inbox') return null
  const question = listQuestion({
    brandId,
    where: both(VIEW_QUESTIONS[place.view], place.question ?? ''),
    order: rememberedOrder(remembered, place.view),
    group: rememberedGroup(remembered),
  })
  return askEarly('mentions.list', firstPageOf(question))
}
