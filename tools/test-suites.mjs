// @ts-check
// npm run test:suites -- DIR [--misses]: reads every file that DIR's expect.json names, as gathering would, and prints
// the score by suite. The files stay where they are.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { setUpDependencies } from './setup.mjs'
import { exitWith, SetUpFailed, sayTo } from './setup/say.mjs'
import { lookAtTable } from './suites/tables.mjs'
import { differences, ORIGIN, reviewDifferences } from './suites/compare.mjs'

/**
 * @typedef {{ file: string, suite: string, kind: string, tier?: string, headers?: Record<string, string>,
 *   expect: import('./suites/compare.mjs').Expected & { feedCount?: number } }} Case
 * @typedef {{ right: number, counted: number, all: number }} Score
 */

const READ = ['feed', 'opml', 'appstore', 'jsonld', 'csv']

await exitWith(async () => {
  const { values, positionals } = parseArgs({
    options: { misses: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [folder] = positionals
  if (folder === undefined || !existsSync(join(folder, 'expect.json'))) {
    throw new SetUpFailed('Which folder? npm run test:suites -- DIR, where DIR has an expect.json.')
  }
  await setUpDependencies(sayTo(process.stdout))
  const cases = readCases(resolve(folder))
  const scores = new Map()
  for (const one of cases) {
    const wrong = READ.includes(one.kind)
      ? await look(resolve(folder), one)
      : [`unread: ${one.kind} is not read yet`]
    note(scores, `${one.suite} (${one.kind}, ${one.tier ?? 'core'})`, wrong)
    note(scores, `all ${one.tier ?? 'core'} ${one.kind}`, wrong)
    if (values.misses && wrong.length > 0) print(`${one.file}: ${wrong.join('; ')}`)
  }
  for (const [name, score] of [...scores].toSorted(([a], [b]) => a.localeCompare(b))) print(row(name, score))
  return 0
})

/** @param {string} folder @returns {Case[]} */
function readCases(folder) {
  return JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8'))
}

/** @param {string} folder @param {Case} one @returns {Promise<string[]>} what does not hold */
async function look(folder, { file, kind, headers = {}, expect }) {
  if (kind === 'csv') return lookAtTable(join(dirname(folder), file), expect)
  const body = readFileSync(join(dirname(folder), file))
  if (kind === 'opml') {
    const { readOpml } = await import('../src-main/engine/gather/opml/opml.ts')
    const { feeds } = readOpml(body.toString('utf8'))
    return feeds.length === expect.feedCount ? [] : [`${feeds.length} feeds, not ${expect.feedCount}`]
  }
  const { readDocument } = await import('../src-main/engine/gather/read/read-document.ts')
  const contentType =
    Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null
  const result = await readDocument({ body, contentType, url: `${ORIGIN}${file}` })
  if (kind === 'jsonld') {
    const { readPage } = await import('../src-main/engine/gather/formats/schema-org/page.ts')
    const items = result.kind === 'feed' ? result.document.items : []
    return reviewDifferences(items, readPage(body.toString('utf8')).wrong, expect)
  }
  if (expect.error) return result.kind !== 'feed' ? [] : ['unread: it should have been refused']
  if (result.kind !== 'feed')
    return [`unread: ${result.kind === 'failed' ? result.failure.message : 'taken for a web page'}`]
  return differences(result.document, expect)
}

/** @param {Map<string, Score>} scores @param {string} name @param {readonly string[]} wrong */
function note(scores, name, wrong) {
  const score = scores.get(name) ?? { right: 0, counted: 0, all: 0 }
  scores.set(name, score)
  score.all += 1
  if (wrong.length === 0) score.right += 1
  if (!wrong.some((what) => /^unread: | (?:items|feeds), not /.test(what))) score.counted += 1
}

/** @param {string} name @param {Score} score */
function row(name, { right, counted, all }) {
  const share = (/** @type {number} */ n) => `${((100 * n) / all).toFixed(1)} %`.padStart(8)
  return `${name.padEnd(40)}${String(all).padStart(5)}  right${share(right)}  right number of items${share(counted)}`
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`)
}
