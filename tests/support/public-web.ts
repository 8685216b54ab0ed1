import { createServer, request as ask } from 'node:http'
import { connect, type Socket } from 'node:net'

/** A proxy on the loopback behind which every host of the public web is one test server: nobody outside is asked. */
export interface PublicWeb {
  /** What a system's proxy settings would answer. */
  readonly proxyFor: () => Promise<string>
  readonly close: () => Promise<void>
}

export async function openPublicWeb(server: { readonly origin: string }): Promise<PublicWeb> {
  const { hostname, port } = new URL(server.origin)
  const sockets = new Set<Socket>()
  const proxy = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', server.origin)
    const forwarded = ask(
      { hostname, port, path: pathname + search, method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    forwarded.on('error', () => response.destroy())
    request.pipe(forwarded)
  })
  proxy.on('connect', (_request, client: Socket) => {
    const there = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      there.pipe(client)
      client.pipe(there)
    })
    for (const socket of [client, there]) {
      sockets.add(socket)
      socket.on('error', () => undefined) // either side may go first
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        there.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    proxyFor: async () => `PROXY 127.0.0.1:${address.port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
