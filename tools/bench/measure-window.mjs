// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { withDisplay } from '../display.mjs'
import { environmentFor, switchesForUser } from '../electron.mjs'
import { setUpAll } from '../setup.mjs'
import { checkout } from '../setup/places.mjs'
import { sayTo } from '../setup/say.mjs'
import { opmlOf, startProgram } from './program.mjs'
import { serveCorpus } from './server.mjs'

const FEEDS = 1000

/**
 * The longest the real window's thread is busy at a stretch while 1,000 feeds arrive and its list shows them.
 * @param {{ say: (line: string) => void, slower: number }} how
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function measureWindow({ say, slower }) {
  say('watching the window while 1,000 feeds are refreshed')
  const electron = await setUpAll(sayTo(process.stdout))
  const server = await serveCorpus({ feeds: FEEDS, items: 50, ports: 40 })
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  try {
    const program = await startProgram(folder)
    const { brandId } = await program.call('brands.create', { name: 'Bench' })
    await program.call('sources.addMany', { brandId, opml: opmlOf(server.urls) })
    await program.close()
    const { longest, added } = await withDisplay(environmentFor(electron), (env) => watch(folder, env))
    return [
      {
        name: 'the window’s thread busy at a stretch while gathering',
        value: longest,
        unit: ' ms',
        limit: 50 * slower,
        way: 'at most',
        beside: `goal 50 ms on a quiet machine; ${added} mentions arrived`,
      },
    ]
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Runs in the page: shows that a busy thread is seen, then follows it until all of `most` mentions are there, or gathering is over. */
const WATCH = `async (most) => {
  let longest = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  }).observe({ type: 'longtask' })
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  // In a task of the page's own: what a driver has it evaluate is none.
  setTimeout(() => { for (const until = performance.now() + 120; performance.now() < until; ); })
  await pause(1000)
  if (longest < 100) throw new Error('A thread that was busy on purpose was not seen.')
  longest = 0
  const ask = async (method) => JSON.parse(await window.engine.call(method, {}, crypto.randomUUID())).output
  for (;;) {
    const added = (await ask('mentions.count')).count
    if (added >= most || (added > 0 && !(await ask('gather.status')).running)) return { longest, added }
    await pause(200)
  }
}`

/**
 * It gathers by itself as soon as it is open: all of its sources are due.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ longest: number, added: number }>}
 */
async function watch(folder, env) {
  Object.assign(process.env, env)
  const app = await _electron.launch({ args: [checkout, '--data', folder, ...switchesForUser()] })
  try {
    const page = await app.firstWindow()
    await page.waitForSelector('[data-ready]')
    return await page.evaluate(`(${WATCH})(${FEEDS * 50})`)
  } finally {
    await app.close()
  }
}
