// @ts-check
import { spawnSync } from 'node:child_process'
import { _electron } from 'playwright'
import { switchesForUser } from '../electron.mjs'

const WITHIN_MS = 60_000

/**
 * The packaged program under Playwright: its window shows what the engine told it.
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} env
 * @param {string} data
 */
export async function startInspectable(executable, env, data) {
  const args = [...switchesForUser(), '--data', data]
  const app = await _electron.launch({
    executablePath: executable,
    args,
    env: definedOf(env),
    timeout: WITHIN_MS,
  })
  try {
    const window = await app.firstWindow({ timeout: WITHIN_MS })
    await window.waitForSelector('[data-ready]', { state: 'attached', timeout: WITHIN_MS })
    const isPackaged = await app.evaluate((electron) => electron.app.isPackaged)
    if (!isPackaged) throw new Error('Electron takes it for a program that is not packaged.')
  } finally {
    await app.close()
  }
}

/**
 * The program as people get it. It is asked to be a Node and to listen for a debugger, and has to do neither: open its
 * window, say so, and end.
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} env
 * @param {string} data
 */
export function startShipped(executable, env, data) {
  const args = [...switchesForUser(), '--inspect=0', '--data', data, '--self-check']
  const { status, signal, stdout, stderr, error } = spawnSync(executable, args, {
    encoding: 'utf8',
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: WITHIN_MS,
    killSignal: 'SIGKILL',
  })
  const written = `It wrote:\n${stdout}${stderr}`
  if (error !== undefined) throw new Error(`${error.message}. ${written}`)
  if (status !== 0) throw new Error(`It ended with ${signal ?? `status ${status}`}. ${written}`)
  if (!stdout.split('\n').some(saysOk)) throw new Error(`It did not say that its window opened. ${written}`)
  if (stderr.includes('Debugger listening')) throw new Error(`It listens for a debugger. ${written}`)
}

/** @param {string} line */
function saysOk(line) {
  try {
    return JSON.parse(line).selfCheck === 'ok'
  } catch {
    return false
  }
}

/** @param {NodeJS.ProcessEnv} env */
function definedOf(env) {
  /** @type {Record<string, string>} */
  const defined = {}
  for (const [name, value] of Object.entries(env)) if (value !== undefined) defined[name] = value
  return defined
}
