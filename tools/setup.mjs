// @ts-check
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from './setup/build.mjs'
import { dependencies } from './setup/dependencies.mjs'
import { provideAddon, provideElectron } from './setup/electron.mjs'
import { ensure } from './setup/part.mjs'
import { SetUpFailed, exitWith, sayTo } from './setup/say.mjs'
import { systemFor } from './setup/system.mjs'

/** @typedef {import('./setup/say.mjs').Say} Say */

const OLDEST_NODE = [20, 19]

/**
 * The npm packages. Every other part needs them.
 * @param {Say} say
 */
export async function setUpDependencies(say) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new SetUpFailed(
      `Ventanilla needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`,
    )
  }
  await ensure(dependencies, say)
}

/**
 * The built program in out/: all that the command line needs.
 * @param {Say} say
 */
export async function setUpProgram(say) {
  await setUpDependencies(say)
  await ensure(build, say)
}

/**
 * An Electron that can open a window here, what the system must have for it, and the database addon.
 * @param {Say} say
 */
export async function setUpElectron(say) {
  await setUpDependencies(say)
  const electron = await provideElectron(say)
  await ensure(systemFor(electron), say)
  await provideAddon(electron, say)
  return electron
}

/**
 * Everything.
 * @param {Say} say
 */
export async function setUpAll(say) {
  const electron = await setUpElectron(say)
  await ensure(build, say)
  return electron
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  await exitWith(async () => {
    await setUpAll(sayTo(process.stdout))
    return 0
  })
}
