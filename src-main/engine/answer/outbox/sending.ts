import type { BrandFile } from '../../store/brand-file.ts'
import {
  type AccountRow,
  profileOf,
  setAccountProblem,
  setAccountWait,
  settingsOf,
} from '../accounts-store.ts'
import { placeOfMention } from '../answerable.ts'
import type { Account, Attempt, Channel, SendResult, Target } from '../channels/channel.ts'
import { restOf } from '../channels/parts/waits.ts'
import { journal } from '../queue.ts'
import type { ReplyRow } from '../replies-store.ts'
import { afterLook, afterSend, LOOK_UP_AFTER_MS, lookAgainAt } from './decide.ts'
import { beginAttempt, isKnownWord, movedOnHere, setLookedAt, setWaiting } from './outbox-store.ts'
import {
  again,
  askUser,
  deciding,
  doubtUntil,
  held,
  later,
  type Moved,
  refuse,
  type Sending,
  type SendingContext,
  sent,
  stop,
  write,
} from './outcomes.ts'

/** Moves one reply as far as it goes now. Every step is on the disk before the next begins. */
export async function moveReply(
  context: SendingContext,
  file: BrandFile,
  row: AccountRow,
  channel: Channel,
  reply: ReplyRow,
  how: 'send' | 'only-look' = 'send',
): Promise<Moved> {
  const secret = await context.secrets.get(row.uid)
  if (secret === null) return withoutSecret(context, file, row, reply)
  const account: Account = {
    settings: settingsOf(row),
    profile: profileOf(row),
    secret,
    memory: memoryOf(context, row.uid),
  }
  const net = context.network.to(channel.origins(account.settings), (answer) => {
    const rest = restOf(answer)
    if (rest !== null) write(context, file, () => setAccountWait(file, row.id, rest, 'busy'))
  })
  const sending: Sending = { context, file, channel, account, accountRow: row.id, net, reply }
  if (reply.state === 'held') return lookAtHeld(sending)
  if (how === 'only-look') return onlyLook(sending)
  return reply.state === 'unsure' ? resolveDoubt(sending) : lookAndSend(sending, null)
}

/** Everything of the account waits until it is connected again. */
function withoutSecret(
  context: SendingContext,
  file: BrandFile,
  account: AccountRow,
  reply: ReplyRow,
): Moved {
  const { state, says, failures } = reply
  write(context, file, () => {
    setAccountProblem(file, account.id, 'no-secret')
    if (state === 'queued' || state === 'unsure')
      setWaiting(file, reply.id, { state, reason: 'no-secret', says, notBefore: null, failures })
  })
  return 'account-waits'
}

function memoryOf({ memories }: SendingContext, uid: string): Map<string, string> {
  const known = memories.get(uid) ?? new Map<string, string>()
  memories.set(uid, known)
  return known
}

/** What a last look at the conversation says. */
type Looked =
  | { readonly kind: 'go'; readonly target: Target; readonly language: string | null }
  | { readonly kind: 'done'; readonly moved: Moved }

async function look(sending: Sending, ifUnreachable: 'queued' | 'unsure'): Promise<Looked> {
  const { file, channel, account, net, reply } = sending
  const done = (moved: Moved): Looked => ({ kind: 'done', moved })
  const here = reply.all_the_same === 1 ? null : movedOnHere(file, reply)
  if (here !== null) return done(stop(sending, here, ''))
  const place = placeOfMention(file, reply.mention_id)
  const aimed = await channel.aim(net, account, place)
  if (aimed.kind === 'retry-later') return done(later(sending, aimed, ifUnreachable))
  if (aimed.kind === 'refused') return done(refuse(sending, aimed.why, aimed.says))
  if (aimed.kind === 'gone') return done(stop(sending, 'gone', aimed.says))
  const next = afterLook(deciding(reply), aimed, (words) => isKnownWord(file, reply.conversation_id, words))
  if (next.kind === 'ours') return done(sent(sending, next.words))
  if (next.kind === 'stop') return done(stop(sending, next.why, next.says))
  return { kind: 'go', target: aimed.target, language: place.language }
}

/** Whether the conversation moved on while the answer waited for days: the user is asked after this. */
async function onlyLook(sending: Sending): Promise<Moved> {
  const { context, file, reply } = sending
  const looked = await look(sending, 'queued')
  if (looked.kind === 'done') return looked.moved
  write(context, file, () => setLookedAt(file, reply.id, context.host.clock.now()))
  return 'moved'
}

/** Looks at the conversation once more and, if it did not move on, sends; `written`, where a look-up found nothing. */
async function lookAndSend(sending: Sending, written: string | null): Promise<Moved> {
  const { context, channel, account, reply } = sending
  const looked = await look(sending, written === null ? 'queued' : 'unsure')
  if (looked.kind === 'done') return looked.moved
  context.host.onSending?.('looked')
  const { uid, key, body } = reply
  const toFreeze = { uid, key, body, language: looked.language, at: context.host.clock.now() }
  const frozen = written ?? channel.freeze(toFreeze, looked.target, account)
  return attempt(sending, frozen, frozen === reply.frozen ? 'same' : 'new', 'none')
}

/** Writes the attempt down, twice, before the first byte leaves; then what came of it. */
async function attempt(
  sending: Sending,
  frozen: string,
  request: 'new' | 'same',
  doubt: 'none' | 'earlier-try',
): Promise<Moved> {
  const { context, file, channel, account, net, reply } = sending
  const at = context.host.clock.now()
  const isNew = request === 'new'
  const taken = write(context, file, () => beginAttempt(file, { row: reply.id, frozen, at, isNew }))
  if (!taken) return 'moved'
  journal(file, reply, 'attempted', at, { frozen })
  context.host.onSending?.('written')
  const result = await channel.send(net, account, frozen)
  context.host.onSending?.('answered')
  const moved = await settle({ ...sending, reply: again(file, reply) }, result, doubt)
  context.host.onSending?.('settled')
  return moved
}

async function settle(sending: Sending, result: SendResult, doubt: 'none' | 'earlier-try'): Promise<Moved> {
  const { context, file, reply } = sending
  const next = afterSend(deciding(reply), result, doubt, context.host.clock.now())
  switch (next.kind) {
    case 'sent':
      return sent(sending, next)
    case 'held':
      return held(sending, next)
    case 'refused':
      return refuse(sending, next.why, next.says)
    case 'look-up':
      return lookFor(sending, result)
    case 'waits':
      if (result.kind === 'retry-later') return later(sending, result, next.state)
      write(context, file, () =>
        setWaiting(file, reply.id, {
          state: next.state,
          reason: result.kind === 'unsure' ? result.why : '',
          says: 'says' in result ? result.says : '',
          notBefore: next.notBefore,
          failures: reply.failures + 1,
        }),
      )
      return 'moved'
  }
}

/** A place that has these words already, or that refuses the second try of what may be out: what does it show? */
async function lookFor(sending: Sending, result: SendResult): Promise<Moved> {
  const { channel, account, net, reply, context } = sending
  const found = await channel.findSent(net, account, attemptOf(reply, context.host.clock.now()))
  const says = 'says' in result ? result.says : ''
  if (found.kind === 'found') return found.state === 'sent' ? sent(sending, found) : held(sending, found)
  if (found.kind === 'retry-later') return later(sending, found, 'unsure')
  if (result.kind === 'there-already') {
    // After an earlier try it is there, but not shown: a moderator has it. Else it is an older answer's twin.
    if (reply.attempts > 1) return held(sending, { externalId: null, url: null })
    return refuse(sending, 'said-before', says)
  }
  if (found.kind === 'cannot-tell') return askUser(sending)
  return result.kind === 'refused' ? refuse(sending, result.why, says) : askUser(sending)
}

/** A reply that may be out: as the channel's protocol allows, and never blindly again. */
async function resolveDoubt(sending: Sending): Promise<Moved> {
  const { context, channel, account, net, reply } = sending
  const now = context.host.clock.now()
  if (reply.frozen === null || reply.first_attempt_at === null) return askUser(sending)
  const tried = attemptOf(reply, now)
  switch (channel.afterUnsure(tried, account)) {
    case 'ask':
      return askUser(sending)
    case 'resend':
      return attempt(sending, reply.frozen, 'same', 'earlier-try')
    case 'look-up':
      break
  }
  const found = await channel.findSent(net, account, tried)
  if (found.kind === 'found') return found.state === 'sent' ? sent(sending, found) : held(sending, found)
  if (found.kind === 'retry-later') return later(sending, found, 'unsure')
  if (found.kind === 'cannot-tell') return askUser(sending)
  const sureFrom = tried.lastAt + LOOK_UP_AFTER_MS
  if (now < sureFrom) return doubtUntil(sending, sureFrom)
  return lookAndSend(sending, channel.afterMiss?.(reply.frozen) ?? reply.frozen)
}

function attemptOf(reply: ReplyRow, now: number): Attempt {
  const lastAt = reply.last_attempt_at ?? now
  return {
    frozen: reply.frozen ?? '',
    body: reply.body,
    firstAt: reply.first_attempt_at ?? lastAt,
    lastAt,
    now,
  }
}

/** Whether the place shows by now what it held back. It is never sent again. */
async function lookAtHeld(sending: Sending): Promise<Moved> {
  const { context, file, channel, account, net, reply } = sending
  const now = context.host.clock.now()
  const found = await channel.findSent(net, account, attemptOf(reply, now))
  if (found.kind === 'found' && found.state === 'sent') return sent(sending, found)
  const { reason, says, failures } = reply
  const notBefore = lookAgainAt(reply, now)
  write(context, file, () =>
    setWaiting(file, reply.id, { state: 'held', reason, says, notBefore, failures: failures + 1 }),
  )
  return found.kind === 'retry-later' && found.who === 'account' ? 'account-waits' : 'moved'
}
