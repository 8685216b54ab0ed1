/** Lets so many tasks run at once, in all and for one host; the rest wait in order. */
export interface Lanes {
  /** Two tasks of one host begin at least `apartMs` apart. */
  readonly enter: <Result>(host: string, task: () => Promise<Result>, apartMs?: number) => Promise<Result>
}

export interface LaneLimits {
  readonly total: number
  readonly perHost: number
  /**
   * A task that takes longer is waiting for somebody: it keeps its place at its host and gives back the other, so that
   * a few silent hosts never hold up all. Without it every task keeps both.
   */
  readonly patienceMs?: number
}

/** So many may take longer than their lane's patience; a line that is silent costs little, but not nothing. */
const MOST_PATIENT = 32

/** A time that only runs forward, in ms, and a way to be woken; tests bring their own. */
export interface LaneTime {
  readonly now: () => number
  readonly wakeAfter: (ms: number, wake: () => void) => void
}

interface Waiting {
  readonly host: string
  readonly apartMs: number
  readonly start: (end: () => void) => void
}

const MACHINE_TIME: LaneTime = {
  now: () => performance.now(),
  wakeAfter: (ms, wake) => void setTimeout(wake, ms),
}

export function createLanes(limits: LaneLimits, time: LaneTime = MACHINE_TIME): Lanes {
  const { perHost } = limits
  const turns = createTurns(limits, time, () => startNext())
  const running = new Map<string, number>()
  const began = new Map<string, number>()
  const waiting: Waiting[] = []

  const restOf = ({ host, apartMs }: Pick<Waiting, 'host' | 'apartMs'>) =>
    apartMs === 0 ? 0 : (began.get(host) ?? -Infinity) + apartMs - time.now()
  const hasRoom = (host: string) => turns.isFree() && (running.get(host) ?? 0) < perHost
  const take = ({ host, apartMs }: Pick<Waiting, 'host' | 'apartMs'>) => {
    running.set(host, (running.get(host) ?? 0) + 1)
    const end = turns.take()
    if (apartMs === 0) return end
    began.set(host, time.now())
    time.wakeAfter(apartMs, () => {
      // Woken a moment early, or begun again meanwhile: whoever began last wakes who waits.
      if (restOf({ host, apartMs }) <= 1) began.delete(host)
      startNext()
    })
    return end
  }
  const leave = (host: string) => {
    const left = (running.get(host) ?? 1) - 1
    if (left === 0) running.delete(host)
    else running.set(host, left)
    startNext()
  }
  const startNext = () => {
    const next = waiting.findIndex((one) => hasRoom(one.host) && restOf(one) <= 0)
    const [found] = next < 0 ? [] : waiting.splice(next, 1)
    if (!found) return
    found.start(take(found))
    startNext()
  }
  return {
    enter: async (host, task, apartMs = 0) => {
      const entering = { host, apartMs }
      const end =
        hasRoom(host) && restOf(entering) <= 0
          ? take(entering)
          : await new Promise<() => void>((start) => waiting.push({ ...entering, start }))
      try {
        return await task()
      } finally {
        end()
        leave(host)
      }
    },
  }
}

/** How many tasks may run in all. */
interface Turns {
  readonly isFree: () => boolean
  /** Takes one; the function answered gives it back. */
  readonly take: () => () => void
}

function createTurns({ total, patienceMs }: LaneLimits, time: LaneTime, freed: () => void): Turns {
  let quick = 0
  let slow = 0
  return {
    isFree: () => quick < total,
    take: () => {
      let is: 'quick' | 'slow' | 'over' = 'quick'
      quick += 1
      const turnSlow = () => {
        if (is !== 'quick' || slow >= MOST_PATIENT) return
        is = 'slow'
        quick -= 1
        slow += 1
        freed()
      }
      if (patienceMs !== undefined) time.wakeAfter(patienceMs, turnSlow)
      return () => {
        if (is === 'slow') slow -= 1
        else quick -= 1
        is = 'over'
      }
    },
  }
}
