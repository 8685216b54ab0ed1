import type { Migration } from '../../migration.ts'

/**
 * Hardly any conversation has more than one mention, whose own row says so: an index of all of them was written all over by
 * whatever brought old reviews, to say it again.
 */
export const conversationsOfSeveral: Migration = {
  name: '0020-conversations-of-several',
  up: (db) => {
    db.exec(`
      DROP INDEX mention_conversation;
      CREATE INDEX mention_conversation ON mention (conversation_id) WHERE conversation_id <> id;
    `)
  },
}
