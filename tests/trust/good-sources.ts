import { createServer, type Server } from 'node:http'
import { rssFeed } from '../support/feed-server.ts'
import { portOf } from '../support/misbehaving/server.ts'

export interface GoodSources {
  readonly addresses: readonly { readonly name: string; readonly url: string }[]
  readonly close: () => Promise<void>
}

/** What each says unless told otherwise. */
export const ITEMS = 20

/** Sites as they should be, each with a host of its own that answers after 100 to 900 ms, as the web does. */
export async function startGoodSources(prefix: string, count: number, items = ITEMS): Promise<GoodSources> {
  const servers: Server[] = []
  const addresses = await Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const name = `${prefix}-${number}`
      const body = feed(name, items)
      const server = createServer((_request, response) => {
        setTimeout(
          () => response.setHeader('content-type', 'application/xml').end(body),
          100 + ((number * 377) % 800),
        )
      })
      servers.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return { name, url: `http://127.0.0.1:${portOf(server)}/feed` }
    }),
  )
  return {
    addresses,
    close: async () => {
      for (const server of servers) server.closeAllConnections()
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}

function feed(name: string, items: number): string {
  return rssFeed(
    Array.from({ length: items }, (_, number) => ({
      id: `${name}-${number}`,
      title: `Mención ${number} de ${name}`,
      text: `El pedido ${number} llegó tarde y nadie contesta en ${name}.`,
      author: `cliente_${number}`,
      date: '2026-03-09T10:00:00Z',
    })),
    name,
  )
}
