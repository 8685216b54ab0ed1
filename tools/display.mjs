// @ts-check
import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetUpFailed } from './setup/say.mjs'
import { hasDisplay } from './setup/system.mjs'

const SCREEN = '1600x1000x24'

/**
 * Does work where windows can open: on the display there is, or on a virtual one that lives as long as the work.
 * Xvfb itself rather than xvfb-run: the program then is our own child, and can be asked to quit.
 * @template T
 * @param {NodeJS.ProcessEnv} env
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDisplay(env, work) {
  if (hasDisplay()) return work(env)
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-display-'))
  const key = writeKey(folder)
  // Detached, so that Ctrl+C in the terminal reaches the program first and not the screen under it.
  const options = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-auth', key]
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
  const end = () => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', end)
  try {
    const display = await numberOf(server)
    return await work({ ...env, DISPLAY: `:${display}`, XAUTHORITY: key })
  } finally {
    process.off('exit', end)
    end()
  }
}

/**
 * The server picks a free number and tells it when it is ready.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function numberOf(server) {
  return new Promise((resolve, reject) => {
    let messages = ''
    server.stderr?.on('data', (text) => void (messages += text))
    let number = ''
    server.stdio[3]?.on('data', (text) => {
      number += text
      if (number.endsWith('\n')) resolve(number.trim())
    })
    server.on('error', (error) => reject(new SetUpFailed(`Xvfb did not start: ${error.message}`)))
    server.on('exit', () => reject(new SetUpFailed(`Xvfb ended at once:\n${messages}`)))
  })
}

/**
 * A key to the display, so that other users of the machine cannot look at it. The format is xauth's: numbers of two
 * bytes, and texts after their length.
 * @param {string} folder
 */
function writeKey(folder) {
  const ANY_ADDRESS = 0xffff
  const parts = [hostname(), '', 'MIT-MAGIC-COOKIE-1', randomBytes(16)]
  const family = Buffer.alloc(2)
  family.writeUInt16BE(ANY_ADDRESS)
  const file = join(folder, 'Xauthority')
  writeFileSync(file, Buffer.concat([family, ...parts.flatMap(withLength)]), { mode: 0o600 })
  return file
}

/** @param {string | Buffer} part */
function withLength(part) {
  const bytes = Buffer.from(part)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return [length, bytes]
}
