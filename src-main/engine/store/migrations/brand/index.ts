import type { Migration } from '../../migration.ts'
import { firstTables } from './0001-first-tables.ts'
import { gathering } from './0002-gathering.ts'

/** Order is the version number. Append only. */
export const brandMigrations: readonly Migration[] = [firstTables, gathering]
