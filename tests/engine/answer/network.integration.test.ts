import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createNetwork } from '../../../src-main/engine/answer/outbox/net.ts'
import { runningClock } from '../../../src-main/engine/clock.ts'

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- a server that listens on a port has one
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each([301, 302, 307, 308])(
  'a place that sends an answer elsewhere with %i is told, and nobody elsewhere hears the secret',
  async (status) => {
    const elsewhere: string[] = []
    const other = await listen(
      createServer((request, response) => {
        elsewhere.push(request.url ?? '')
        response.end('{}')
      }),
    )
    const place = await listen(
      createServer((_request, response) => {
        response.writeHead(status, { location: `${other}/api/v1/statuses` }).end()
      }),
    )
    const network = createNetwork({
      host: { clock: runningClock(), proxyFor: () => Promise.resolve('DIRECT'), patienceMs: 2000 },
      reach: () => 'everywhere',
    })
    onTestFinished(() => network.close())
    const asked = { method: 'POST', headers: { authorization: 'Bearer secret' }, body: '{}' } as const
    const net = network.to([place])
    expect(await net.request({ ...asked, url: `${place}/api/v1/statuses` })).toMatchObject({
      kind: 'answered',
      status,
    })
    expect(await net.request({ ...asked, url: `${other}/api/v1/statuses` })).toMatchObject({
      kind: 'not-sent',
      why: 'unsafe',
    })
    expect(elsewhere).toEqual([])
  },
)
