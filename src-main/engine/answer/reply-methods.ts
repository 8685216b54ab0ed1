import { CallFailed } from '../../contract/failure.ts'
import { gapsIn } from '../../contract/gaps.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { replies } from '../../contract/replies.ts'
import { change, type EngineContext } from '../context.ts'
import { placeOf, replyId } from '../store/ids.ts'
import { toInstant, toMs } from '../store/time.ts'
import { answerable } from './answerable.ts'
import type { Channel } from './channels/channel.ts'
import { DEFAULT_CHANNEL, findChannel } from './channels/index.ts'
import { saveDraft } from './drafts-store.ts'
import { countGraphemes, lookAtDraft, namesOf } from './look/look.ts'
import { journal, openReply, queueReply } from './outbox.ts'
import { findReading } from './reading-store.ts'
import { findUnsettled } from './replies-store.ts'

type ReplyMethods = Pick<typeof replies, 'replies.saveDraft' | 'replies.look' | 'replies.queue'>

export const replyMethods: HandlersFor<ReplyMethods, EngineContext> = {
  'replies.saveDraft': (context, { mentionId, body }) => {
    const { brand, row } = placeOf(mentionId)
    const file = context.stores.brand(brand)
    answerable(file, mentionId)
    const now = context.host.clock.now()
    change(context, file, ['replies'], () => saveDraft(file, row, body, now))
    return { savedAt: toInstant(now) }
  },

  'replies.look': async ({ stores }, { mentionId, body }) => {
    // The language tables are loaded with the first look, not at start.
    const { detectLanguage } = await import('../understand/language.ts')
    const mention = answerable(stores.brand(placeOf(mentionId).brand), mentionId)
    const limit = DEFAULT_CHANNEL.limit(mention.url)
    const remarks = lookAtDraft({
      body,
      names: namesOf(mention.signatures),
      mentionLanguage: mention.language,
      draftLanguage: detectLanguage(body),
      limit,
    })
    return { remarks, length: countGraphemes(body), limit }
  },

  'replies.queue': (context, { mentionId, body, channel: name, promises = [] }) => {
    const { brand, row } = placeOf(mentionId)
    const file = context.stores.brand(brand)
    const mention = answerable(file, mentionId)
    const channel = channelNamed(name)
    refuseTooLong(channel, mention.url, body)
    refuseGaps(body)
    if (findReading(file, row)?.waits === true) throw WAITS_TO_BE_READ
    if (findUnsettled(file, row)) throw ALREADY_WAITING
    const at = context.host.clock.now()
    const due = promises.map((promise) => ({ text: promise.text, dueAt: toMs(promise.due) }))
    const queued = change(context, file, ['replies', 'mentions'], () =>
      queueReply(file, { mention: row, body, channel: channel.name, promises: due, at }),
    )
    journal(file, openReply(file, queued), 'queued', at, null)
    return { replyId: replyId(brand, queued) }
  },
}

const WAITS_TO_BE_READ = new CallFailed({
  kind: 'conflict',
  message: 'This draft waits for a second pair of eyes. It stays a draft.',
  hint: 'Write down what they said, or take the mark off.',
})

function refuseGaps(body: string): void {
  const [first, ...others] = gapsIn(body)
  if (first === undefined) return
  const gap = body.slice(first.start, first.end)
  throw new CallFailed({
    kind: 'invalid-input',
    message: `There is still something to be said where it reads ${gap}. It stays a draft.`,
    hint: 'Fill the gap in your own words, or take it out.',
    facts: { gap, gaps: others.length + 1 },
  })
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
