// @ts-check
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { environmentForTools, nodeForTools } from './node.mjs'
import { checkout } from './places.mjs'
import { run } from './run.mjs'
import { hashOf, stampSays, writeStamp } from './stamp.mjs'

const STAMP = join(checkout, 'out', '.built')
const SOURCES = [
  'src-main',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'engine.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]

/** @type {import('./part.mjs').Part} */
export const build = {
  name: 'building',
  lock: join(checkout, 'out', '.setup.lock'),
  isReady: () => stampSays(STAMP, wanted()) && existsSync(join(checkout, 'out', 'main', 'main.js')),
  make: async (say) => {
    say.line('building')
    // Hashed before the build reads the sources: what is edited meanwhile is built again next time.
    const sources = wanted()
    forgetBuild()
    const how = { cwd: checkout, env: { ...environmentForTools(), NODE_ENV: 'production' } }
    const tool = (/** @type {string} */ name) => join(checkout, 'node_modules', name, 'bin', `${name}.js`)
    await run(nodeForTools(), [tool('electron-vite'), 'build'], how)
    await run(nodeForTools(), [tool('vite'), 'build', '--config', 'engine.vite.config.ts'], how)
    mkdirSync(join(checkout, 'out'), { recursive: true })
    writeStamp(STAMP, sources)
  },
}

/** For whoever writes into out/ in another way: the next start builds again. */
export function forgetBuild() {
  rmSync(STAMP, { force: true })
}

function wanted() {
  return hashOf(checkout, SOURCES)
}
