// @ts-check
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkout } from './places.mjs'
import { run } from './run.mjs'

/**
 * Runs npm in the checkout, where the project's own .npmrc counts. npm knows the registry, its password, the proxy
 * and the certificates; nothing here does.
 * @param {readonly string[]} args
 */
export function npm(args) {
  const { command, first } = findNpm()
  // `npm run --silent` would make the npm inside silent too, and a failure would have no text.
  return run(command, [...first, ...args, '--loglevel=error'], { cwd: checkout })
}

/** npm is a script: started with Node itself it needs no shell, on Windows neither. */
function findNpm() {
  const node = process.env['npm_node_execpath'] ?? process.execPath
  const running = process.env['npm_execpath']
  if (running !== undefined && basename(running) === 'npm-cli.js') return { command: node, first: [running] }
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  if (existsSync(beside)) return { command: process.execPath, first: [beside] }
  return { command: 'npm', first: [] }
}
