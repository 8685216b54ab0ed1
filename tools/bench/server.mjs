// @ts-check
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * Serves a corpus from a process of its own, on so many ports: a port is a host to whoever asks.
 * @param {{ feeds: number, items: number, seed?: number, ports?: number, latency?: number, jitter?: number }} what
 * @returns {Promise<{ urls: string[], close: () => void }>}
 */
export async function serveCorpus({ feeds, items, seed = 1, ports = 1, latency = 0, jitter = 0 }) {
  const child = fork(fileURLToPath(new URL('serve.mjs', import.meta.url)), [
    JSON.stringify({ feeds, items, seed, ports, latency, jitter }),
  ])
  const [message] = await once(child, 'message')
  return { urls: message.urls, close: () => child.kill() }
}
