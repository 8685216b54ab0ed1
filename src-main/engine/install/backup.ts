import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
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
  const { files: brands, unopened } = stores.openBrands()
  copyInto(stores.install, join(into, 'install.sqlite'), binding)
  let files = 1
  for (const [done, { db, path, repliesPath }] of brands.entries()) {
    progress(done, brands.length)
    copyInto(db, join(into, 'brands', basename(path)), binding)
    files += 1
    if (!existsSync(repliesPath)) continue
    copyFileSync(repliesPath, join(into, 'brands', basename(repliesPath)))
    files += 1
  }
  // What cannot be opened is copied as it is: a newer Ventanilla, or patience, may read it.
  mkdirSync(join(into, 'brands'), { recursive: true })
  for (const { path } of unopened.filter(({ path }) => existsSync(path))) {
    copyFileSync(path, join(into, 'brands', basename(path)))
    files += 1
  }
  return files
}

/** Looks through every file; what is wrong is said file by file. */
export function checkFiles(
  stores: Stores,
  progress: CallScope['progress'],
): { file: string; ok: boolean; problems: string[] }[] {
  const { files: brands, unopened } = stores.openBrands()
  const files = [
    { file: 'install.sqlite', db: stores.install },
    ...brands.map(({ path, db }) => ({ file: basename(path), db })),
  ]
  const looked = files.map(({ file, db }, done) => {
    progress(done, files.length)
    const problems = integrityProblems(db)
    return { file, ok: problems.length === 0, problems }
  })
  const closed = unopened.map(({ path, failure }) => ({
    file: basename(path),
    ok: false,
    problems: [failure.message],
  }))
  return [...looked, ...closed]
}
