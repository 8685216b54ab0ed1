// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cache, checkout } from './places.mjs'
import { run } from './run.mjs'

const SQLITE = join(checkout, 'node_modules', 'better-sqlite3')
const HEADERS = [
  join(checkout, 'node_modules', 'node-api-headers', 'include'),
  join(checkout, 'node_modules', 'node-addon-api'),
  join(SQLITE, 'deps', 'sqlite3'),
]
const BOXED_REFERENCES = fileURLToPath(new URL('boxed-references.h', import.meta.url))

const SQLITE_OPTIONS = ['-std=c99', '-w', '-O2', '-fPIC', '-DNDEBUG']
// binding.gyp's, but for the Node-API version.
const ADDON_OPTIONS = [
  ...['-std=c++20', '-O2', '-fPIC', '-fvisibility=hidden', '-fvisibility-inlines-hidden', '-DNDEBUG'],
  ...['-DNAPI_VERSION=9', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
]
const LINK_OPTIONS = ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl']

/**
 * better-sqlite3's addon for an Electron of Node-API 9: compiled here, because the one in the package is for
 * Node-API 10 and ends in a segmentation fault there. See boxed-references.h.
 */
export function addonFile() {
  const { version } = JSON.parse(readFileSync(join(SQLITE, 'package.json'), 'utf8'))
  const how = JSON.stringify([SQLITE_OPTIONS, ADDON_OPTIONS, LINK_OPTIONS])
  const ours = createHash('sha256')
    .update(readFileSync(BOXED_REFERENCES))
    .update(how)
    .digest('hex')
    .slice(0, 12)
  return join(cache, `better-sqlite3-${version}-node-api-9-${ours}.node`)
}

/** @type {import('./part.mjs').Part} */
export const addon = {
  name: 'compiling better-sqlite3',
  lock: join(cache, 'addon.lock'),
  isReady: () => existsSync(addonFile()),
  make: async (say) => {
    say.line('compiling better-sqlite3 for it, once (about 40 s)')
    const work = join(cache, 'addon.work')
    // What a killed run left here; the lock says that nobody is in it.
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    const stopping = new AbortController()
    try {
      const both = [compileSqlite(work, stopping.signal), compileAddon(work, stopping.signal)]
      const objects = await Promise.all(both)
      const linked = join(work, 'better_sqlite3.node')
      await run('g++', ['-o', linked, ...objects, ...LINK_OPTIONS])
      renameSync(linked, addonFile())
    } finally {
      stopping.abort()
      rmSync(work, { recursive: true, force: true })
    }
  },
}

/** @param {string} work @param {AbortSignal} signal */
async function compileSqlite(work, signal) {
  const object = join(work, 'sqlite3.o')
  const source = join(SQLITE, 'deps', 'sqlite3', 'sqlite3.c')
  await run('gcc', [...SQLITE_OPTIONS, ...sqliteDefines(), '-c', source, '-o', object], { signal })
  return object
}

/** @param {string} work @param {AbortSignal} signal */
async function compileAddon(work, signal) {
  const object = join(work, 'better_sqlite3.o')
  const source = join(SQLITE, 'src', 'better_sqlite3.cpp')
  const headers = [...HEADERS.map((folder) => `-I${folder}`), '-include', BOXED_REFERENCES]
  await run('g++', [...ADDON_OPTIONS, ...headers, '-c', source, '-o', object], { signal })
  return object
}

/** SQLite compiled with the very options of the package, read from its own list. */
function sqliteDefines() {
  const list = readFileSync(join(SQLITE, 'deps', 'defines.gypi'), 'utf8')
  return [...list.matchAll(/'([A-Z]\w*(?:=[^']*)?)'/g)].map((found) => `-D${found[1]}`)
}
