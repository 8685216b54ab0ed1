// @ts-check
// npm run bench [-- NAME…]: how fast it is, against limits and peers measured in the same run.
import { setUpProgram } from './setup.mjs'
import { isKept, lineOf } from './bench/figures.mjs'
import { exitWith, SetUpFailed, sayTo } from './setup/say.mjs'

/** @typedef {{ say: (line: string) => void, rounds: number, slower: number }} How */

/** @type {Record<string, () => Promise<(how: How) => Promise<import('./bench/figures.mjs').Figure[]>>>} */
const MEASURES = {
  saving: async () => (await import('./bench/measure-saving.mjs')).measureSaving,
  import: async () => (await import('./bench/measure-import.mjs')).measureImport,
  latency: async () => (await import('./bench/measure-latency.mjs')).measureLatency,
  busy: async () => (await import('./bench/measure-busy.mjs')).measureBusy,
  window: async () => (await import('./bench/measure-window.mjs')).measureWindow,
  triage: async () => (await import('./bench/measure-triage.mjs')).measureTriage,
  'triage-window': async () => (await import('./bench/measure-triage-window.mjs')).measureTriageWindow,
  composer: async () => (await import('./bench/measure-composer.mjs')).measureComposer,
  spelling: async () => (await import('./bench/measure-spelling.mjs')).measureSpelling,
  refresh: async () => (await import('./bench/measure-refresh.mjs')).measureRefresh,
  look: async () => (await import('./bench/measure-look.mjs')).measureLook,
}

await exitWith(async () => {
  await setUpProgram(sayTo(process.stdout))
  const { slowness } = await import('./bench/slowness.mjs')
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !(name in MEASURES))
  if (unknown !== undefined) {
    throw new SetUpFailed(`There is no measure ${unknown}; there are ${Object.keys(MEASURES).join(', ')}.`)
  }
  const slow = slowness()
  print(
    `This machine is now ${slow.factor.toFixed(2)} times slower than a quiet one (loop ${slow.loop.toFixed(0)} ms, query ${slow.query.toFixed(3)} ms).`,
  )
  const figures = []
  for (const [name, load] of Object.entries(MEASURES)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const measure = await load()
    figures.push(...(await measure({ say: print, rounds: 3, slower: slow.factor })))
  }
  for (const figure of figures) print(lineOf(figure))
  return figures.every(isKept) ? 0 : 1
})

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`)
}
