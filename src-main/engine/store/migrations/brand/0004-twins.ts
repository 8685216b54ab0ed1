import type { Migration } from '../../migration.ts'

/** Two mentions that say the same have to find each other by their address too, and to say why they are together. */
export const twins: Migration = {
  name: '0004-twins',
  up: (db) => {
    db.exec(`
      -- Of the address without tracking parameters, 48 bits; NULL where it shows other things as well. No index: the
      -- few that may be twins, those around the same time, are kept in memory while something is saved.
      ALTER TABLE mention ADD COLUMN address_hash INTEGER;
      -- By the address, by the words, or by the user: what the user put together, no edit takes apart.
      ALTER TABLE mention_twin ADD COLUMN why TEXT NOT NULL DEFAULT 'same-text'
        CHECK (why IN ('same-address', 'same-text', 'by-hand'));
    `)
  },
}
