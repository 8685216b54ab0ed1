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

/**
 * Everything `npm test` looks at, in order. A short sample of a longer command is one line with its seed and count:
 * tests('faults', { VENTANILLA_SEED: '1', VENTANILLA_COUNT: '20' }).
 * @type {readonly Stage[]}
 */
export const stages = [...quickChecks, tests('unit'), tests('integration'), onDisplay(tests('e2e'))]

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
 * @returns {Stage}
 */
function tests(project, settings = {}) {
  return {
    name: project,
    run: async (env) => {
      const folder = mkdtempSync(join(tmpdir(), 'ventanilla-test-'))
      try {
        const file = join(folder, 'report.json')
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
        const options = { env: { ...env, ...settings }, withinMs: STAGE_WITHIN_MS }
        const status = await runVitest(project, reporters, options)
        const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
        return outcomeOfTests(project, report, status)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** @param {Stage} stage @returns {Stage} */
function onDisplay(stage) {
  return { name: stage.name, run: (env) => withDisplay(env, stage.run) }
}
