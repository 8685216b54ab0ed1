import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAgents } from '../../../../src-main/engine/gather/fetch/agents.ts'
import { LIMITS, type Network } from '../../../../src-main/engine/gather/fetch/fetch-document.ts'
import { fetchImage } from '../../../../src-main/engine/gather/fetch/fetch-image.ts'
import { type FeedServer, startFeedServer } from '../../../support/feed-server.ts'

let server: FeedServer
let network: Network

beforeEach(async () => {
  server = await startFeedServer()
  network = {
    agents: createAgents(300),
    proxyFor: async () => 'DIRECT',
    now: () => Date.parse('2026-03-10T09:00:00Z'),
    limits: { ...LIMITS, connectMs: 300, firstByteMs: 400, wholeMs: 800 },
  }
})

afterEach(async () => {
  await network.agents.close()
  await server.close()
})

const GIF = Buffer.from('GIF89a and what follows')
const get = (url: string, privateOrigin: string | null = server.origin) =>
  fetchImage(network, url, privateOrigin, new AbortController().signal)

test.each([
  ['a picture, whatever its label says', GIF, 'text/html', 'data:image/gif;base64,'],
  ['a drawing that could hold a script', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', null],
  ['a page that says it is a picture', '<!doctype html><script>1</script>', 'image/png', null],
  ['nothing at all', '', 'image/png', null],
])('%s', async (_says, body, type, start) => {
  server.route('/x', { body, type })
  const image = await get(server.url('/x'))
  expect(image?.slice(0, start?.length) ?? null).toBe(start)
})

test.each(['127.0.0.1', '127.0.0.2', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '2130706433'])(
  'without the user’s consent no picture is asked of %s, not even by a detour',
  async (host) => {
    const canary = await startFeedServer()
    const hidden = `http://${host}:${new URL(canary.origin).port}/x.gif`
    canary.route('/x.gif', { body: GIF })
    server.route('/detour.gif', { redirect: hidden })
    const images = [await get(hidden, null), await get(hidden), await get(server.url('/detour.gif'))]
    await canary.close()
    expect(images).toEqual([null, null, null])
    expect(canary.log).toEqual([])
  },
)

test('a picture that is too large, or too slow, is none', async () => {
  server.route('/large', { body: Buffer.concat([GIF, Buffer.alloc(9 * 1_048_576)]) })
  server.route('/slow', { hang: 'no-answer' })
  expect([await get(server.url('/large')), await get(server.url('/slow'))]).toEqual([null, null])
})
