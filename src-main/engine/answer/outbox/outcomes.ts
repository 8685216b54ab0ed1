import { type EngineContext, change } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { setAccountProblem, setAccountWait } from '../accounts-store.ts'
import type { Account, Channel, Later, Net } from '../channels/channel.ts'
import { giveBack } from '../give-back.ts'
import { journal } from '../queue.ts'
import { findReply, type ReplyRow } from '../replies-store.ts'
import { markSent } from '../reply-sent.ts'
import { type Deciding, lookAgainAt, notBefore } from './decide.ts'
import type { Network } from './outbox.ts'
import { setWaiting, setWhere } from './outbox-store.ts'

export type SendingContext = Pick<EngineContext, 'host' | 'turn' | 'tell' | 'secrets'> & {
  readonly network: Network
  /** What accounts keep while the program runs, by their uid. */
  readonly memories: Map<string, Map<string, string>>
}

/** One reply on its way, with everything it needs. */
export interface Sending {
  readonly context: SendingContext
  readonly file: BrandFile
  readonly channel: Channel
  readonly account: Account
  readonly accountRow: number
  readonly net: Net
  readonly reply: ReplyRow
}

/** `account-waits`: nothing more of this account for now. */
export type Moved = 'moved' | 'account-waits'

/** Our words stand there. */
export function sent(
  { context, file, reply }: Sending,
  { externalId, url }: { readonly externalId: string | null; readonly url: string | null },
): Moved {
  const at = context.host.clock.now()
  change(context, file, ['replies', 'mentions', 'promises', 'people'], () => {
    setWhere(file, reply.id, { externalId, url })
    markSent(file, reply.id, { at, url })
  })
  journal(file, reply, 'sent', at, { url, externalId })
  return 'moved'
}

/** The place has it and does not show it yet. */
export function held(
  { context, file, reply }: Sending,
  where: { readonly externalId: string | null; readonly url: string | null },
): Moved {
  const notBefore = lookAgainAt({ ...reply, failures: 0 }, context.host.clock.now())
  write(context, file, () => {
    setWhere(file, reply.id, where)
    setWaiting(file, reply.id, { state: 'held', reason: '', says: '', notBefore, failures: 0 })
  })
  journal(file, reply, 'held', context.host.clock.now(), where)
  return 'moved'
}

/** It comes back to the draft with the reason. */
export function refuse({ context, file, reply }: Sending, why: string, says: string): Moved {
  const at = context.host.clock.now()
  change(context, file, ['replies', 'mentions'], () => giveBack(file, reply, why, at, says))
  journal(file, reply, 'returned', at)
  return 'moved'
}

/** The conversation moved on: the user decides. */
export function stop({ context, file, reply }: Sending, why: string, says: string): Moved {
  write(context, file, () =>
    setWaiting(file, reply.id, { state: 'stopped', reason: why, says, notBefore: null, failures: 0 }),
  )
  if (reply.attempts > 0) journal(file, reply, 'waits', context.host.clock.now())
  return 'moved'
}

/** The place told us to wait, or could not be reached. */
export function later(sending: Sending, result: Later, state: 'queued' | 'unsure'): Moved {
  const { context, file, reply, accountRow } = sending
  const at = notBefore(deciding(reply), result, context.host.clock.now())
  write(context, file, () => {
    setWaiting(file, reply.id, {
      state,
      reason: result.why,
      says: result.says,
      notBefore: at,
      failures: reply.failures + 1,
    })
    if (result.who === 'reply') return
    if (result.why === 'sign-in' || result.why === 'unsafe') setAccountProblem(file, accountRow, result.why)
    else setAccountWait(file, accountRow, at, result.why === 'busy' ? 'busy' : 'unreachable')
  })
  if (state === 'queued' && reply.attempts > 0) journal(file, reply, 'waits', context.host.clock.now())
  return result.who === 'account' ? 'account-waits' : 'moved'
}

/** Only the user knows whether it is out. */
export function askUser({ context, file, reply }: Sending): Moved {
  const reason = reply.reason.startsWith('restored') ? 'restored-ask' : 'ask'
  write(context, file, () =>
    setWaiting(file, reply.id, { state: 'unsure', reason, says: reply.says, notBefore: null, failures: 0 }),
  )
  return 'moved'
}

/** It may be out, and is looked for again later. */
export function doubtUntil({ context, file, reply }: Sending, at: number): Moved {
  const { reason, says, failures } = reply
  write(context, file, () =>
    setWaiting(file, reply.id, { state: 'unsure', reason, says, notBefore: at, failures }),
  )
  return 'moved'
}

/** One change to the brand's file that the outbox's screen hears of. */
export function write<Result>(context: SendingContext, file: BrandFile, act: () => Result): Result {
  return change(context, file, ['replies'], act)
}

/** The row as it is now. */
export function again(file: BrandFile, reply: ReplyRow): ReplyRow {
  return findReply(file, reply.id) ?? reply
}

/** What the decisions need of a row. */
export function deciding(reply: ReplyRow): Deciding {
  const { uid, body, queued_at: queuedAt, failures } = reply
  return { uid, body, queuedAt, failures, allTheSame: reply.all_the_same === 1 }
}
