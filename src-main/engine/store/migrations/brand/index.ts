import type { Migration } from '../../migration.ts'
import { firstTables } from './0001-first-tables.ts'
import { gathering } from './0002-gathering.ts'
import { leanMentions } from './0003-lean-mentions.ts'
import { twins } from './0004-twins.ts'
import { tagsAndRules } from './0008-tags-and-rules.ts'
import { peopleAndDrafts } from './0012-people-and-drafts.ts'

/** Order is the version number. Append only. */
export const brandMigrations: readonly Migration[] = [
  firstTables,
  gathering,
  leanMentions,
  twins,
  tagsAndRules,
  peopleAndDrafts,
]
