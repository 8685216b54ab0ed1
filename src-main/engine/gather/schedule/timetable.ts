import type { Reach } from '../thread/reach.ts'
import { sleepFor } from './schedule.ts'

const AFTER_CANCEL_MS = 60_000

export interface Timetable {
  /** Looks at the schedule now. */
  readonly wake: () => void
  readonly setReach: (reach: Reach) => void
  /** Ends the run that is on its way; what it did not reach is looked at again a minute later. */
  readonly cancel: () => void
  readonly stop: () => void
}

export interface TimetableSetting {
  readonly reach: Reach
  readonly now: () => number
  /** Gathers what is due, and answers when the next source is. */
  readonly gatherDue: (signal: AbortSignal) => Promise<number | null>
}

/** Looks at each source's time, a minute apart at most; while one run is on its way there is no second. */
export function startTimetable({ reach, now, gatherDue }: TimetableSetting): Timetable {
  let isNowhere = reach === 'nowhere'
  let isCancelled = false
  let isStopped = false
  let timer: NodeJS.Timeout | null = null
  let current: AbortController | null = null
  let isToLookAgain = false

  const sleep = (ms: number) => {
    if (timer) clearTimeout(timer)
    timer = isStopped ? null : setTimeout(() => void look(), ms)
  }
  const look = async () => {
    isToLookAgain = current !== null
    if (isStopped || isNowhere || current) return
    current = new AbortController()
    const nextAt = await gatherDue(current.signal)
    current = null
    sleep(isToLookAgain ? 0 : isCancelled ? AFTER_CANCEL_MS : sleepFor(nextAt, now()))
    isCancelled = false
  }
  sleep(0)
  return {
    wake: () => sleep(0),
    setReach: (nowReach) => {
      isNowhere = nowReach === 'nowhere'
      isToLookAgain = current !== null
      if (nowReach !== 'everywhere') current?.abort()
      if (!isNowhere) sleep(0)
    },
    cancel: () => {
      isCancelled = current !== null
      isToLookAgain = false
      current?.abort()
    },
    stop: () => {
      isStopped = true
      if (timer) clearTimeout(timer)
      current?.abort()
    },
  }
}
