import { copyFileSync, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CallScope } from '../../contract/method.ts'
import type { Stores } from '../store/stores.ts'
import { copyInto, integrityProblems } from '../store/open.ts'

/** Copies every file of the data folder into `into`, each database checked after. Answers how many. */
export function backUp(
  stores: Stores,
  into: string,
  binding: string | null,
  progress: CallScope['progress'],
): number {
  const ids = stores.brandIds()
  copyInto(stores.install, join(into, 'install.sqlite'), binding)
  let files = 1
  for (const [done, id] of ids.entries()) {
    progress(done, ids.length)
    const { db, path, repliesPath } = stores.brand(id)
    copyInto(db, join(into, 'brands', basename(path)), binding)
    files += 1
    if (!existsSync(repliesPath)) continue
    copyFileSync(repliesPath, join(into, 'brands', basename(repliesPath)))
    files += 1
  }
  return files
}

/** Looks through every file; what is wrong is said file by file. */
export function checkFiles(
  stores: Stores,
  progress: CallScope['progress'],
): { file: string; ok: boolean; problems: string[] }[] {
  const files = [
    { file: 'install.sqlite', db: stores.install },
    ...stores.brandIds().map((id) => ({ file: basename(stores.brand(id).path), db: stores.brand(id).db })),
  ]
  return files.map(({ file, db }, done) => {
    progress(done, files.length)
    const problems = integrityProblems(db)
    return { file, ok: problems.length === 0, problems }
  })
}
