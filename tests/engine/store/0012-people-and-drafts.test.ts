import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('who is known and what is being written stays as it is; nobody was told apart, nothing was kept or asked yet', () => {
  const db = new Sqlite(':memory:')
  const at = brandMigrations.findIndex(({ name }) => name.endsWith('people-and-drafts'))
  migrate(db, brandMigrations, at)
  db.exec(`
    INSERT INTO author (id, person_id, key, host, name, handle, url)
      VALUES (1, 1, 'foro.example @lu', 'foro.example', 'Lu', 'lu', NULL), (2, 1, 'b.example Lu', 'b.example', 'Lu', NULL, NULL);
    INSERT INTO person (id, uid, first_name, address, notes) VALUES (1, 'p1', 'Lucía', 'usted', 'Llamar');
    INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
      VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6);
    INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
      VALUES (100, 'm1', x'01', 1, 100, 'post', 9, 0, 1);
    INSERT INTO draft (id, uid, mention_id, body, saved_at) VALUES (1, 'd1', 100, 'Lucía, tienes raz', 7)`)

  migrate(db, brandMigrations, at + 1)

  const all = (sql: string) => db.prepare(sql).raw().all()
  expect(all('SELECT id, first_name, address, notes, apart FROM person')).toEqual([
    [1, 'Lucía', 'usted', 'Llamar', '[]'],
  ])
  expect(all('SELECT id, person_id, handle_key, network, profile_key FROM author')).toEqual([
    [1, 1, null, null, null],
    [2, 1, null, null, null],
  ])
  expect(all('SELECT mention_id, body FROM draft')).toEqual([[100, 'Lucía, tienes raz']])
  for (const table of ['draft_version', 'draft_reading', 'heard', 'fact', 'spelling_word'])
    expect(all(`SELECT * FROM ${table}`)).toEqual([])
})
