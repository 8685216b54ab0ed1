// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { opmlOf, startProgram } from './program.mjs'
import { serveCorpus } from './server.mjs'
import { percentile } from './slowness.mjs'

/**
 * What the user feels while 1,000 feeds are refreshed: acts that are committed, and the first page of the inbox.
 * @param {{ say: (line: string) => void, slower: number }} how
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function measureBusy({ say, slower }) {
  say('acting and reading while 1,000 feeds are refreshed')
  const server = await serveCorpus({ feeds: 1000, items: 50, ports: 40 })
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  const program = await startProgram(folder)
  try {
    const { brandId } = await program.call('brands.create', { name: 'Bench' })
    await program.call('sources.addMany', { brandId, opml: opmlOf(server.urls) })
    const idleMb = program.peakMb() ?? 0
    const { acts, pages } = await actWhileGathering(program, brandId)
    say(`${acts.length} acts, ${pages.length} pages; the engine held ${idleMb.toFixed(0)} MiB before`)
    const atMost = /** @type {const} */ ('at most')
    const scaled = (/** @type {string} */ name, /** @type {number} */ value, /** @type {number} */ goal) => ({
      name,
      value,
      unit: ' ms',
      limit: goal * slower,
      way: atMost,
      beside: `goal ${goal} ms on a quiet machine`,
    })
    return [
      scaled('an act committed while gathering, p95', percentile(acts, 95), 100),
      scaled('an act committed while gathering, the slowest', Math.max(...acts), 250),
      scaled('first page of the inbox while gathering, p95', percentile(pages, 95), 20),
      {
        name: 'memory the gathering added to the engine',
        value: (program.peakMb() ?? 0) - idleMb,
        unit: ' MiB',
        limit: 300,
        way: atMost,
        beside: `peak ${(program.peakMb() ?? 0).toFixed(0)} MiB`,
      },
    ]
  } finally {
    await program.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {import('./program.mjs').Program} program @param {string} brandId */
async function actWhileGathering(program, brandId) {
  const acts = []
  const pages = []
  let isGathering = true
  const run = program.call('gather.run', { brandId }).finally(() => {
    isGathering = false
  })
  for (let count = 0; isGathering; count += 1) {
    pages.push(await program.timed('mentions.list', { brandId, where: 'is:unanswered', limit: 50 }))
    const { items } = await program.call('mentions.list', { brandId, limit: 1 })
    if (items.length > 0) {
      const act = { kind: 'tag', tag: `tag-${count % 7}` }
      acts.push(await program.timed('acts.do', { on: { ids: [items[0].id] }, act }))
    }
    // As a person does, a moment lies between one thing and the next.
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  await run
  return { acts, pages }
}
