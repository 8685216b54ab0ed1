import { createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAgents } from '../../../../src-main/engine/gather/fetch/agents.ts'
import {
  fetchDocument,
  type Fetched,
  LIMITS,
  type Network,
} from '../../../../src-main/engine/gather/fetch/fetch-document.ts'
import { type FeedServer, startFeedServer } from '../../../support/feed-server.ts'

const ZEROES = Buffer.alloc(20_000_000)

let server: FeedServer
let network: Network
const agents = () => createAgents(300)

beforeEach(async () => {
  server = await startFeedServer()
  const limits = { ...LIMITS, connectMs: 300, firstByteMs: 400, wholeMs: 800, bytes: 100_000 }
  network = {
    agents: agents(),
    proxyFor: async () => 'DIRECT',
    now: () => Date.parse('2026-03-10T09:00:00Z'),
    limits,
  }
})

afterEach(async () => {
  await network.agents.close()
  await server.close()
})

const get = (path: string, more: Partial<Parameters<typeof fetchDocument>[1]> = {}): Promise<Fetched> =>
  fetchDocument(
    network,
    { url: server.url(path), privateOrigin: server.origin, accepts: 'feed', ...more },
    new AbortController().signal,
  )

async function listen(tcp: Server): Promise<string> {
  await new Promise<null>((resolve) => tcp.listen(0, '127.0.0.1', () => resolve(null)))
  const address = tcp.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

const failureOf = (fetched: Fetched) =>
  fetched.kind === 'failed'
    ? {
        kind: fetched.failure.kind,
        message: fetched.failure.message.replaceAll(server.origin.slice(7), 'HOST'),
      }
    : fetched
const textOf = (fetched: Fetched) =>
  fetched.kind === 'fresh' ? Buffer.from(fetched.body).toString() : fetched

test.each(['gzip', 'br', 'deflate', undefined] as const)(
  'a body packed with %s is unpacked',
  async (pack) => {
    server.route('/feed', { body: 'Café '.repeat(100), ...(pack === undefined ? {} : { pack }) })
    expect(textOf(await get('/feed'))).toBe('Café '.repeat(100))
  },
)

test.each(['gzip', 'br', 'deflate', 'zstd', 'of-our-own'])(
  'the bytes decide, not the label: plain text that says it is %s',
  async (label) => {
    server.route('/feed', { body: '<rss/>', headers: { 'Content-Encoding': label } })
    expect(textOf(await get('/feed'))).toBe('<rss/>')
  },
)

test.each([
  ['other bytes', Buffer.from('not packed at all')],
  ['zero bytes', Buffer.alloc(300)],
])('gzip that %s follow is unpacked up to them', async (_, after) => {
  const text = 'Café '.repeat(150)
  const body = Buffer.concat([gzipSync(text.slice(0, 100)), gzipSync(text.slice(100)), after])
  server.route('/feed', { body, headers: { 'Content-Encoding': 'gzip' } })
  expect(textOf(await get('/feed'))).toBe(text)
})

test('gzip that is broken within, or in its second part, is refused', async () => {
  const broken = Buffer.from(gzipSync('Café '.repeat(150)))
  broken.fill(0xff, 12, 20)
  for (const body of [broken, Buffer.concat([gzipSync('Café'), broken])]) {
    server.route('/feed', { body, headers: { 'Content-Encoding': 'gzip' } })
    expect(failureOf(await get('/feed'))).toMatchObject({ kind: 'broken-document' })
  }
})

test('the bytes decide, not the label: gzip that says it is something else', async () => {
  server.route('/nothing', { body: gzipSync('<rss/>') })
  server.route('/brotli', { body: gzipSync('<rss/>'), headers: { 'Content-Encoding': 'br' } })
  expect(textOf(await get('/nothing'))).toBe('<rss/>')
  expect(textOf(await get('/brotli'))).toBe('<rss/>')
})

test('a bomb whose last byte never comes is stopped at the limit, not when the time is up', async () => {
  const body = gzipSync(ZEROES)
  const bomb = createServer((socket) => {
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length + 1}\r\n\r\n`
    socket.write(head)
    socket.write(body)
    socket.resume().on('error', () => undefined)
  })
  const origin = await listen(bomb)
  expect(failureOf(await get('/', { url: `${origin}/feed`, privateOrigin: origin }))).toMatchObject({
    kind: 'too-large',
  })
  await new Promise((resolve) => bomb.close(resolve))
})

test('packed bytes that hold nothing are counted, too', async () => {
  const nothing = Buffer.concat(Array.from({ length: 6000 }, () => gzipSync('')))
  server.route('/feed', { body: nothing, headers: { 'Content-Encoding': 'gzip' } })
  expect(failureOf(await get('/feed'))).toMatchObject({ kind: 'too-large' })
})

test('a line over which more comes than any answer needs is ended, though none of it is a body', async () => {
  const ends: boolean[] = []
  const tcp = createServer((socket) => {
    socket.on('error', () => undefined).once('close', () => ends.push(true))
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;label=')
    const more = () => {
      while (socket.writable && socket.write(Buffer.alloc(65_536, 'x')));
    }
    socket.on('drain', more)
    more()
  })
  const origin = await listen(tcp)
  await network.agents.close()
  network = { ...network, agents: createAgents(300, undefined, 1_000_000) }
  const fetched = await get('', { url: origin, privateOrigin: origin })
  expect(failureOf(fetched)).toMatchObject({ kind: 'too-large' })
  await expect.poll(() => ends).toEqual([true])
  tcp.close()
})

test('a line that is kept may bring as much for each request', async () => {
  server.route('/feed', { body: 'x'.repeat(60_000) })
  await network.agents.close()
  network = { ...network, agents: createAgents(300, undefined, 80_000) }
  for (let request = 0; request < 4; request += 1) expect(textOf(await get('/feed'))).toHaveLength(60_000)
})

test('what is not packed as it says is called broken, not cut off', async () => {
  const broken = gzipSync('x'.repeat(10_000)).fill(0xff, 12, 20)
  server.route('/feed', { body: broken, headers: { 'Content-Encoding': 'gzip' } })
  expect(failureOf(await get('/feed'))).toEqual({
    kind: 'broken-document',
    message: 'What HOST sent cannot be unpacked: it is not packed in the way it says.',
  })
})

test.each([
  { pack: 'gzip', body: gzipSync(ZEROES) },
  { pack: 'br', body: brotliCompressSync(ZEROES, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }) },
])('a $pack bomb is stopped at the limit of what comes out', async ({ pack, body }) => {
  server.route('/bomb', { body, headers: { 'Content-Encoding': pack } })
  expect(failureOf(await get('/bomb'))).toMatchObject({ kind: 'too-large' })
})

test('a torn gzip body and a broken line are said to be cut off', async () => {
  server.route('/torn', {
    body: gzipSync('x'.repeat(10_000)).subarray(0, 30),
    headers: { 'Content-Encoding': 'gzip' },
  })
  server.route('/cut', { body: 'x'.repeat(10_000), hang: 'cut' })
  const cut = { kind: 'unreachable', message: 'HOST broke off in the middle of its answer.' }
  expect(failureOf(await get('/torn'))).toEqual(cut)
  expect(failureOf(await get('/cut'))).toEqual(cut)
})

test('no byte in time, and no end in time, are told apart', async () => {
  server.route('/silent', { hang: 'no-answer' })
  server.route('/endless', { body: 'x'.repeat(1000), hang: 'headers-only' })
  expect(failureOf(await get('/silent'))).toEqual({
    kind: 'timeout',
    message: 'HOST did not answer for 0.4 s.',
  })
  expect(failureOf(await get('/endless'))).toEqual({
    kind: 'timeout',
    message: 'HOST did not finish its answer within 0.8 s.',
  })
})

test.each([
  [401, 'needs-login'],
  [403, 'needs-login'],
  [404, 'http-status'],
  [410, 'gone'],
  [429, 'throttled'],
  [500, 'http-status'],
  [503, 'http-status'],
  [204, 'http-status'],
  [304, 'http-status'],
])('an answer of %i is %s', async (status, kind) => {
  server.route('/feed', { status })
  expect(failureOf(await get('/feed'))).toMatchObject({ kind })
})

test('a server that asks for a pause says for how long', async () => {
  server.route('/feed', { status: 503, headers: { 'Retry-After': '60' } })
  expect(await get('/feed')).toMatchObject({
    kind: 'failed',
    failure: { kind: 'throttled' },
    retryAfterSeconds: 60,
  })
})

test('redirects are followed on the consented origin, and never to another private one', async () => {
  const canary = await startFeedServer()
  server.route('/ok', { redirect: '/feed' })
  server.route('/feed', { body: '<rss/>' })
  server.route('/port', { redirect: canary.url('/') })
  server.route('/loop', { redirect: '/loop2' })
  server.route('/loop2', { redirect: '/loop' })
  server.route('/file', { redirect: 'file:///etc/passwd' })
  expect(textOf(await get('/ok'))).toBe('<rss/>')
  expect(failureOf(await get('/port'))).toMatchObject({ kind: 'private-address' })
  expect(failureOf(await get('/loop'))).toMatchObject({
    kind: 'too-many-redirects',
    message: expect.stringContaining('in a circle'),
  })
  expect(failureOf(await get('/file'))).toMatchObject({ kind: 'unsafe-redirect' })
  expect(canary.log).toEqual([])
  await canary.close()
})

test.each([
  '127.0.0.1',
  '127.0.0.2',
  '127.1',
  '2130706433',
  '0x7f000001',
  '017700000001',
  '0.0.0.0',
  'localhost',
  '[::1]',
  '[::ffff:127.0.0.1]',
])('without consent %s is not even connected to', async (host) => {
  const port = new URL(server.origin).port
  expect(failureOf(await get('/', { url: `http://${host}:${port}/`, privateOrigin: null }))).toMatchObject({
    kind: 'private-address',
  })
  expect(server.log).toEqual([])
})

test('no cookie and no referrer is sent, the program names itself, and a redirect elsewhere gets no password', async () => {
  server.route('/feed', { redirect: '/end', headers: { 'Set-Cookie': 'id=1' } })
  server.route('/end', { body: '<rss/>' })
  await get('/feed', { url: server.url('/feed').replace('http://', 'http://lucia:geheim@') })
  expect(server.log[0]?.headers).toMatchObject({
    'user-agent': expect.stringMatching(/^Ventanilla\//),
    authorization: `Basic ${Buffer.from('lucia:geheim').toString('base64')}`,
  })
  expect(server.log[1]?.headers).not.toHaveProperty('authorization')
  for (const { headers } of server.log) {
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('referer')
  }
})

test('a port nobody listens on, and a server that speaks no HTTP, are said in words without the secret of the address', async () => {
  const mute = createServer((socket) => socket.resume().end('SSH-2.0-x\r\n'))
  const origin = await listen(mute)
  const odd = await get('/', {
    url: `${origin.replace('http://', 'http://user:geheim@')}/feed?token=geheim`,
    privateOrigin: origin,
  })
  expect(odd).toMatchObject({ kind: 'failed', failure: { kind: 'unreachable' } })
  expect(JSON.stringify(odd)).not.toContain('geheim')
  await new Promise((resolve) => mute.close(resolve))
  expect(await get('/', { url: `${origin}/feed`, privateOrigin: origin })).toMatchObject({
    kind: 'failed',
    failure: { kind: 'unreachable', message: expect.stringContaining('does not accept connections') },
  })
})

test('a public-looking name is refused when it turns out to live on this machine or its network', async () => {
  const port = new URL(server.origin).port
  const fetched = await get('/', { url: `http://${hostname()}:${port}/`, privateOrigin: null })
  // Where this machine does not know itself by name there is no address at all.
  expect(failureOf(fetched)).toMatchObject({
    kind: expect.stringMatching(/^(?:private-address|unreachable)$/),
  })
  expect(server.log).toEqual([])
})

test('a name that cannot be found is said as such', async () => {
  expect(await get('/', { url: 'http://nowhere.invalid/feed', privateOrigin: null })).toMatchObject({
    kind: 'failed',
    failure: { kind: 'unreachable' },
  })
})
