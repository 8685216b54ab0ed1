// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ratio } from './figures.mjs'
import { opmlOf, startProgram } from './program.mjs'
import { serveCorpus } from './server.mjs'

const FEEDS = 200
const LATENCY_MS = 80
const JITTER_MS = 120
/** How many hosts are asked at a time, and so how many answers are on their way. */
const CONNECTIONS = 8

/**
 * Far away servers: the time of a refresh is that of waiting for them, and nothing is added.
 * @param {{ say: (line: string) => void }} how
 */
export async function measureLatency({ say }) {
  say(`${FEEDS} feeds, each ${LATENCY_MS} to ${LATENCY_MS + JITTER_MS} ms away`)
  const server = await serveCorpus({
    feeds: FEEDS,
    items: 50,
    ports: 40,
    latency: LATENCY_MS,
    jitter: JITTER_MS,
  })
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  const program = await startProgram(folder)
  try {
    const { brandId } = await program.call('brands.create', { name: 'Bench' })
    // Its threads are up, as they are in the program that has been opened.
    await program.call('gather.run', { brandId })
    await program.call('sources.addMany', { brandId, opml: opmlOf(server.urls) })
    const started = performance.now()
    await program.call('gather.run', { brandId })
    const ms = performance.now() - started
    const least = (FEEDS * (LATENCY_MS + JITTER_MS / 2)) / CONNECTIONS
    const beside = `${ms.toFixed(0)} ms, waiting alone ${least.toFixed(0)} ms`
    return [ratio('first refresh of far feeds: of feeds x latency / connections', ms / least, 1.2, beside)]
  } finally {
    await program.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
