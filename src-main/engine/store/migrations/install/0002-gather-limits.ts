import type { Migration } from '../../migration.ts'

export const gatherLimits: Migration = {
  name: '0002-gather-limits',
  up: (db) => {
    // One interval for every source became two limits between which each has its own: none is asked less often than before.
    db.exec("UPDATE preference SET name = 'gatherMostMinutes' WHERE name = 'gatherEveryMinutes'")
  },
}
