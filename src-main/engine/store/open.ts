import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { CallFailed } from '../../contract/failure.ts'
import { migrate, schemaVersion } from './migrate.ts'
import type { Migration } from './migration.ts'

/** "VENT": written into every file of ours, so that another program's database is never taken for one. */
const APPLICATION_ID = 0x56454e54

export type Synchronous = 'FULL' | 'NORMAL'
const SYNCHRONOUS_VALUE: Record<Synchronous, number> = { NORMAL: 1, FULL: 2 }

export interface OpenOptions {
  readonly path: string
  readonly migrations: readonly Migration[]
  /** Where a copy goes before the file is migrated. */
  readonly backups: string
  /** The addon to load instead of the package's own; see docs/ARCHITECTURE.md, "The runtime". */
  readonly binding: string | null
  /** FULL for the connection that commits the user's acts; NORMAL only for the gatherer's. */
  readonly synchronous: Synchronous
}

/**
 * Opens a file of ours, migrated to the newest schema. Throws `newer-file` and leaves the file untouched when a
 * later program wrote it, `damaged-file` when it is not a database of ours.
 */
export function openFile(options: OpenOptions): Database {
  const { path, migrations } = options
  refuseNewer(path, versionInHeader(path), migrations.length)
  const db = connect(options)
  try {
    const version = schemaVersion(db)
    if (version === 0) db.pragma(`application_id = ${APPLICATION_ID}`)
    else if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw notOurs(path)
    refuseNewer(path, version, migrations.length)
    if (version > 0 && version < migrations.length) backUpBefore(db, options, version)
    migrate(db, migrations)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Twice SQLite's own: saving writes half as many, and takes a twentieth less. */
const PAGE_BYTES = 8192

/**
 * What is gathered touches the same pages again and again: many commits share one copying of the log into the file, and an
 * act of the user does not pay for what was gathered beside it. While nobody waits, `checkpoint` does it.
 */
const CHECKPOINT_BYTES = 160 * 1_048_576
const KEPT_LOG_BYTES = 32 * 1_048_576

/** Copies what the log holds into the file, without holding up who reads or writes. */
export function checkpoint(db: Database): void {
  db.pragma('wal_checkpoint(PASSIVE)')
}

/** Another connection to a file that `openFile` has brought up to date. */
export function connect({
  path,
  binding,
  synchronous,
}: Omit<OpenOptions, 'migrations' | 'backups'>): Database {
  const db = new Sqlite(path, binding === null ? {} : { nativeBinding: binding })
  try {
    db.pragma('busy_timeout = 5000')
    // Of a file that has none yet; any other keeps its own.
    db.pragma(`page_size = ${PAGE_BYTES}`)
    db.pragma('journal_mode = WAL')
    db.pragma(`synchronous = ${synchronous}`)
    db.pragma(`journal_size_limit = ${KEPT_LOG_BYTES}`)
    db.pragma('foreign_keys = ON')
    db.pragma('temp_store = MEMORY')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    const pageBytes = Number(db.pragma('page_size', { simple: true }))
    db.pragma(`wal_autocheckpoint = ${Math.floor(CHECKPOINT_BYTES / pageBytes)}`)
    // Right after `journal_mode = WAL` a new file reports 2 and then runs at 1: only now is the answer true.
    const actual = db.pragma('synchronous', { simple: true })
    if (actual !== SYNCHRONOUS_VALUE[synchronous]) {
      throw new Error(`${basename(path)} runs at synchronous=${String(actual)}, not ${synchronous}.`)
    }
    return db
  } catch (error) {
    db.close()
    throw error instanceof Sqlite.SqliteError && error.code === 'SQLITE_NOTADB' ? notOurs(path) : error
  }
}

const MAGIC = 'SQLite format 3\0'

/**
 * `user_version` as SQLite's file format keeps it: big-endian at offset 60 of the header, the application's id at 68.
 * 0 where there is no file, or none of ours; opening it says which.
 */
function versionInHeader(path: string): number {
  if (!existsSync(path)) return 0
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    const length = readSync(file, header, 0, 100, 0)
    const isOurs =
      length === 100 &&
      header.toString('latin1', 0, 16) === MAGIC &&
      header.readUInt32BE(68) === APPLICATION_ID
    return isOurs ? header.readUInt32BE(60) : 0
  } finally {
    closeSync(file)
  }
}

function refuseNewer(path: string, version: number, newest: number): void {
  if (version <= newest) return
  throw new CallFailed({
    kind: 'newer-file',
    message: `${basename(path)} was written by a newer Ventanilla (schema ${version}; this one knows ${newest}). It was left untouched.`,
    hint: 'Start the newer Ventanilla, or update this one.',
    facts: { file: basename(path), version, newest },
  })
}

function notOurs(path: string): CallFailed {
  return new CallFailed({
    kind: 'damaged-file',
    message: `${basename(path)} is not a file Ventanilla can read. It was left untouched.`,
    hint: 'Put a backup of it in its place, or move it away.',
    facts: { file: basename(path) },
  })
}

function backUpBefore(db: Database, { path, backups, binding }: OpenOptions, version: number): void {
  mkdirSync(backups, { recursive: true })
  const copy = join(backups, `${basename(path, '.sqlite')}.before-${version + 1}.sqlite`)
  copyInto(db, copy, binding)
}

/** Copies a whole database into a new file and looks through the copy; throws when it is not sound. */
export function copyInto(db: Database, copy: string, binding: string | null): void {
  mkdirSync(dirname(copy), { recursive: true })
  rmSync(copy, { force: true })
  db.prepare('VACUUM INTO ?').run(copy)
  const check = new Sqlite(copy, { readonly: true, ...(binding === null ? {} : { nativeBinding: binding }) })
  try {
    const problems = integrityProblems(check)
    if (problems.length > 0)
      throw new Error(`The copy ${basename(copy)} is not sound: ${problems.join('; ')}`)
  } finally {
    check.close()
  }
}

/** What SQLite finds wrong with a file; empty when it is sound. */
export function integrityProblems(db: Database): string[] {
  const rows = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(20)').all()
  const broken = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  const orphans = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all()
  return [...broken, ...orphans.map(({ table }) => `a row of ${table} points to nothing`)]
}
