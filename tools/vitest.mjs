// @ts-check
import { join } from 'node:path'
import { follow } from './follow.mjs'
import { nodeForTools } from './setup/node.mjs'
import { checkout } from './setup/places.mjs'

/**
 * Runs one project of tests/vitest.config.ts and gives the exit status.
 * @param {string} project
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, withinMs?: number }} options
 */
export function runVitest(project, args, options) {
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs')
  const config = join(checkout, 'tests', 'vitest.config.ts')
  const all = [vitest, 'run', '--config', config, '--project', project, ...args]
  return follow(nodeForTools(), all, { ...options, cwd: checkout, stdin: 'ignore' })
}
