// @ts-check
// npm test: all the set-up, then every stage, then a table and the count.
import { environmentFor, sentenceAbout } from './electron.mjs'
import { setUpAll } from './setup.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { stages } from './test/stages.mjs'

/** @typedef {{ name: string, seconds: number, outcome: import('./test/outcome.mjs').Outcome }} Timed */

const INTERRUPTED = 130

await exitWith(async () => {
  const started = performance.now()
  const electron = await setUpAll(sayTo(process.stdout))
  print(sentenceAbout(electron))
  const interruption = watchForInterruption()
  /** @type {Timed[]} */
  const timed = [
    { name: 'set-up', seconds: secondsSince(started), outcome: { passed: 0, failed: [], skipped: [] } },
  ]
  for (const stage of stages) {
    if (interruption.came()) return INTERRUPTED
    print(`\n== ${stage.name}`)
    timed.push(await time(stage, environmentFor(electron)))
  }
  const failed = show(timed)
  return failed === 0 ? 0 : 1
})

/** @param {import('./test/stages.mjs').Stage} stage @param {NodeJS.ProcessEnv} env @returns {Promise<Timed>} */
async function time(stage, env) {
  const started = performance.now()
  // One stage that cannot run must not hide what the others find.
  const outcome = await stage.run(env).catch((error) => {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return { passed: 0, failed: [`${stage.name}: could not be run`], skipped: [] }
  })
  return { name: stage.name, seconds: secondsSince(started), outcome }
}

/** Without it the stage that is running would end, and the next one start. */
function watchForInterruption() {
  let came = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => (came = true))
  return { came: () => came }
}

/** @param {readonly Timed[]} timed @returns {number} how many failed */
function show(timed) {
  const skipped = timed.flatMap(({ outcome }) => outcome.skipped)
  const failed = timed.flatMap(({ outcome }) => outcome.failed)
  const passed = timed.reduce((sum, { outcome }) => sum + outcome.passed, 0)
  print('')
  for (const name of skipped) print(`skipped: ${name}`)
  for (const name of failed) print(`failed: ${name}`)
  print(row(['stage', 'seconds', 'passed', 'failed']))
  for (const { name, seconds, outcome } of timed) {
    print(row([name, seconds.toFixed(1), String(outcome.passed), String(outcome.failed.length)]))
  }
  print(row(['together', timed.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1), '', '']))
  // The last line, in the form that CI reads.
  print(`\n${passed} passed, ${failed.length} failed`)
  return failed.length
}

/** @param {readonly string[]} cells */
function row([name = '', ...numbers]) {
  return name.padEnd(16) + numbers.map((number) => number.padStart(9)).join('')
}

/** @param {number} started */
function secondsSince(started) {
  return (performance.now() - started) / 1000
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`)
}
