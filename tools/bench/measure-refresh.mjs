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

const ITEMS = 50

/** @typedef {{ ours: Awaited<ReturnType<typeof measureOurs>>, floor: number, newsboat: ReturnType<typeof measureNewsboat> | null }} Run */

/**
 * First refresh, and one in which nothing has changed, against the floor and newsboat, in turn.
 * @param {{ rounds: number, say: (line: string) => void }} how
 */
export async function measureRefresh({ rounds, say }) {
  // It takes little more than a second, and one in a few is disturbed by something else.
  const few = await compare({ feeds: 200, rounds: 2 * rounds + 1, say })
  const many = await compare({ feeds: 1000, rounds: 1, say })
  /** @param {string} what @param {readonly Run[]} runs */
  const ofFloor = (what, runs) =>
    middleRatio(`${what}: of the floor`, runs, 2, 'floor', ({ ours, floor }) => [ours.first, floor])
  const figures = [
    ofFloor('first refresh 200 x 50', few),
    ofFloor('first refresh 1,000 x 50', many),
    {
      name: 'nothing changed at 1,000: rows of mentions written',
      value: Math.max(...many.map(({ ours }) => ours.rows)),
      unit: '',
      limit: 0,
      way: /** @type {const} */ ('at most'),
    },
    {
      name: 'peak memory of the engine at 1,000 x 50',
      value: Math.max(...many.map(({ ours }) => ours.peakMb ?? 0)),
      unit: ' MiB',
      limit: 500,
      way: /** @type {const} */ ('at most'),
    },
  ]
  if ([...few, ...many].some(({ newsboat }) => newsboat === null)) {
    say('newsboat is not installed: nothing to compare with but the floor')
    return figures
  }
  /** @param {string} what @param {readonly Run[]} runs @param {number} limit @param {'first' | 'unchanged'} when */
  const ofNewsboat = (what, runs, limit, when) =>
    middleRatio(`${what}: of newsboat`, runs, limit, 'newsboat', ({ ours, newsboat }) => [
      ours[when],
      newsboat?.[when] ?? 0,
    ])
  return [
    ...figures,
    ofNewsboat('first refresh 200 x 50', few, 1, 'first'),
    ofNewsboat('first refresh 1,000 x 50', many, 0.5, 'first'),
    ofNewsboat('nothing changed at 200', few, 0.25, 'unchanged'),
    ofNewsboat('nothing changed at 1,000', many, 0.05, 'unchanged'),
  ]
}

/**
 * Of what was measured in turns, the turn whose share is in the middle: what disturbs one of two disturbs the next as well.
 * @param {string} name @param {readonly Run[]} runs @param {number} limit @param {string} who
 * @param {(run: Run) => [number, number]} of ours and theirs, in ms
 */
function middleRatio(name, runs, limit, who, of) {
  const turns = runs.map(of).toSorted(([ours, theirs], [others, those]) => ours / theirs - others / those)
  const [ours, theirs] = turns[Math.floor(turns.length / 2)] ?? [0, 1]
  return ratio(name, ours / theirs, limit, `${ours.toFixed(0)} ms, ${who} ${theirs.toFixed(0)} ms`)
}

/** @param {{ feeds: number, rounds: number, say: (line: string) => void }} what */
async function compare({ feeds, rounds, say }) {
  const server = await serveCorpus({ feeds, items: ITEMS, ports: 10 })
  try {
    /** @type {Run[]} */
    const runs = []
    for (let round = 1; round <= rounds; round += 1) {
      say(`${feeds} feeds, round ${round} of ${rounds}`)
      runs.push({
        ours: await measureOurs(server.urls),
        floor: await measureFloor(server.urls),
        newsboat: hasNewsboat() ? measureNewsboat(server.urls) : null,
      })
    }
    return runs
  } finally {
    server.close()
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
