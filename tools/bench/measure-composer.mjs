// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { withDisplay } from '../display.mjs'
import { environmentFor, switchesForUser } from '../electron.mjs'
import { setUpAll } from '../setup.mjs'
import { checkout } from '../setup/places.mjs'
import { sayTo } from '../setup/say.mjs'
import { startProgram } from './program.mjs'

const MENTIONS = 500
const ROUNDS = 60

/**
 * How long until one can write to a person of 500 mentions: from the key until the field has the focus and what they ask
 * is drawn; once for a mention that is being read, and once for the next one, from the key that goes there.
 * @param {{ say: (line: string) => void, slower: number }} how
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function measureComposer({ say, slower }) {
  say(`opening the composer on a person with ${MENTIONS} mentions`)
  const electron = await setUpAll(sayTo(process.stdout))
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  try {
    const program = await startProgram(folder)
    const { brandId } = await program.call('brands.create', { name: 'Bench', handles: ['bench'] })
    const path = join(folder, 'person.jsonl')
    writeFileSync(path, journey())
    await program.call('import.file', { brandId, path })
    await program.close()
    const times = await withDisplay(environmentFor(electron), (env) => watch(folder, env))
    return [
      figure('the composer opened on the mention that is read, p95', times.here, slower),
      figure(
        'the composer opened on the next mention, from the key that goes there, p95',
        times.next,
        slower,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** @param {string} name @param {readonly number[]} times @param {number} slower */
function figure(name, times, slower) {
  const value = percentile(times, 95)
  const beside = `goal 60 ms on a quiet machine; median ${percentile(times, 50).toFixed(1)} ms`
  return { name, value, unit: ' ms', limit: 60 * slower, way: /** @type {const} */ ('at most'), beside }
}

/** @param {readonly number[]} times @param {number} percent */
function percentile(times, percent) {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN
}

/** Somebody who wrote 500 times over two years, answered every fifth time. */
function journey() {
  const lines = []
  for (let index = 0; index < MENTIONS; index += 1) {
    const at = (/** @type {number} */ hours) =>
      new Date(Date.now() - (MENTIONS - index) * 35 * 3_600_000 + hours * 3_600_000).toISOString()
    const said = `Pedido ${10_000 + index}: sigue sin llegar y nadie contesta. ¿Cuándo llega? Llevo semanas esperando.`
    lines.push({
      externalId: `m${index}`,
      text: said,
      author: { name: 'Lucía Martín', handle: 'lucia_m' },
      publishedAt: at(0),
      rating: { value: 1 + (index % 5), worst: 1, best: 5 },
    })
    if (index % 5 > 0) continue
    const answer = 'Lucía, lo sentimos mucho. Lo miramos hoy y te escribimos.'
    lines.push({
      externalId: `r${index}`,
      inReplyTo: `m${index}`,
      text: answer,
      author: { name: 'Bench', handle: 'bench' },
      publishedAt: at(1),
    })
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Runs in the page. */
const WATCH = `async (rounds) => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const press = (key) => (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, code: key.length === 1 ? 'Key' + key.toUpperCase() : key, bubbles: true, cancelable: true }))
  const field = () => document.querySelector('textarea[data-focus="composer"]')
  const isOpen = (other) => document.activeElement === field() && field().dataset.mention !== other &&
    document.querySelector('[data-part="listening"]') !== null
  const opened = async (other) => {
    for (let frames = 0; !isOpen(other); frames += 1) {
      if (frames > 600) throw new Error('The composer did not open on round ' + here.length)
      await frame()
    }
  }
  // A key that comes before the field let go is a letter of the answer, as for anybody.
  const left = async () => {
    press('Escape')
    for (let frames = 0; document.activeElement === field() && frames < 600; frames += 1) await frame()
    await pause(250)
  }
  const here = [], next = []
  press('j')
  await pause(1500)
  for (let round = 0; round < rounds; round += 1) {
    let begun = performance.now()
    press('r')
    await opened(null)
    here.push(performance.now() - begun)
    const before = field().dataset.mention
    await left()
    begun = performance.now()
    // Up and down a list of eight: what says nearly the same is one row.
    press(Math.floor(round / 7) % 2 === 0 ? 'j' : 'k')
    // Two keys are two tasks, however fast they are pressed.
    await pause(0)
    press('r')
    await opened(before)
    next.push(performance.now() - begun)
    await left()
  }
  return { here, next }
}`

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ here: number[], next: number[] }>}
 */
async function watch(folder, env) {
  Object.assign(process.env, env)
  const app = await _electron.launch({ args: [checkout, '--data', folder, ...switchesForUser()] })
  try {
    const page = await app.firstWindow()
    await page.waitForSelector('[data-ready]')
    await page.waitForSelector('[role="option"]')
    return await page.evaluate(`(${WATCH})(${ROUNDS})`)
  } finally {
    await app.close()
  }
}
