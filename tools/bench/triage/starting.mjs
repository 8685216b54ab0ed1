// @ts-check
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { switchesForUser } from '../../electron.mjs'

/**
 * @typedef {object} Start
 * @property {number} main ms from its spawning until its main file runs
 * @property {number} ready until Electron is ready
 * @property {number} dom until its page is parsed
 * @property {number} usable until what was waited for is painted
 * @property {number} pss MiB of all its processes, after it has settled
 * @property {number[]} each MiB of each
 *
 * @typedef {object} Started
 * @property {string} executable
 * @property {string[]} args the program's folder, and what it is given
 * @property {readonly string[]} waitsFor selectors that must all match
 * @property {NodeJS.ProcessEnv} env
 */

const SETTLE_MS = 3000
const AT_MOST_MS = 60_000
const watcher = fileURLToPath(new URL('watch-start.cjs', import.meta.url))

/**
 * Starts a program of Electron's once, cold, and follows it until it is usable.
 * @param {Started} started
 * @returns {Promise<Start>}
 */
export function startOnce({ executable, args, waitsFor, env }) {
  const child = spawn(executable, ['-r', watcher, ...args, ...switchesForUser()], {
    env: {
      ...env,
      WATCH_BEGUN: String(performance.timeOrigin + performance.now()),
      WATCH_FOR: JSON.stringify(waitsFor),
      WATCH_SETTLE: String(SETTLE_MS),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complained = ''
  child.stdout.on('data', (text) => void (said += text))
  child.stderr.on('data', (text) => void (complained += text))
  const late = setTimeout(() => child.kill(), AT_MOST_MS)
  return new Promise((resolve, reject) => {
    child.once('close', () => {
      clearTimeout(late)
      const line = /^WATCHED (.*)$/m.exec(said)?.[1]
      if (line !== undefined) resolve(JSON.parse(line))
      else reject(new Error(`${args[0]} was not seen to start: ${complained.slice(-2000)}`))
    })
  })
}
