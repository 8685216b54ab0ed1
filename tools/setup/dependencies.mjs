// @ts-check
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
    say.line('installing the npm packages of package-lock.json')
    await npm([installCommand(), '--no-audit', '--no-fund'])
    await provideNode(say)
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
