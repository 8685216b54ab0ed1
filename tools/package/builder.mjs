// @ts-check
import { build, Platform } from 'electron-builder'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkout } from '../setup/places.mjs'
import { setFuses } from './fuses.mjs'

/**
 * @typedef {object} Wanted
 * @property {import('../setup/electron.mjs').Electron} electron
 * @property {string} name the program's
 * @property {string} output
 * @property {import('./fuses.mjs').Fuses} fuses
 * @property {readonly string[]} targets electron-builder's names; "dir" is the unpacked directory
 */

// The program is bundled: of node_modules it needs the database, of that the part that runs, and the dictionaries.
const FILES = [
  'package.json',
  'out/{main,preload,renderer}/**',
  '!out/main/cli.js',
  'resources/**',
  '!node_modules/**',
  'node_modules/better-sqlite3/{package.json,LICENSE,lib/**}',
  'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  // Dictionaries are data of their own, each with its licence.
  'node_modules/dictionary-{es,en,en-gb,pt}/{package.json,license,index.aff,index.dic}',
]

/**
 * Packs the built program with an Electron, its fuses set.
 * @param {Wanted} wanted
 */
export async function pack({ electron, name, output, fuses, targets }) {
  let executable = ''
  const files = await build({
    projectDir: checkout,
    publish: 'never',
    targets: Platform.current().createTarget([...targets]),
    config: {
      appId: 'io.github.ventanilla',
      icon: 'resources/icon.png',
      productName: name,
      electronVersion: electron.version,
      electronDist: electron.folder,
      directories: { output },
      files: FILES,
      // A library is loaded by the system, which does not know archives.
      asarUnpack: ['**/*.node'],
      npmRebuild: false,
      linux: { executableName: 'ventanilla', category: 'Office' },
      win: { executableName: 'Ventanilla' },
      afterPack: async ({ appOutDir }) => {
        executable = executableOf(appOutDir, name)
        rmSync(join(resourcesOf(executable), 'default_app.asar'), { force: true })
        await setFuses(executable, fuses)
      },
    },
  })
  return { executable, files }
}

/**
 * @param {string} folder the unpacked directory
 * @param {string} name
 */
function executableOf(folder, name) {
  switch (process.platform) {
    case 'darwin':
      return join(folder, `${name}.app`, 'Contents', 'MacOS', name)
    case 'win32':
      return join(folder, 'Ventanilla.exe')
    default:
      return join(folder, 'ventanilla')
  }
}

/** @param {string} executable */
function resourcesOf(executable) {
  const folder = dirname(executable)
  return process.platform === 'darwin' ? join(dirname(folder), 'Resources') : join(folder, 'resources')
}
