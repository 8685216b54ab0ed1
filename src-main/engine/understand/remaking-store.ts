import type { Database } from 'better-sqlite3'
import { prepared } from '../store/prepared.ts'
import { FEELING_VERSION } from './version.ts'

/** What is made anew of texts: everything after a new version, what waits after a correction. */
export type Remade = 'feeling' | 'learnt'
export const REMADE: readonly Remade[] = ['feeling', 'learnt']

/** Whether anything is to be made anew; only then what it takes is loaded. */
export function hasToRemake(db: Database): boolean {
  return !isOfThisVersion(db) || REMADE.some((what) => whereIs(db, what) > 0)
}

export function isOfThisVersion(db: Database): boolean {
  const sql = "SELECT version FROM remaking WHERE what = 'feeling'"
  return prepared<[], { version: number }>(db, sql).get()?.version === FEELING_VERSION
}

/** The row below which something is still to do; 0 where all is done. */
export function whereIs(db: Database, what: Remade): number {
  const sql = 'SELECT below FROM remaking WHERE what = ?'
  return prepared<[string], { below: number }>(db, sql).get(what)?.below ?? 0
}
