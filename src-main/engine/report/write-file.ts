import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { CallFailed } from '../../contract/failure.ts'
import { failureOfSqlite } from '../store/failure-of-sqlite.ts'

/** Writes a file whole or not at all; what stood there before stays until the new one is complete. */
export async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.part`
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw named(error, path)
  }
}

/** The system's error, as a failure for a person where it is one they can mend. */
function named(error: unknown, path: string): unknown {
  const known = failureOfSqlite(error)
  if (known) return new CallFailed({ ...known, facts: { file: basename(path) } })
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG') {
    return new CallFailed({
      kind: 'no-such-file',
      message: `${basename(path)} cannot be written in ${dirname(path)}: there is no such folder, or a folder of that name.`,
      hint: 'Choose another place.',
      facts: { file: basename(path) },
    })
  }
  return error
}
