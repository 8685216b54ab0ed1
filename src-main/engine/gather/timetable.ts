import { sleepFor } from './schedule.ts'

export interface Timetable {
  /** Looks at the schedule now. */
  readonly wake: () => void
  readonly setOffline: (offline: boolean) => void
  readonly stop: () => void
}

export interface TimetableSetting {
  readonly offline: boolean
  readonly now: () => number
  /** Gathers what is due, and answers when the next source is. */
  readonly gatherDue: (signal: AbortSignal) => Promise<number | null>
}

/** Looks at each source's time, a minute apart at most; while one run is on its way there is no second. */
export function startTimetable({ offline, now, gatherDue }: TimetableSetting): Timetable {
  let isOffline = offline
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
    if (isStopped || isOffline || current) return
    current = new AbortController()
    const nextAt = await gatherDue(current.signal)
    current = null
    sleep(isToLookAgain ? 0 : sleepFor(nextAt, now()))
  }
  sleep(0)
  return {
    wake: () => sleep(0),
    setOffline: (nowOffline) => {
      isOffline = nowOffline
      if (nowOffline) current?.abort()
      else sleep(0)
    },
    stop: () => {
      isStopped = true
      if (timer) clearTimeout(timer)
      current?.abort()
    },
  }
}
