// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { isNodeReady, provideNode } from './node.mjs'
import { npm } from './npm.mjs'
import { checkout } from './places.mjs'
import { hashOf, stampSays, writeStamp } from './stamp.mjs'

// Inside node_modules, so that the stamp goes when the packages go.
const STAMP = join(checkout, 'node_modules', '.ventanilla-installed')

/** @type {import('./part.mjs').Part} */
export const dependencies = {
  name: 'installing the npm packages',
  lock: join(checkout, 'out', '.setup.lock'),
  isReady: () => stampSays(STAMP, wanted()) && isNodeReady(),
  make: async (say) => {
    if (!isInstalledByHand()) {
      say.line('installing the npm packages of package-lock.json')
      // better-sqlite3 brings its compiled addon, and npm would compile it all the same: without Python, a compiler
      // and Node's headers that ends badly. The one script that is wanted is run by provideNode.
      await npm([installCommand(), '--ignore-scripts', '--no-audit', '--no-fund'])
    }
    await provideNode()
    writeStamp(STAMP, wanted())
  },
}

function wanted() {
  return `${hashOf(checkout, ['package-lock.json'])} ${process.platform} ${process.arch}`
}

/** `npm ci` begins by deleting node_modules, which Windows refuses while a program in it is running us. */
function installCommand() {
  const runsFromHere = process.execPath.startsWith(join(checkout, 'node_modules') + sep)
  return process.platform === 'win32' && runsFromHere ? 'install' : 'ci'
}

/**
 * Whether `npm install` has put just what package-lock.json lists into node_modules: someone added a dependency, and
 * installing everything again would only take time. npm keeps its own list of what it put there.
 */
function isInstalledByHand() {
  const hidden = join(checkout, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const installed = packagesIn(hidden)
  return Object.entries(packagesIn(join(checkout, 'package-lock.json'))).every(([path, listed]) => {
    // The first is the project itself; packages for other systems are optional, and not there.
    if (path === '' || (listed.optional === true && installed[path] === undefined)) return true
    return installed[path]?.version === listed.version && existsSync(join(checkout, path))
  })
}

/** @param {string} file @returns {Record<string, { version: string, optional?: boolean }>} */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
