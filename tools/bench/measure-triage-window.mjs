// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withDisplay } from '../display.mjs'
import { environmentFor } from '../electron.mjs'
import { setUpAll } from '../setup.mjs'
import { checkout } from '../setup/places.mjs'
import { sayTo } from '../setup/say.mjs'
import { lineOf, ratio } from './figures.mjs'
import { median, percentile } from './slowness.mjs'
import { brandFiles, copyForWindow } from './triage/copy.mjs'
import { inWindow } from './triage/in-window.mjs'
import { provideInstall } from './triage/install.mjs'
import { startOnce } from './triage/starting.mjs'

/** @typedef {import('./figures.mjs').Figure} Figure */
/** @typedef {import('./triage/starting.mjs').Start} Start */
/** @typedef {{ big: string, small: string, executable: string, env: NodeJS.ProcessEnv }} Bench */

const STARTS = 5
/** The rows, and the counts of the views and of the tags. */
const USABLE = ['[role="option"]', 'nav ul:nth-of-type(2) [aria-label]', 'nav ul:nth-of-type(3) [aria-label]']
const bareWindow = fileURLToPath(new URL('triage/probe', import.meta.url))

/**
 * What triage asks of the real window at a million mentions in one brand beside 19 of 10,000.
 * @param {{ say: (line: string) => void, slower: number }} how
 * @returns {Promise<Figure[]>}
 */
export async function measureTriageWindow({ say, slower }) {
  const electron = await setUpAll(sayTo(process.stdout))
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  const [big, small] = [join(folder, 'big'), join(folder, 'small')]
  try {
    await copyForWindow(provideInstall({ mentions: 1_000_000, seed: 7, say }).folder, big)
    await copyForWindow(provideInstall({ mentions: 10_000, seed: 7, say }).folder, small)
    return await withDisplay(environmentFor(electron), async (env) => {
      const bench = {
        ...{ big, small, executable: electron.executable },
        env: {
          ...env,
          PROBE_FILE: brandFiles(big)[0] ?? '',
          PROBE_USER_DATA: join(folder, 'probe'),
        },
      }
      say(`starting the program ${2 * STARTS} times, and a bare window in between`)
      const starting = await measureStarts(bench)
      for (const figure of starting) say(lineOf(figure))
      say('looking at a million mentions in the window')
      const seen = await inWindow({ folder: big, env: bench.env })
      return [...starting, ...figuresOf(seen, slower)]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** In turns, so that what slows the machine slows all alike; the first of each warms the disk, and does not count. @param {Bench} bench @returns {Promise<Figure[]>} */
async function measureStarts({ big, small, executable, env }) {
  const started = { executable, env, waitsFor: USABLE }
  /** @type {{ bare: Start[], million: Start[], few: Start[] }} */
  const starts = { bare: [], million: [], few: [] }
  for (let count = 0; count <= STARTS; count += 1) {
    const bare = await startOnce({ executable, env, args: [bareWindow], waitsFor: ['[role="option"]'] })
    const million = await startOnce({ ...started, args: [checkout, '--data', big] })
    const few = await startOnce({ ...started, args: [checkout, '--data', small] })
    if (count === 0) continue
    starts.bare.push(bare)
    starts.million.push(million)
    starts.few.push(few)
  }
  const of = (/** @type {Start[]} */ all, /** @type {'usable' | 'pss'} */ what) =>
    median(all.map((start) => start[what]))
  const usable = {
    bare: of(starts.bare, 'usable'),
    million: of(starts.million, 'usable'),
    few: of(starts.few, 'usable'),
  }
  const pss = { bare: of(starts.bare, 'pss'), million: of(starts.million, 'pss') }
  return [
    ratio(
      'cold start to a usable inbox: of a bare window',
      usable.million / usable.bare,
      1.5,
      `${usable.million.toFixed(0)} of ${usable.bare.toFixed(0)} ms, the medians of ${STARTS}`,
    ),
    ratio(
      'the same: of itself at 10,000 mentions',
      usable.million / usable.few,
      1.1,
      `${usable.million.toFixed(0)} of ${usable.few.toFixed(0)} ms`,
    ),
    ratio(
      'memory after the start (PSS, all processes): of a bare window',
      pss.million / pss.bare,
      1.6,
      `${pss.million.toFixed(0)} of ${pss.bare.toFixed(0)} MiB`,
    ),
  ]
}

/** @param {import('./triage/in-window.mjs').Seen} seen @param {number} slower @returns {Figure[]} */
function figuresOf({ views, first, deep, typed, scrolling }, slower) {
  const longest = scrolling.toSorted((a, b) => b.wall - a.wall)[0] ?? { wall: 0, cpu: 0 }
  return [
    within('open a view, from the click until it is painted, p95', percentile(views, 95), 50, slower, views),
    ratio(
      'to the day before which half was said: of to the newest',
      median(deep) / median(first),
      1.5,
      `${median(deep).toFixed(1)} of ${median(first).toFixed(1)} ms until it is painted`,
    ),
    within(
      'as one types, from the 4th letter, until it is painted, p95',
      percentile(typed, 95),
      60,
      slower,
      typed,
    ),
    {
      name: 'the window’s thread busy at a stretch while scrolling',
      value: longest.wall,
      unit: ' ms',
      limit: 33 * slower,
      way: 'at most',
      beside: `goal 33 ms; of which ${longest.cpu.toFixed(0)} ms on the processor`,
    },
  ]
}

/** @param {string} name @param {number} value @param {number} goal on a quiet machine @param {number} slower @param {readonly number[]} all @returns {Figure} */
function within(name, value, goal, slower, all) {
  return {
    ...{ name, value, unit: ' ms', limit: goal * slower, way: 'at most' },
    beside: `goal ${goal} ms; p50 ${median(all).toFixed(0)} ms of ${all.length}`,
  }
}
