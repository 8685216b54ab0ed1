import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Canaries } from './case.ts'

/** A place on this computer that nobody was allowed to ask. */
export interface Canary extends Canaries {
  /** Every request it got, as `host path`. */
  readonly hits: readonly string[]
  /** How often somebody connected, whether or not anything was asked. */
  readonly connections: () => number
  readonly close: () => Promise<void>
}

export const CANARY_BYTES = 'CANARY-FILE-BYTES-7f3a'
/** Not every system has all of them; the first has to be there. */
const HOSTS = ['127.0.0.1', '127.0.0.2', '::1']

/** Listens on one port of every loopback address there is, and remembers who asked. */
export async function startCanary(): Promise<Canary> {
  const hits: string[] = []
  let connections = 0
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-canary-'))
  const file = join(folder, 'canary.txt')
  writeFileSync(file, CANARY_BYTES)
  const servers: Server[] = []
  let port = 0
  for (const host of HOSTS) {
    const server = createServer((request, response) => {
      hits.push(`${host} ${request.url ?? ''}`)
      response.end(CANARY_BYTES)
    })
    server.on('connection', () => (connections += 1))
    if (!(await listens(server, host, port))) continue
    const address = server.address()
    if (typeof address === 'object' && address !== null) port = address.port
    servers.push(server)
  }
  return {
    url: (word) => `http://127.0.0.1:${port}/${word}`,
    port,
    file: pathToFileURL(file).href,
    hits,
    connections: () => connections,
    close: async () => {
      for (const server of servers) server.closeAllConnections()
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function listens(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(true))
    server.once('error', (error) => (host === HOSTS[0] ? reject(error) : resolve(false)))
    server.listen(port, host)
  })
}
