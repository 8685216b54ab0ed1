// @ts-check
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { nodeForTools } from '../setup/node.mjs'
import { ratio } from './figures.mjs'
import { hasNewsboat, measureNewsboat } from './newsboat.mjs'
import { opmlOf, startProgram } from './program.mjs'
import { serveCorpus } from './server.mjs'
import { median } from './slowness.mjs'

const ITEMS = 50

/**
 * First refresh, and one in which nothing has changed, against the floor and newsboat, in turn.
 * @param {{ rounds: number, say: (line: string) => void }} how
 */
export async function measureRefresh({ rounds, say }) {
  const few = await compare({ feeds: 200, rounds, say })
  const many = await compare({ feeds: 1000, rounds: 1, say })
  const figures = [
    ratio(
      'first refresh 200 x 50: of the floor',
      few.ours.first / few.floor,
      2,
      beside(few.ours.first, few.floor, 'floor'),
    ),
    ratio(
      'first refresh 1,000 x 50: of the floor',
      many.ours.first / many.floor,
      2,
      beside(many.ours.first, many.floor, 'floor'),
    ),
    {
      name: 'nothing changed at 1,000: rows of mentions written',
      value: many.ours.rows,
      unit: '',
      limit: 0,
      way: /** @type {const} */ ('at most'),
    },
    {
      name: 'peak memory of the engine at 1,000 x 50',
      value: many.ours.peakMb ?? 0,
      unit: ' MiB',
      limit: 500,
      way: /** @type {const} */ ('at most'),
    },
  ]
  if (few.newsboat === null || many.newsboat === null) {
    say('newsboat is not installed: nothing to compare with but the floor')
    return figures
  }
  return [
    ...figures,
    ratio(
      'first refresh 200 x 50: of newsboat',
      few.ours.first / few.newsboat.first,
      1,
      beside(few.ours.first, few.newsboat.first, 'newsboat'),
    ),
    ratio(
      'first refresh 1,000 x 50: of newsboat',
      many.ours.first / many.newsboat.first,
      0.5,
      beside(many.ours.first, many.newsboat.first, 'newsboat'),
    ),
    ratio(
      'nothing changed at 200: of newsboat',
      few.ours.unchanged / few.newsboat.unchanged,
      0.25,
      beside(few.ours.unchanged, few.newsboat.unchanged, 'newsboat'),
    ),
    ratio(
      'nothing changed at 1,000: of newsboat',
      many.ours.unchanged / many.newsboat.unchanged,
      0.05,
      beside(many.ours.unchanged, many.newsboat.unchanged, 'newsboat'),
    ),
  ]
}

/** @param {number} ours @param {number} theirs @param {string} who */
function beside(ours, theirs, who) {
  return `${ours.toFixed(0)} ms, ${who} ${theirs.toFixed(0)} ms`
}

/** @param {{ feeds: number, rounds: number, say: (line: string) => void }} what */
async function compare({ feeds, rounds, say }) {
  const server = await serveCorpus({ feeds, items: ITEMS, ports: 10 })
  try {
    const runs = []
    for (let round = 1; round <= rounds; round += 1) {
      say(`${feeds} feeds, round ${round} of ${rounds}`)
      runs.push({
        ours: await measureOurs(server.urls),
        floor: await measureFloor(server.urls),
        newsboat: hasNewsboat() ? measureNewsboat(server.urls) : null,
      })
    }
    return inTheMiddle(runs)
  } finally {
    server.close()
  }
}

/** @typedef {{ ours: Awaited<ReturnType<typeof measureOurs>>, floor: number, newsboat: ReturnType<typeof measureNewsboat> | null }} Run */

/** @param {readonly Run[]} runs @returns {Run} */
function inTheMiddle(runs) {
  const all = (/** @type {(run: Run) => number} */ of) => median(runs.map(of))
  return {
    ours: {
      first: all(({ ours }) => ours.first),
      unchanged: all(({ ours }) => ours.unchanged),
      rows: all(({ ours }) => ours.rows),
      peakMb: all(({ ours }) => ours.peakMb ?? 0),
    },
    floor: all(({ floor }) => floor),
    newsboat: runs.every(({ newsboat }) => newsboat !== null)
      ? {
          first: all(({ newsboat }) => newsboat?.first ?? 0),
          unchanged: all(({ newsboat }) => newsboat?.unchanged ?? 0),
        }
      : null,
  }
}

/** @param {readonly string[]} urls */
async function measureOurs(urls) {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  const program = await startProgram(folder)
  try {
    const { brandId } = await program.call('brands.create', { name: 'Bench' })
    // Its threads are up, as those of the floor are: whoever brings a list has looked at a feed before. It keeps nothing.
    await program.call('sources.find', { brandId, url: urls[0] })
    await program.call('sources.addMany', { brandId, opml: opmlOf(urls) })
    const gather = async () => {
      const started = performance.now()
      const result = await program.call('gather.run', { brandId })
      if (result.failed > 0)
        throw new Error(`${result.failed} feeds failed: ${JSON.stringify(result.errors[0])}`)
      return performance.now() - started
    }
    const first = await gather()
    const before = countRows(folder)
    const unchanged = await gather()
    return { first, unchanged, rows: countRows(folder) - before, peakMb: program.peakMb() }
  } finally {
    await program.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rows of what was said and decided; the gatherer's notes about its tries are not of them. @param {string} folder */
function countRows(folder) {
  const db = new Sqlite(join(folder, 'brands', brandFile(folder)), { readonly: true })
  const tables = [
    'mention',
    'mention_text',
    'mention_markup',
    'mention_state',
    'author',
    'person',
    'conversation',
    'revision',
    'mention_seen',
  ]
  const count = tables.reduce(
    (sum, table) => sum + Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).pluck().get()),
    0,
  )
  db.close()
  return count
}

/** @param {string} folder */
function brandFile(folder) {
  const install = new Sqlite(join(folder, 'install.sqlite'), { readonly: true })
  const uid = String(install.prepare('SELECT uid FROM brand').pluck().get())
  install.close()
  return `${uid}.sqlite`
}

/** @param {readonly string[]} urls @returns {Promise<number>} ms */
async function measureFloor(urls) {
  const child = fork(fileURLToPath(new URL('floor.mjs', import.meta.url)), [], { execPath: nodeForTools() })
  child.send({ urls })
  const [{ ms, rows }] = await once(child, 'message')
  child.disconnect()
  if (rows !== urls.length * ITEMS)
    throw new Error(`The floor saved ${rows} of ${urls.length * ITEMS} items.`)
  return ms
}
