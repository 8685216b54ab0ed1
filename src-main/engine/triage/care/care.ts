import type { CareReason } from '../../../contract/care.ts'
import { dayOf } from '../../../contract/day.ts'

/** What is known of a mention that waits for us. */
export interface CareFacts {
  /** When it, or what made it open again, was said; UTC ms. */
  readonly since: number
  /** -3 (strongly negative) to 3; null when nobody is sure. */
  readonly feeling: number | null
  /** Of five. */
  readonly stars: number | null
  /** Which time this person writes while what they wrote before waits: 1 for the first. */
  readonly asks: number
  readonly cameBack: boolean
  /** Other places where it was seen. */
  readonly places: number
  readonly votes: number
  /** Other mentions in its conversation. */
  readonly replies: number
  /** When the first of the promises made to this person that are still open is due, UTC ms; null where there is none. */
  readonly promiseDueAt: number | null
}

const DAY_S = 86_400

/** How many days of waiting each reason is worth. */
const WORTH = {
  /** By strength, 1 to 3. */
  negative: [0.5, 1, 2],
  positive: -0.5,
  oneStar: 2,
  twoStars: 1,
  /** Each time after the first, up to five. */
  askedAgain: 2,
  cameBack: 3,
  place: 0.5,
  /** Each doubling. */
  votes: 0.25,
  replies: 0.25,
  /** That we owe them something. */
  promise: 1,
} as const
/** A promise asks as loudly as who has waited for so many days, on the day it is due; before, less by the day. */
const PROMISE_DAYS = 14
const MOST = { asks: 6, places: 4, doublings: 8, stars: 5 } as const

/**
 * Who needs us most comes first: the smallest number. It is the second it would have been said in if nothing but waiting
 * counted, every reason being worth some days of waiting. It holds no clock, so it stays right while time goes by.
 */
export function careOf(facts: CareFacts): number {
  const days =
    ofFeeling(facts) +
    ofStars(facts) +
    WORTH.askedAgain * (Math.min(facts.asks, MOST.asks) - 1) +
    (facts.cameBack ? WORTH.cameBack : 0) +
    WORTH.place * Math.min(facts.places, MOST.places) +
    WORTH.votes * doublings(facts.votes) +
    WORTH.replies * doublings(facts.replies) +
    (facts.promiseDueAt === null ? 0 : WORTH.promise)
  return Math.floor(asksSince(facts) / 1000) - Math.round(days * DAY_S)
}

/** When waiting began: for an answer, or for what was promised, whichever weighs more. */
function asksSince({ since, promiseDueAt }: CareFacts): number {
  if (promiseDueAt === null) return since
  return Math.min(since, promiseDueAt - PROMISE_DAYS * DAY_S * 1000)
}

export interface Today {
  /** UTC ms. */
  readonly now: number
  readonly timezone: string
}

/** 0 for today, 1 for tomorrow, -1 for what was due yesterday. */
function daysUntil(dueAt: number, { now, timezone }: Today): number {
  const start = (at: number) => Date.parse(dayOf(at, timezone))
  return Math.round((start(dueAt) - start(now)) / (DAY_S * 1000))
}

function ofFeeling({ feeling }: CareFacts): number {
  if (feeling === null || feeling === 0) return 0
  return feeling > 0 ? WORTH.positive : (WORTH.negative[-feeling - 1] ?? 0)
}

function ofStars({ stars }: CareFacts): number {
  if (stars === null || stars >= 2.5) return 0
  return stars < 1.5 ? WORTH.oneStar : WORTH.twoStars
}

function doublings(count: number): number {
  return Math.min(Math.log2(count + 1), MOST.doublings)
}

/**
 * Why it stands where it stands, the weightiest first; how long it waits is always said. Days are the brand's.
 */
export function careReasons(
  facts: CareFacts & {
    /** Which time they ask, as `effortOf` counts it. */
    readonly timesAsked: number
  },
  today: Today,
): CareReason[] {
  const reasons: CareReason[] = []
  if (facts.promiseDueAt !== null)
    reasons.push({ kind: 'promise', inDays: daysUntil(facts.promiseDueAt, today) })
  if (facts.cameBack) reasons.push({ kind: 'came-back' })
  if (facts.timesAsked > 1) reasons.push({ kind: 'asks', times: facts.timesAsked })
  else if (facts.asks > 1) reasons.push({ kind: 'wrote-before' })
  if (facts.stars !== null && facts.stars < 2.5)
    reasons.push({ kind: 'stars', stars: Math.round(facts.stars) })
  else if (facts.feeling !== null && facts.feeling < 0)
    reasons.push({ kind: 'negative', strength: -facts.feeling })
  reasons.push({ kind: 'waits', since: new Date(facts.since).toISOString() })
  if (facts.places > 0) reasons.push({ kind: 'places', count: facts.places + 1 })
  if (facts.votes > 0) reasons.push({ kind: 'votes', count: facts.votes })
  if (facts.replies > 0) reasons.push({ kind: 'replies', count: facts.replies })
  return reasons
}
