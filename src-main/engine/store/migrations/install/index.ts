import type { Migration } from '../../migration.ts'
import { firstTables } from './0001-first-tables.ts'

/** Order is the version number. Append only. */
export const installMigrations: readonly Migration[] = [firstTables]
