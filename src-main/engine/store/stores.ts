import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { newUid } from './uid.ts'
import { CallFailed, type Failure } from '../../contract/failure.ts'
import type { BrandId } from '../../contract/ids.ts'
import type { BrandFile } from './brand-file.ts'
import { failureOfSqlite } from './failure-of-sqlite.ts'
import { brandId } from './ids.ts'
import { lockFolder } from './lock.ts'
import { brandMigrations } from './migrations/brand/index.ts'
import { installMigrations } from './migrations/install/index.ts'
import { openFile } from './open.ts'
import { prepared } from './prepared.ts'

interface BrandRow {
  readonly id: number
  readonly uid: string
}

/** Every file of one data folder: the install's small one, and a file per brand, opened when needed. */
export interface Stores {
  readonly folder: string
  readonly install: Database
  readonly installUid: string
  /** In the order the user likes. */
  readonly brandIds: () => readonly BrandId[]
  /** Every brand that can be opened, and why the others cannot: damage stays in one brand. */
  readonly openBrands: () => OpenedBrands
  /** Throws `not-found`, `newer-file` or `damaged-file`; the other brands are not touched by it. */
  readonly brand: (id: BrandId) => BrandFile
  /** `fill` writes what a brand's file must hold before the install knows of it: all of it or no brand. */
  readonly addBrand: (now: number, fill: (file: BrandFile) => void) => BrandFile
  /** Forgets a brand and deletes its files. */
  readonly eraseBrand: (id: BrandId) => void
  readonly close: () => void
}

export interface OpenedBrands {
  readonly files: readonly BrandFile[]
  readonly unopened: readonly {
    readonly brandId: BrandId
    readonly path: string
    readonly failure: Failure
  }[]
}

export interface StoresOptions {
  readonly folder: string
  readonly binding: string | null
  /** Called once for each brand file when it is opened, before anyone else sees it. */
  readonly onOpen?: (file: BrandFile) => void
}

/** Where a brand's file lies in a data folder. */
export function brandPath(folder: string, uid: string): string {
  return join(folder, 'brands', `${uid}.sqlite`)
}

/** Opens a data folder, alone: throws `in-use` when another engine has it. */
export function openStores(options: StoresOptions): Stores {
  const { folder, binding } = options
  mkdirSync(join(folder, 'brands'), { recursive: true })
  const unlock = lockFolder(folder, binding)
  const open = new Map<BrandId, BrandFile>()
  try {
    const install = openInstall(options)
    const installUid = uidOf(install)
    const openBrand = (row: BrandRow): BrandFile => openBrandFile(options, installUid, row)
    const brandIds = () =>
      prepared<[], { id: number }>(install, 'SELECT id FROM brand ORDER BY place, id')
        .all()
        .map(({ id }) => brandId(id))
    const brand = (id: BrandId): BrandFile => {
      const known = open.get(id)
      if (known) return known
      const row = findBrand(install, id)
      refuseMissing(brandPath(folder, row.uid))
      const file = openBrand(row)
      open.set(id, file)
      return file
    }
    return {
      folder,
      install,
      installUid,
      brandIds,
      brand,
      openBrands: () => openEach(brandIds(), brand, (id) => brandPath(folder, findBrand(install, id).uid)),
      addBrand: (now, fill) => {
        const unlisted = openBrand({ id: 0, uid: newUid() })
        fillOrDelete(folder, unlisted, fill)
        const file = { ...unlisted, brandId: brandId(listBrand(install, unlisted.uid, now)) }
        open.set(file.brandId, file)
        return file
      },
      eraseBrand: (id) => {
        const { uid } = findBrand(install, id)
        open.get(id)?.db.close()
        open.delete(id)
        install.prepare('DELETE FROM brand WHERE uid = ?').run(uid)
        deleteBrandFiles(folder, uid)
      },
      close: () => {
        for (const { db } of open.values()) db.close()
        install.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function openInstall({ folder, binding }: StoresOptions): Database {
  return openFile({
    path: join(folder, 'install.sqlite'),
    migrations: installMigrations,
    backups: join(folder, 'backups'),
    binding,
    synchronous: 'FULL',
  })
}

function uidOf(install: Database): string {
  install.prepare('INSERT OR IGNORE INTO install (id, uid) VALUES (1, ?)').run(newUid())
  const row = install.prepare<[], { uid: string }>('SELECT uid FROM install').get()
  if (!row) throw new Error('The install has no uid.')
  return row.uid
}

function findBrand(install: Database, id: BrandId): BrandRow {
  const row = install
    .prepare<[number], BrandRow>('SELECT id, uid FROM brand WHERE id = ?')
    .get(Number(id.slice(1)))
  if (row) return row
  throw new CallFailed({
    kind: 'not-found',
    message: `There is no brand ${id} here.`,
    hint: 'brands.list says which there are.',
  })
}

function openEach(
  ids: readonly BrandId[],
  open: (id: BrandId) => BrandFile,
  pathOf: (id: BrandId) => string,
): OpenedBrands {
  const files: BrandFile[] = []
  const unopened: { brandId: BrandId; path: string; failure: Failure }[] = []
  for (const id of ids) {
    try {
      files.push(open(id))
    } catch (error) {
      const failure = error instanceof CallFailed ? error.failure : failureOfSqlite(error)
      if (failure === null) throw error
      unopened.push({ brandId: id, path: pathOf(id), failure })
    }
  }
  return { files, unopened }
}

function fillOrDelete(folder: string, file: BrandFile, fill: (file: BrandFile) => void): void {
  try {
    fill(file)
  } catch (error) {
    file.db.close()
    deleteBrandFiles(folder, file.uid)
    throw error
  }
}

/** SQLite would make a new, empty file of a brand whose own is gone. */
function refuseMissing(path: string): void {
  if (existsSync(path)) return
  throw new CallFailed({
    kind: 'missing-file',
    message: `A brand’s file is missing: ${basename(path)}. Nothing was put in its place.`,
    hint: 'Put a backup of it there.',
    facts: { file: basename(path) },
  })
}

function listBrand(install: Database, uid: string, now: number): number {
  const { lastInsertRowid } = install
    .prepare<[string, number]>(
      'INSERT INTO brand (uid, place, added_at) VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM brand), ?)',
    )
    .run(uid, now)
  return Number(lastInsertRowid)
}

function openBrandFile(
  { folder, binding, onOpen }: StoresOptions,
  installUid: string,
  { id, uid }: BrandRow,
): BrandFile {
  const path = brandPath(folder, uid)
  const db = openFile({
    path,
    migrations: brandMigrations,
    backups: join(folder, 'backups'),
    binding,
    synchronous: 'FULL',
  })
  const file = {
    brandId: brandId(id),
    uid,
    db,
    path,
    repliesPath: path.replace(/\.sqlite$/, '.replies.jsonl'),
    installUid,
  }
  onOpen?.(file)
  return file
}

/** Its file, its replies journal and its backups: every file that carries the brand's uid in its name. */
function deleteBrandFiles(folder: string, uid: string): void {
  for (const room of ['brands', 'backups']) {
    const within = join(folder, room)
    if (!existsSync(within)) continue
    for (const entry of readdirSync(within, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && entry.name.startsWith(uid)) rmSync(join(entry.parentPath, entry.name))
    }
  }
}
