// @ts-check
// A web server of its own process, so that what is measured does not pay for it. Started by server.mjs.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { makeCorpus } from './corpus.mjs'

/** @type {{ feeds: number, items: number, seed: number, ports: number, latency: number, jitter: number }} */
const { feeds, items, seed, ports, latency, jitter } = JSON.parse(process.argv[2] ?? '{}')
const files = new Map(
  makeCorpus({ feeds, items, seed }).map(({ path, type, body }, index) => [
    path,
    {
      type,
      body,
      packed: gzipSync(body),
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
      modified: new Date(Date.UTC(2026, 5, 1) + index * 1000).toUTCString(),
    },
  ]),
)
let asked = 0

/** @type {import('node:http').RequestListener} */
function answer(request, response) {
  const file = files.get(request.url ?? '')
  if (!file) {
    response.writeHead(404).end()
    return
  }
  const headers = { etag: file.etag, 'last-modified': file.modified, 'content-type': file.type }
  if (
    request.headers['if-none-match'] === file.etag ||
    request.headers['if-modified-since'] === file.modified
  ) {
    response.writeHead(304, headers).end()
    return
  }
  const isPacked = /gzip/.test(String(request.headers['accept-encoding'] ?? ''))
  response.writeHead(200, isPacked ? { ...headers, 'content-encoding': 'gzip' } : headers)
  response.end(isPacked ? file.packed : file.body)
}

const addresses = await Promise.all(
  Array.from({ length: ports }, async () => {
    const server = createServer((request, response) => {
      asked += 1
      const wait = latency + (jitter === 0 ? 0 : (asked * 37) % jitter)
      if (wait === 0) answer(request, response)
      else setTimeout(() => answer(request, response), wait)
    })
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)))
    const address = server.address()
    return typeof address === 'object' ? address?.port : 0
  }),
)
process.send?.({
  urls: [...files.keys()].map((path, index) => `http://127.0.0.1:${addresses[index % ports]}${path}`),
})
