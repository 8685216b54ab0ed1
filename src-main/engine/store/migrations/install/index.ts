import type { Migration } from '../../migration.ts'
import { firstTables } from './0001-first-tables.ts'
import { gatherLimits } from './0002-gather-limits.ts'
import { sharedViews } from './0003-shared-views.ts'

/** Order is the version number. Append only. */
export const installMigrations: readonly Migration[] = [firstTables, gatherLimits, sharedViews]
