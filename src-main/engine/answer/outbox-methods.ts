import { CallFailed } from '../../contract/failure.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { replies, ReplyState } from '../../contract/replies.ts'
import { brandsOf, change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId, placeOf } from '../store/ids.ts'
import { correctReply } from './correct-reply.ts'
import { giveBack } from './give-back.ts'
import { journal, openReply } from './queue.ts'
import { ASK_AFTER_MS } from './outbox/decide.ts'
import { countAsking, goAllTheSame } from './outbox/outbox-store.ts'
import { countByState, findReply, listOutbox, setReplyState } from './replies-store.ts'
import { markSent } from './reply-sent.ts'

type OutboxMethods = Pick<
  typeof replies,
  'outbox.list' | 'outbox.run' | 'outbox.confirm' | 'outbox.takeBack' | 'outbox.retry' | 'replies.correct'
>

export const outboxMethods: HandlersFor<OutboxMethods, EngineContext> = {
  'outbox.list': (context, { brandId }) => {
    const files = brandsOf(context, brandId)
    const now = context.host.clock.now()
    const items = files.flatMap((file) => listOutbox(file, now))
    return { items, asks: asksAfterDays(context, files) }
  },

  'outbox.run': async (context, { brandId, asks = false }) => {
    const files = brandsOf(context, brandId)
    await context.outbox.run(files, asks ? 'by-itself' : 'user')
    return countStates(files)
  },

  'outbox.confirm': (context, { replyId, posted, url = null }) => {
    const { brand, row } = placeOf(replyId)
    const file = context.stores.brand(brand)
    const reply = openReply(file, row)
    refuseOnItsWay(reply.state)
    const at = context.host.clock.now()
    change(context, file, ['replies', 'mentions', 'promises', 'people'], () => {
      if (posted) markSent(file, row, { at, url })
      else giveBack(file, reply, 'not-posted', at)
    })
    journal(file, reply, posted ? 'sent' : 'returned', at, { url })
    context.outbox.wake()
    return { state: posted ? 'sent' : 'refused' }
  },

  'outbox.retry': async (context, { replyId }) => {
    const { brand, row } = placeOf(replyId)
    const file = context.stores.brand(brand)
    const reply = openReply(file, row)
    refuseOnItsWay(reply.state)
    if (reply.state === 'stopped')
      change(context, file, ['replies', 'mentions'], () => goAllTheSame(file, row))
    else if (reply.state !== 'queued' && reply.state !== 'unsure') throw NOTHING_TO_TRY
    await context.outbox.run([file], 'user')
    return { state: stateOf(file, row) }
  },

  'outbox.takeBack': (context, { replyId }) => {
    const { brand, row } = placeOf(replyId)
    const file = context.stores.brand(brand)
    const reply = openReply(file, row)
    refuseOnItsWay(reply.state)
    if (reply.state === 'unsure' || reply.state === 'held') throw MAY_BE_OUT
    const at = context.host.clock.now()
    change(context, file, ['replies', 'mentions'], () => {
      // What the place refused is in the draft already.
      if (reply.state === 'refused') setReplyState(file, row, 'refused', 'taken-back')
      else giveBack(file, reply, 'taken-back', at)
    })
    journal(file, reply, 'returned', at)
    context.outbox.wake()
    return { mentionId: mentionId(brand, reply.mention_id) }
  },

  'replies.correct': (context, { replyId, body }) => {
    const { brand, row } = placeOf(replyId)
    return correctReply(context, context.stores.brand(brand), row, body)
  },
}

/** After days without a network the user is asked once before anything goes. */
function asksAfterDays({ host }: EngineContext, files: readonly BrandFile[]) {
  const counts = files.map((file) => countAsking(file, host.clock.now() - ASK_AFTER_MS))
  const ready = counts.reduce((sum, count) => sum + count.ready, 0)
  const movedOn = counts.reduce((sum, count) => sum + count.movedOn, 0)
  return ready === 0 ? null : { ready, movedOn }
}

function countStates(files: readonly BrandFile[]): Record<ReplyState, number> {
  const counts = { queued: 0, 'by-hand': 0, sending: 0, sent: 0, held: 0, refused: 0, unsure: 0, stopped: 0 }
  for (const { state, n } of files.flatMap(countByState)) counts[state] += n
  return counts
}

function stateOf(file: BrandFile, row: number): ReplyState {
  return findReply(file, row)?.state ?? 'sent'
}

function refuseOnItsWay(state: ReplyState): void {
  if (state !== 'sending') return
  throw new CallFailed({
    kind: 'conflict',
    message: 'That answer is going out this moment.',
    hint: 'Look again in a moment.',
    facts: { state },
  })
}

const MAY_BE_OUT = new CallFailed({
  kind: 'conflict',
  message: 'That answer may be out already.',
  hint: 'Look there, and say with outbox.confirm whether it is.',
})

const NOTHING_TO_TRY = new CallFailed({
  kind: 'conflict',
  message: 'There is nothing to try again with that answer.',
  hint: 'outbox.list says what it needs.',
})
