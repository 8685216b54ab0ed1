import type { Brands, FromGatherer } from '../gatherer-protocol.ts'

/** What the gatherer asks the engine's own thread. */
export interface Questions {
  readonly proxyFor: (url: string) => Promise<string>
  readonly brands: () => Promise<Brands>
  readonly answered: (id: number, answer: string | Brands) => void
}

export function createQuestions(send: (message: FromGatherer) => void): Questions {
  const proxies = new Map<number, (answer: string) => void>()
  const places = new Map<number, (answer: Brands) => void>()
  let lastId = 0
  return {
    proxyFor: (url) => {
      lastId += 1
      const id = lastId
      send({ kind: 'proxy-for', id, url })
      return new Promise((resolve) => proxies.set(id, resolve))
    },
    brands: () => {
      lastId += 1
      const id = lastId
      send({ kind: 'which-brands', id })
      return new Promise((resolve) => places.set(id, resolve))
    },
    answered: (id, answer) => {
      if (typeof answer === 'string') proxies.get(id)?.(answer)
      else places.get(id)?.(answer)
      proxies.delete(id)
      places.delete(id)
    },
  }
}
