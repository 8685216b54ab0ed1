// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A hash of files and of everything in folders, by name and content (a checkout changes times, not contents).
 * Paths that do not exist count as nothing.
 * @param {string} base
 * @param {readonly string[]} paths relative to base
 */
export function hashOf(base, paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, base, path)
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} base @param {string} path */
function addTo(hash, base, path) {
  const full = join(base, path)
  const found = statSync(full, { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, base, `${path}/${name}`)
    return
  }
  hash.update(`${path}\0${found.size}\0`).update(readFileSync(full))
}

/** @param {string} file @param {string} value */
export function stampSays(file, value) {
  return statSync(file, { throwIfNoEntry: false }) !== undefined && readFileSync(file, 'utf8') === value
}

/** @param {string} file @param {string} value */
export function writeStamp(file, value) {
  writeFileSync(file, value)
}
