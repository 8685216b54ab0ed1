import Sqlite from 'better-sqlite3'
import type { Failure } from '../../contract/failure.ts'

/** Names what went wrong with a file or the disk, or null when the error is about something else. */
export function failureOfSqlite(error: unknown): Failure | null {
  const code = error instanceof Sqlite.SqliteError ? error.code : errnoOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return DISK_FULL
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return READ_ONLY
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return DAMAGED
  if (code === 'EACCES' || code === 'EPERM' || code.startsWith('SQLITE_CANTOPEN')) return NO_PERMISSION
  return null
}

function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const DISK_FULL: Failure = {
  kind: 'disk-full',
  message: 'The disk is full. What was acknowledged before is safe; the last step was not done.',
  hint: 'Free some space and do it again.',
}
const READ_ONLY: Failure = {
  kind: 'read-only',
  message: 'The data folder cannot be written to. The last step was not done.',
  hint: 'Make the folder writable and do it again.',
}
const DAMAGED: Failure = {
  kind: 'damaged-file',
  message: 'A brand’s file is damaged. The other brands are not touched.',
  hint: 'Put a backup of it in its place; the damaged file is kept.',
}
const NO_PERMISSION: Failure = {
  kind: 'no-permission',
  message: 'The system does not let Ventanilla open that file or folder.',
  hint: 'Choose another place, or change its permissions.',
}
