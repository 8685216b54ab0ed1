import type { HandlersFor } from '../../contract/method.ts'
import type { replies, ReplyState } from '../../contract/replies.ts'
import { brandsOf, change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId, placeOf } from '../store/ids.ts'
import { answerable } from './answerable.ts'
import { giveBack, journal, openReply, sendOne } from './outbox.ts'
import { markSent } from './reply-sent.ts'
import { countByState, listOutbox, listQueued } from './replies-store.ts'

type OutboxMethods = Pick<typeof replies, 'outbox.list' | 'outbox.run' | 'outbox.confirm' | 'outbox.takeBack'>

export const outboxMethods: HandlersFor<OutboxMethods, EngineContext> = {
  'outbox.list': (context, { brandId }) => ({ items: brandsOf(context, brandId).flatMap(listOutbox) }),

  'outbox.run': async (context, { brandId }) => {
    const files = brandsOf(context, brandId)
    for (const file of files) await runOutbox(context, file)
    return countStates(files)
  },

  'outbox.confirm': (context, { replyId, posted, url }) => {
    const { brand, row } = placeOf(replyId)
    const file = context.stores.brand(brand)
    const reply = openReply(file, row)
    const at = context.host.clock.now()
    change(context, file, ['replies', 'mentions', 'promises', 'people'], () => {
      if (posted) markSent(file, row, { at, url: url ?? null })
      else giveBack(file, reply, 'not-posted', at)
    })
    journal(file, reply, posted ? 'sent' : 'returned', at, url ?? null)
    return { state: posted ? 'sent' : 'refused' }
  },

  'outbox.takeBack': (context, { replyId }) => {
    const { brand, row } = placeOf(replyId)
    const file = context.stores.brand(brand)
    const reply = openReply(file, row)
    const at = context.host.clock.now()
    change(context, file, ['replies', 'mentions'], () => giveBack(file, reply, 'taken-back', at))
    journal(file, reply, 'returned', at, null)
    return { mentionId: mentionId(brand, reply.mention_id) }
  },
}

/** Nothing goes out of a brand while a reply of it is unsure: the user looks first. */
async function runOutbox(context: EngineContext, file: BrandFile): Promise<void> {
  if (countByState(file).some(({ state }) => state === 'unsure')) return
  for (const reply of listQueued(file)) {
    const place = answerable(file, mentionId(file.brandId, reply.mention_id)).url
    if (!isWithinReach(context, place)) continue
    const settle = await sendOne(file, reply, place, context.host.clock.now())
    change(context, file, ['replies', 'mentions'], settle)
  }
}

/** Offline nothing goes out; where a place has no address, only the user's own word keeps it back. */
function isWithinReach({ gatherer }: EngineContext, place: string | null): boolean {
  return place === null ? gatherer.offline() === null : gatherer.reaches(place)
}

function countStates(files: readonly BrandFile[]): Record<ReplyState, number> {
  const counts = { queued: 0, 'by-hand': 0, sending: 0, sent: 0, held: 0, refused: 0, unsure: 0, stopped: 0 }
  for (const { state, n } of files.flatMap(countByState)) counts[state] += n
  return counts
}
