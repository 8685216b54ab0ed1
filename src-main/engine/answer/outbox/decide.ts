import type { Aimed, Later, OurWords, SendResult } from '../channels/channel.ts'
import { saysTheSame } from '../channels/parts/words.ts'

/** The parts of a reply that the decisions below look at. Times are UTC ms. */
export interface Deciding {
  readonly uid: string
  readonly body: string
  readonly queuedAt: number
  readonly failures: number
  readonly allTheSame: boolean
}

/** A slow server may still be writing down what it has not answered: a look-up sooner proves nothing. */
export const LOOK_UP_AFTER_MS = 60_000
/** What waited longer than this is not sent without asking. */
export const ASK_AFTER_MS = 24 * 3_600_000
const EARLIER_MS = 5 * 60_000
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000
const HELD_WAIT_MS = 3_600_000
const LONGEST_HELD_WAIT_MS = 24 * 3_600_000

/** What follows from a last look at the conversation. */
export type AfterLook =
  | { readonly kind: 'go' }
  | { readonly kind: 'ours'; readonly words: OurWords }
  | { readonly kind: 'stop'; readonly why: 'answered' | 'edited'; readonly says: string }

export function afterLook(
  reply: Deciding,
  aimed: Extract<Aimed, { kind: 'aimed' }>,
  isKnown: (words: OurWords) => boolean,
): AfterLook {
  const unknown = aimed.ours.filter((words) => !isKnown(words))
  const same = unknown.find(
    ({ at, text }) => at >= reply.queuedAt - EARLIER_MS && saysTheSame(text, reply.body),
  )
  if (same) return { kind: 'ours', words: same }
  if (reply.allTheSame) return { kind: 'go' }
  const [other] = unknown
  if (other) return { kind: 'stop', why: 'answered', says: other.text.slice(0, 300) }
  return aimed.theirs === 'edited' ? { kind: 'stop', why: 'edited', says: '' } : { kind: 'go' }
}

/** What becomes of a reply after an attempt. `doubt`: an earlier try may be out already. */
export type AfterSend =
  | Extract<SendResult, { kind: 'sent' | 'held' | 'refused' }>
  | { readonly kind: 'waits'; readonly state: 'queued' | 'unsure'; readonly notBefore: number | null }
  /** To be looked for before anything else happens. */
  | { readonly kind: 'look-up' }

export function afterSend(
  reply: Deciding,
  result: SendResult,
  doubt: 'none' | 'earlier-try',
  now: number,
): AfterSend {
  switch (result.kind) {
    case 'sent':
    case 'held':
      return result
    case 'refused':
      return doubt === 'none' ? result : { kind: 'look-up' }
    case 'there-already':
      return { kind: 'look-up' }
    case 'unsure':
      // The first look-up costs nothing and may settle it at once.
      return { kind: 'waits', state: 'unsure', notBefore: reply.failures === 0 ? null : backOff(reply, now) }
    case 'retry-later':
      return {
        kind: 'waits',
        state: doubt === 'none' ? 'queued' : 'unsure',
        notBefore: notBefore(reply, result, now),
      }
  }
}

/** When to try again, UTC ms: never before the place said, and not everybody at the same moment. */
export function notBefore(reply: Deciding, { notBefore: said }: Later, now: number): number {
  return said === null ? backOff(reply, now) : said + jitter(reply.uid)
}

/** Half a minute, doubled with every failure in a row, an hour at most. */
export function backOff({ failures, uid }: Pick<Deciding, 'failures' | 'uid'>, now: number): number {
  return now + Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures, 10), LONGEST_WAIT_MS) + jitter(uid)
}

/** When to look again at what a moderator has, UTC ms: an hour, doubled with every look, a day at most. */
export function lookAgainAt({ failures, uid }: Pick<Deciding, 'failures' | 'uid'>, now: number): number {
  return now + Math.min(HELD_WAIT_MS * 2 ** Math.min(failures, 10), LONGEST_HELD_WAIT_MS) + jitter(uid)
}

/** Up to a second, always the same for one reply. */
function jitter(uid: string): number {
  return Number.parseInt(uid.slice(-4), 16) % 1000
}

/** Whether a reply has waited so long that it does not go without the user's word. */
export function waitsForWord(
  reply: { readonly queued_at: number; readonly agreed_at: number | null; readonly attempts: number },
  now: number,
): boolean {
  return reply.agreed_at === null && reply.attempts === 0 && now - reply.queued_at > ASK_AFTER_MS
}
