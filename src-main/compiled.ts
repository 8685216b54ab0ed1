import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { writeWhole } from './write-whole.ts'

/** So long after a start that keeping what was compiled holds up nobody, and has all of it that a start needs. */
const KEEP_AFTER_MS = 3000
const DIGEST_BYTES = 32

interface Module {
  readonly exports: object
}
type Wrapped = (require: (id: string) => unknown, exports: object, module: Module, file: string) => void

/**
 * Answers what loads the files of a bundle (CommonJS, each of another name) with what V8 compiled of them at an earlier start,
 * kept in `folder`: parsing them anew takes a third of the engine's start. A file of which nothing is kept, or something of
 * another, is compiled, and kept a moment later.
 */
export function loaderOf(folder: string, later: (keep: () => void) => void): (file: string) => object {
  const modules = new Map<string, Module>()
  const load = (file: string): object => {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const others: (id: string) => unknown = createRequire(file)
    const require = (id: string) => (id.startsWith('.') ? load(join(dirname(file), id)) : others(id))
    compile(file, join(folder, basename(file)), later)(require, module.exports, module, file)
    return module.exports
  }
  return load
}

/** Keeps it when the start is over. */
export function afterStart(keep: () => void): void {
  setTimeout(keep, KEEP_AFTER_MS).unref()
}

function compile(file: string, kept: string, later: (keep: () => void) => void): Wrapped {
  const source = readFileSync(file)
  const cachedData = readKept(kept, source)
  const script = new Script(
    `(function (require, exports, module, __filename) {${source.toString('utf8')}\n})`,
    { filename: file, ...(cachedData !== null && { cachedData }) },
  )
  if (script.cachedDataRejected !== false) later(() => keep(kept, source, script.createCachedData()))
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the function that is written above
  return script.runInThisContext() as Wrapped
}

/** V8 believes what it is given, down to the crash: only what was written whole, for this source, is taken. */
function readKept(path: string, source: Buffer): Buffer | null {
  try {
    const file = readFileSync(path)
    const compiled = file.subarray(DIGEST_BYTES)
    return digest(source, compiled).equals(file.subarray(0, DIGEST_BYTES)) ? compiled : null
  } catch {
    return null
  }
}

/** Where it cannot be kept, the engine starts a little later each time, and nothing else. */
function keep(path: string, source: Buffer, compiled: Buffer): void {
  try {
    writeWhole(path, Buffer.concat([digest(source, compiled), compiled]))
  } catch {
    // As it was.
  }
}

function digest(source: Buffer, compiled: Buffer): Buffer {
  return createHash('sha256').update(source).update(compiled).digest()
}
