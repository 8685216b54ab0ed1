// @ts-check
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether the terminal's feed reader is there to be compared with. */
export function hasNewsboat() {
  return spawnSync('newsboat', ['--version']).status === 0
}

/**
 * Has newsboat gather the same feeds (all but JSON Feed, which it does not read): ms of the first load, and of a load in
 * which nothing has changed. It keeps validators only from the second load on, so the third is the unchanged one.
 * @param {readonly string[]} urls
 */
export function measureNewsboat(urls) {
  const folder = mkdtempSync(join(tmpdir(), 'newsboat-'))
  try {
    writeFileSync(join(folder, 'config'), 'reload-threads 4\n')
    writeFileSync(
      join(folder, 'urls'),
      urls.filter((_, index) => index % 20 < 16 || index % 20 > 17).join('\n'),
    )
    const reload = () => {
      const started = performance.now()
      const run = spawnSync('newsboat', [
        ...['-u', join(folder, 'urls')],
        ...['-C', join(folder, 'config')],
        ...['-c', join(folder, 'cache.db')],
        ...['-x', 'reload'],
      ])
      if (run.status !== 0) throw new Error(`newsboat: ${String(run.stderr)}`)
      return performance.now() - started
    }
    const first = reload()
    reload()
    return { first, unchanged: reload() }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
