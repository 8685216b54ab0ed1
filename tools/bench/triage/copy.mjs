// @ts-check
import { constants, copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { FEELING_VERSION } from '../../../src-main/engine/understand/version.ts'
import { startProgram } from '../program.mjs'

/** Where the file system can, without copying a byte. @param {string} from @param {string} to */
export function copyFolder(from, to) {
  mkdirSync(join(to, 'brands'), { recursive: true })
  for (const name of [
    ...readdirSync(from),
    ...readdirSync(join(from, 'brands')).map((file) => join('brands', file)),
  ]) {
    if (statSync(join(from, name)).isFile())
      copyFileSync(join(from, name), join(to, name), constants.COPYFILE_FICLONE)
  }
}

/** The files of a folder's brands, the largest first. @param {string} folder */
export function brandFiles(folder) {
  return readdirSync(join(folder, 'brands'))
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(folder, 'brands', name))
    .sort((a, b) => statSync(b).size - statSync(a).size)
}

/** Nothing in a brand's file has to be read anew. @param {string} path */
export function markUnderstood(path) {
  const db = new Sqlite(path)
  db.prepare("INSERT OR REPLACE INTO remaking VALUES ('feeling', ?, 0)").run(FEELING_VERSION)
  db.close()
}

/**
 * A copy for the window to open: its user looks at the big brand, as they did yesterday, is offline, so that nobody's network
 * counts, and no new version has to read everything anew.
 * @param {string} from @param {string} to
 */
export async function copyForWindow(from, to) {
  copyFolder(from, to)
  for (const path of brandFiles(to)) markUnderstood(path)
  const program = await startProgram(to)
  try {
    const { items } = await program.call('brands.list')
    const { brandId } = items.find((/** @type {any} */ brand) => brand.name === 'Million')
    await program.call('settings.set', { offline: true, layout: { scope: Number(brandId.slice(1)) } })
  } finally {
    await program.close()
  }
}
