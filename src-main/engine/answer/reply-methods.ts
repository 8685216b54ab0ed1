import { CallFailed } from '../../contract/failure.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { replies } from '../../contract/replies.ts'
import { change, type EngineContext } from '../context.ts'
import { placeOf, replyId } from '../store/ids.ts'
import { toInstant, toMs } from '../store/time.ts'
import { answerable } from './answerable.ts'
import type { Channel } from './channels/channel.ts'
import { DEFAULT_CHANNEL, findChannel } from './channels/index.ts'
import { saveDraft } from './drafts-store.ts'
import { forgetDismissed } from './look-settings-store.ts'
import { countGraphemes } from './second-look/too-long.ts'
import { journal, openReply, queueReply } from './outbox.ts'
import { findUnsettled } from './replies-store.ts'

type ReplyMethods = Pick<typeof replies, 'replies.saveDraft' | 'replies.queue'>

export const replyMethods: HandlersFor<ReplyMethods, EngineContext> = {
  'replies.saveDraft': (context, { mentionId, body }) => {
    const { brand, row } = placeOf(mentionId)
    const file = context.stores.brand(brand)
    answerable(file, mentionId)
    const now = context.host.clock.now()
    change(context, file, ['replies'], () => saveDraft(file, row, body, now))
    return { savedAt: toInstant(now) }
  },

  'replies.queue': (context, { mentionId, body, channel: name, promises = [] }) => {
    const { brand, row } = placeOf(mentionId)
    const file = context.stores.brand(brand)
    const mention = answerable(file, mentionId)
    const channel = channelNamed(name)
    refuseTooLong(channel, mention.url, body)
    if (findUnsettled(file, row)) throw ALREADY_WAITING
    const at = context.host.clock.now()
    const due = promises.map((promise) => ({ text: promise.text, dueAt: toMs(promise.due) }))
    const queued = change(context, file, ['replies', 'mentions'], () => {
      forgetDismissed(file, row)
      return queueReply(file, { mention: row, body, channel: channel.name, promises: due, at })
    })
    journal(file, openReply(file, queued), 'queued', at, null)
    return { replyId: replyId(brand, queued) }
  },
}

const ALREADY_WAITING = new CallFailed({
  kind: 'conflict',
  message: 'An answer to this mention waits in the outbox already.',
  hint: 'Take that one back to change it.',
})

function channelNamed(name: string | undefined): Channel {
  const channel = name === undefined ? DEFAULT_CHANNEL : findChannel(name)
  if (channel) return channel
  throw new CallFailed({
    kind: 'invalid-input',
    message: `There is no channel ${String(name)}.`,
    hint: 'by-hand always works.',
  })
}

function refuseTooLong(channel: Channel, place: string | null, body: string): void {
  const limit = channel.limit(place)
  const length = countGraphemes(body)
  if (limit === null || length <= limit) return
  throw new CallFailed({
    kind: 'invalid-input',
    message: `This place takes ${limit} characters; the answer has ${length}. It stays a draft.`,
    hint: 'Shorten it and queue it again.',
    facts: { limit, length },
  })
}
