// @ts-check
// Run by tools/package.mjs with the newer Node: release.mjs [TARGET…]
import { join } from 'node:path'
import { findElectron } from '../setup/electron.mjs'
import { checkout } from '../setup/places.mjs'
import { pack } from './builder.mjs'
import { shippedFuses } from './fuses.mjs'

const TARGETS = { linux: ['AppImage', 'deb'], darwin: ['dmg'], win32: ['nsis'] }

const electron = findElectron()
// Looked at again here, because this file can be started without tools/package.mjs.
if (electron?.kind !== 'official') throw new Error('A release is made with the official Electron only.')

const asked = process.argv.slice(2)
const usual = Object.entries(TARGETS).find(([platform]) => platform === process.platform)?.[1] ?? ['dir']
const { files } = await pack({
  electron,
  name: 'Ventanilla',
  output: join(checkout, 'dist', 'release'),
  fuses: shippedFuses,
  targets: asked.length > 0 ? asked : usual,
})
for (const file of files) process.stdout.write(`${file}\n`)
