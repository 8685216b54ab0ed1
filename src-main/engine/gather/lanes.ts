/** Lets so many tasks run at once, in all and for one host; the rest wait in order. */
export interface Lanes {
  readonly enter: <Result>(host: string, task: () => Promise<Result>) => Promise<Result>
}

interface Waiting {
  readonly host: string
  readonly start: () => void
}

export function createLanes({ total, perHost }: { readonly total: number; readonly perHost: number }): Lanes {
  const running = new Map<string, number>()
  const waiting: Waiting[] = []
  let count = 0

  const mayStart = (host: string) => count < total && (running.get(host) ?? 0) < perHost
  const take = (host: string) => {
    count += 1
    running.set(host, (running.get(host) ?? 0) + 1)
  }
  const leave = (host: string) => {
    count -= 1
    const left = (running.get(host) ?? 1) - 1
    if (left === 0) running.delete(host)
    else running.set(host, left)
    startNext()
  }
  const startNext = () => {
    const next = waiting.findIndex((one) => mayStart(one.host))
    const [found] = next < 0 ? [] : waiting.splice(next, 1)
    if (!found) return
    take(found.host)
    found.start()
    startNext()
  }
  return {
    enter: async (host, task) => {
      if (mayStart(host)) take(host)
      else await new Promise<void>((start) => waiting.push({ host, start }))
      try {
        return await task()
      } finally {
        leave(host)
      }
    },
  }
}
