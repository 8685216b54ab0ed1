// @ts-check
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Tells every half second how many bytes a folder holds.
 * @param {string} folder
 * @param {(bytes: number) => void} tell
 * @returns {() => void} stops it
 */
export function watchGrowth(folder, tell) {
  const timer = setInterval(() => tell(sizeOf(folder)), 500)
  return () => clearInterval(timer)
}

/** @param {string} folder */
function sizeOf(folder) {
  let bytes = 0
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    // Files come and go while they are counted.
    const found = statSync(join(folder, name), { throwIfNoEntry: false })
    if (found?.isFile()) bytes += found.size
  }
  return bytes
}
