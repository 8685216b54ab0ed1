import { giveWay, isWaitedFor, type WriteTurn } from '../../store/user-act.ts'

/** How much one transaction may take on: so many ms, and so many rows. */
export interface Portion {
  readonly ms: number
  readonly rows: number
}

/** Whoever saves much beside the user. */
export interface Pace {
  /** Between two transactions: the user writes first. */
  readonly letUserWrite: () => void
  /** How much to take on now. */
  readonly portion: () => Portion
}

/**
 * When the user waits to write, a transaction ends at once; what is left to do then, full text and the commit, takes the longer
 * the more rows there are: so they are short while the user is at work.
 */
const BESIDE_USER: Portion = { ms: 80, rows: 700 }
/** So long after something the user did, more is expected. */
const AT_WORK_MS = 10_000

/** @param alone how much to take on while nobody is at work */
export function paceBesideUser(turn: WriteTurn, alone: Portion): Pace {
  let userAt = -Infinity
  return {
    letUserWrite: () => {
      if (isWaitedFor(turn)) userAt = performance.now()
      giveWay(turn)
    },
    portion: () => (performance.now() - userAt < AT_WORK_MS ? BESIDE_USER : alone),
  }
}

/** Says when a transaction has taken on enough: asked after each row. */
export function untilTimeIsUp(turn: WriteTurn, { ms, rows }: Portion): () => boolean {
  const until = performance.now() + ms
  let saved = 0
  return () => {
    saved += 1
    return saved >= rows || performance.now() > until || isWaitedFor(turn)
  }
}
