// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withDisplay } from '../display.mjs'
import { follow } from '../follow.mjs'
import { nodeForTools } from '../setup/node.mjs'
import { checkout } from '../setup/places.mjs'
import { runVitest } from '../vitest.mjs'
import { brokenFiles, outcomeOfCheck, outcomeOfTests, withRunAgain } from './outcome.mjs'

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {(env: NodeJS.ProcessEnv) => Promise<import('./outcome.mjs').Outcome>} run
 */

const STAGE_WITHIN_MS = 20 * 60_000

/** @type {readonly Stage[]} */
export const quickChecks = [
  check('types', [['typescript/bin/tsc', '-b']]),
  check('lint', [
    ['eslint/bin/eslint.js', '.'],
    ['prettier/bin/prettier.cjs', '--check', '.'],
  ]),
]

/** The packaged program, started: tools/package/check.mjs. */
export const packageCheck = reporting('package:check', async (env, report) => {
  const args = [join(checkout, 'tools', 'package', 'check.mjs'), report]
  const status = await follow(nodeForTools(), args, {
    env,
    cwd: checkout,
    stdin: 'ignore',
    withinMs: STAGE_WITHIN_MS,
  })
  return readJson(report) ?? outcomeOfCheck('package:check: ended without a report', Math.max(status, 1))
})

/**
 * Everything `npm test` looks at, in order. A short sample of a longer command is one line with its seed and count.
 * @type {readonly Stage[]}
 */
export const stages = [
  ...quickChecks,
  tests('unit'),
  tests('integration'),
  tests('faults', { VENTANILLA_SEED: '1', VENTANILLA_COUNT: '6' }),
  tests('trust', { VENTANILLA_TRUST: 'sample' }),
  onDisplay(tests('e2e')),
  onDisplay(packageCheck),
]

/**
 * Commands that count as one check together. All of them run, so that one look shows all there is to mend.
 * @param {string} name
 * @param {readonly (readonly [string, ...string[]])[]} commands files in node_modules and their arguments
 * @returns {Stage}
 */
function check(name, commands) {
  return {
    name,
    run: async (env) => {
      let worst = 0
      for (const [file, ...args] of commands) {
        const command = [join(checkout, 'node_modules', file), ...args]
        const options = { env, cwd: checkout, withinMs: STAGE_WITHIN_MS }
        worst = Math.max(worst, await follow(nodeForTools(), command, { ...options, stdin: 'ignore' }))
      }
      return outcomeOfCheck(name, worst)
    },
  }
}

/**
 * A project of tests/vitest.config.ts, counted from its own report. A file that broke though no test of it failed (a
 * runner's process that died) is named and run once more: what breaks twice is broken.
 * @param {string} project
 * @param {Record<string, string>} [settings] environment variables its tests read
 */
function tests(project, settings = {}) {
  return reporting(project, async (env, report) => {
    const options = { env: { ...env, ...settings }, withinMs: STAGE_WITHIN_MS }
    /** @param {string} into @param {readonly string[]} files */
    const runInto = async (into, files) => {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${into}`]
      const status = await runVitest(project, [...reporters, ...files], options)
      return { status, report: readJson(into) }
    }
    const first = await runInto(report, [])
    const broken = brokenFiles(first.report)
    if (broken.length === 0) return outcomeOfTests(project, first.report, first.status)
    const files = broken.map(({ name }) => name)
    process.stdout.write(`broke, and run again: ${files.join(', ')}\n`)
    const again = await runInto(`${report}.again`, files)
    return outcomeOfTests(project, withRunAgain(first.report, again.report), again.status)
  })
}

/**
 * A stage whose command writes a report, into a folder that goes with it.
 * @param {string} name
 * @param {(env: NodeJS.ProcessEnv, report: string) => Promise<import('./outcome.mjs').Outcome>} run
 * @returns {Stage}
 */
function reporting(name, run) {
  return {
    name,
    run: async (env) => {
      const folder = mkdtempSync(join(tmpdir(), 'ventanilla-test-'))
      try {
        return await run(env, join(folder, 'report.json'))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** @param {string} file */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** @param {Stage} stage @returns {Stage} */
function onDisplay(stage) {
  return { name: stage.name, run: (env) => withDisplay(env, stage.run) }
}
