/** Lets so many tasks run at once, in all and for one host; the rest wait in order. */
export interface Lanes {
  /** Two tasks of one host begin at least `apartMs` apart. */
  readonly enter: <Result>(host: string, task: () => Promise<Result>, apartMs?: number) => Promise<Result>
}

export interface LaneLimits {
  readonly total: number
  readonly perHost: number
}

/** A time that only runs forward, in ms, and a way to be woken; tests bring their own. */
export interface LaneTime {
  readonly now: () => number
  readonly wakeAfter: (ms: number, wake: () => void) => void
}

interface Waiting {
  readonly host: string
  readonly apartMs: number
  readonly start: () => void
}

const MACHINE_TIME: LaneTime = {
  now: () => performance.now(),
  wakeAfter: (ms, wake) => void setTimeout(wake, ms),
}

export function createLanes({ total, perHost }: LaneLimits, time: LaneTime = MACHINE_TIME): Lanes {
  const running = new Map<string, number>()
  const began = new Map<string, number>()
  const waiting: Waiting[] = []
  let count = 0

  const restOf = ({ host, apartMs }: Pick<Waiting, 'host' | 'apartMs'>) =>
    apartMs === 0 ? 0 : (began.get(host) ?? -Infinity) + apartMs - time.now()
  const hasRoom = (host: string) => count < total && (running.get(host) ?? 0) < perHost
  const take = ({ host, apartMs }: Pick<Waiting, 'host' | 'apartMs'>) => {
    count += 1
    running.set(host, (running.get(host) ?? 0) + 1)
    if (apartMs === 0) return
    began.set(host, time.now())
    time.wakeAfter(apartMs, () => {
      // Woken a moment early, or begun again meanwhile: whoever began last wakes who waits.
      if (restOf({ host, apartMs }) <= 1) began.delete(host)
      startNext()
    })
  }
  const leave = (host: string) => {
    count -= 1
    const left = (running.get(host) ?? 1) - 1
    if (left === 0) running.delete(host)
    else running.set(host, left)
    startNext()
  }
  const startNext = () => {
    const next = waiting.findIndex((one) => hasRoom(one.host) && restOf(one) <= 0)
    const [found] = next < 0 ? [] : waiting.splice(next, 1)
    if (!found) return
    take(found)
    found.start()
    startNext()
  }
  return {
    enter: async (host, task, apartMs = 0) => {
      const entering = { host, apartMs }
      if (hasRoom(host) && restOf(entering) <= 0) take(entering)
      else await new Promise<void>((start) => waiting.push({ ...entering, start }))
      try {
        return await task()
      } finally {
        leave(host)
      }
    },
  }
}
