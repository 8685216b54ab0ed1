import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a small file, all of it or nothing. `mode`: who may read it. Throws what the system says. */
export function writeWhole(path: string, content: string | Buffer, mode = 0o666): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, content, { mode })
  renameSync(`${path}.new`, path)
}
