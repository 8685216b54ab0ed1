// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cache, checkout } from './places.mjs'
import { run } from './run.mjs'
import { hashOf } from './stamp.mjs'

const SQLITE = join(checkout, 'node_modules', 'better-sqlite3')
const HEADERS = [
  join(checkout, 'node_modules', 'node-api-headers', 'include'),
  join(checkout, 'node_modules', 'node-addon-api'),
  join(SQLITE, 'deps', 'sqlite3'),
]
const here = dirname(fileURLToPath(import.meta.url))
const BOXED_REFERENCES = join(here, 'boxed-references.h')

/**
 * better-sqlite3's addon for an Electron of Node-API 9: compiled here, because the one in the package is for
 * Node-API 10 and ends in a segmentation fault there. See boxed-references.h.
 */
export function addonFile() {
  const { version } = JSON.parse(readFileSync(join(SQLITE, 'package.json'), 'utf8'))
  const ours = hashOf(here, ['boxed-references.h', 'addon.mjs']).slice(0, 12)
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
      await run('g++', [
        '-shared',
        '-o',
        linked,
        ...objects,
        '-Wl,-Bsymbolic',
        '-Wl,--exclude-libs,ALL',
        '-ldl',
      ])
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
  const options = ['-std=c99', '-w', '-O2', '-fPIC', '-DNDEBUG', ...sqliteDefines()]
  await run('gcc', [...options, '-c', source, '-o', object], { signal })
  return object
}

/** @param {string} work @param {AbortSignal} signal */
async function compileAddon(work, signal) {
  const object = join(work, 'better_sqlite3.o')
  // binding.gyp's, but for the Node-API version.
  const defines = [
    'NDEBUG',
    'NAPI_VERSION=9',
    'NAPI_DISABLE_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  ]
  const options = ['-std=c++20', '-O2', '-fPIC', '-fvisibility=hidden', '-fvisibility-inlines-hidden']
  const source = join(SQLITE, 'src', 'better_sqlite3.cpp')
  await run(
    'g++',
    [
      ...options,
      ...defines.map((define) => `-D${define}`),
      ...HEADERS.map((folder) => `-I${folder}`),
      ...['-include', BOXED_REFERENCES, '-c', source, '-o', object],
    ],
    { signal },
  )
  return object
}

/** SQLite compiled with the very options of the package, read from its own list. */
function sqliteDefines() {
  const list = readFileSync(join(SQLITE, 'deps', 'defines.gypi'), 'utf8')
  return [...list.matchAll(/'([A-Z]\w*(?:=[^']*)?)'/g)].map((found) => `-D${found[1]}`)
}
