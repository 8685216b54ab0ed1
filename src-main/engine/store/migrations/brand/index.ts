import type { Migration } from '../../migration.ts'
import { firstTables } from './0001-first-tables.ts'
import { gathering } from './0002-gathering.ts'
import { leanMentions } from './0003-lean-mentions.ts'
import { twins } from './0004-twins.ts'
import { secondLook } from './0011-second-look.ts'

/** Order is the version number. Append only. */
export const brandMigrations: readonly Migration[] = [firstTables, gathering, leanMentions, twins, secondLook]
