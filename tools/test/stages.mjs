// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withDisplay } from '../display.mjs'
import { follow } from '../follow.mjs'
import { nodeForTools } from '../setup/node.mjs'
import { checkout } from '../setup/places.mjs'
import { runVitest } from '../vitest.mjs'
import { outcomeOfCheck, outcomeOfTests } from './outcome.mjs'

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
 * A project of tests/vitest.config.ts, counted from its own report.
 * @param {string} project
 * @param {Record<string, string>} [settings] environment variables its tests read
 */
function tests(project, settings = {}) {
  return reporting(project, async (env, report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const options = { env: { ...env, ...settings }, withinMs: STAGE_WITHIN_MS }
    const status = await runVitest(project, reporters, options)
    return outcomeOfTests(project, readJson(report), status)
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
