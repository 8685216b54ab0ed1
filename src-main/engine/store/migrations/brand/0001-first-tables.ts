import type { Migration } from '../../migration.ts'
import { ANSWERING_TABLES } from './tables/answering-tables-0001.ts'
import { MENTION_TABLES } from './tables/mention-tables-0001.ts'

export const firstTables: Migration = {
  name: '0001-first-tables',
  up: (db) => {
    db.exec(MENTION_TABLES)
    db.exec(ANSWERING_TABLES)
  },
}
