import { CallFailed } from '../../contract/failure.ts'
import { gapsIn } from '../../contract/gaps.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { replies } from '../../contract/replies.ts'
import { change, type EngineContext } from '../context.ts'
import type { AccountId } from '../../contract/ids.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { accountId as accountIdOf, placeOf, replyId } from '../store/ids.ts'
import { toInstant, toMs } from '../store/time.ts'
import { setLastKey } from './accounts-store.ts'
import { answerable, placeOfMention } from './answerable.ts'
import { saveDraft } from './drafts-store.ts'
import { forgetDismissed } from './look-settings-store.ts'
import { findReading } from './reading-store.ts'
import { journal, openReply, queueReply } from './queue.ts'
import { findUnsettled } from './replies-store.ts'
import type { Place } from './channels/channel.ts'
import { readSettings } from '../install/store.ts'
import { brokenLimit, type Way, waysToAnswer } from './ways.ts'

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

  'replies.queue': (context, { mentionId, body, promises = [], ...wanted }) => {
    const { brand, row } = placeOf(mentionId)
    const file = context.stores.brand(brand)
    answerable(file, mentionId)
    const way = wayFor(file, placeOfMention(file, row), wanted)
    refuseTooLong(way, body)
    refuseGaps(body)
    if (findReading(file, row)?.waits === true) throw WAITS_TO_BE_READ
    if (findUnsettled(file, row)) throw ALREADY_WAITING
    const at = context.host.clock.now()
    const due = promises.map((promise) => ({ text: promise.text, dueAt: toMs(promise.due) }))
    const queued = change(context, file, ['replies', 'mentions'], () => {
      forgetDismissed(file, row)
      return queueReply(file, { mention: row, body, promises: due, at, ...howToSend(context, file, way, at) })
    })
    journal(file, openReply(file, queued), 'queued', at)
    context.outbox.wake()
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

interface Wanted {
  readonly channel?: string | undefined
  readonly accountId?: AccountId | undefined
}

function wayFor(file: BrandFile, place: Place, { channel, accountId }: Wanted): Way {
  const ways = waysToAnswer(file, place)
  const way = ways.find(
    (one) =>
      (channel === undefined || one.channel === channel) &&
      (accountId === undefined ||
        (one.account !== null && accountIdOf(file.brandId, one.account.row.id) === accountId)),
  )
  if (way) return way
  throw new CallFailed({
    kind: 'invalid-input',
    message: `No account of this brand can answer there by ${channel ?? accountId ?? 'that'}.`,
    hint: 'channels.for says which can; by-hand always works.',
  })
}

/** Through an account there is a moment to take it back; by hand it is the user who posts it. */
function howToSend({ stores }: EngineContext, file: BrandFile, { channel, account }: Way, at: number) {
  if (account === null) return { channel, account: null, notBefore: null }
  const { takeBackSeconds } = readSettings(stores.install)
  const key = account.channel.newKey?.(at, account.row.last_key)
  if (key !== undefined) setLastKey(file, account.row.id, key)
  const notBefore = at + takeBackSeconds * 1000
  return { channel, account: account.row.id, notBefore, ...(key !== undefined && { key }) }
}

function refuseTooLong({ limits }: Way, body: string): void {
  const broken = brokenLimit(limits, body)
  if (broken === null) return
  const { most, length, unit } = broken
  throw new CallFailed({
    kind: 'invalid-input',
    message: `This place takes ${most} ${unit}; the answer has ${length}. It stays a draft.`,
    hint: 'Shorten it and queue it again.',
    facts: { limit: most, length, unit },
  })
}
