import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

/** A conversation of two and one of one, a person known under two handles, and a reply. */
const AS_IT_WAS = `
  INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
    VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6);
  INSERT INTO person (id, uid, first_name, created_at) VALUES (1, 'p1', '', 1), (2, 'p2', 'Lucía', 1);
  INSERT INTO author (id, person_id, key, host, name) VALUES (1, 2, 'a', 'blog.example', 'lucia'), (2, 1, 'b', 'blog.example', 'Pau'),
    (3, 2, 'c', 'foro.example', 'lucia_m');
  INSERT INTO conversation (id, uid, key, our_last_at) VALUES (1, 'c1', 'blog.example x', 70), (2, 'c2', NULL, NULL);
  INSERT INTO mention (id, uid, identity, source_id, guid_hash, external_id, author_id, conversation_id, kind, gathered_at, our_voice, content_hash)
    VALUES (100, 'm1', x'01', 1, 1, 'x', 1, 1, 'post', 9, 0, 1), (200, 'm2', x'02', 1, 2, 'y', 2, 2, 'post', 9, 0, 1),
      (300, 'm3', x'03', 1, 3, 'z', 3, 1, 'comment', 9, 0, 1);
  INSERT INTO mention_text SELECT id, 'T', 'B', 'A', NULL, 'es' FROM mention;
  INSERT INTO mention_state (id, status, unanswered) SELECT id, 1, 0 FROM mention;
  INSERT INTO reply (id, uid, mention_id, conversation_id, body, channel, state, queued_at) VALUES (1, 'r', 300, 1, 'Hola', 'by-hand', 'sent', 60);
  INSERT INTO act (id, uid, install_uid, number, at, who, kind, count, undoable) VALUES (1, 'act', 'i', 1, 1, 'user', 'person', 1, 1);
  INSERT INTO act_change VALUES (1, 'person', 2, 'first_name', '', 'Lucía');`

test('who said what to whom, and what is known of them, is the same after people and conversations lost their empty rows', () => {
  const db = new Sqlite(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, brandMigrations, 2)
  db.exec(AS_IT_WAS)

  migrate(db, brandMigrations, 3)

  expect(db.prepare('SELECT id, uid, conversation_id, author_id FROM mention').raw().all()).toEqual([
    [100, 'm1', 100, 1],
    [200, 'm2', 200, 2],
    [300, 'm3', 100, 3],
  ])
  expect(db.prepare('SELECT id, key, our_last_at FROM conversation ORDER BY id').raw().all()).toEqual([
    [100, 'blog.example x', 70],
    [200, null, null],
  ])
  expect(db.prepare('SELECT id, person_id FROM author ORDER BY id').raw().all()).toEqual([
    [1, 1],
    [2, 2],
    [3, 1],
  ])
  expect(db.prepare('SELECT id, uid, first_name FROM person').raw().all()).toEqual([
    [1, 'p2', 'Lucía'],
    [2, 'p1', ''],
  ])
  expect(db.prepare('SELECT conversation_id FROM reply').raw().all()).toEqual([[100]])
  expect(db.prepare("SELECT row_id FROM act_change WHERE subject = 'person'").raw().all()).toEqual([[1]])
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a step that would leave a row pointing to nothing is not taken', () => {
  const db = new Sqlite(':memory:')
  db.pragma('foreign_keys = ON')
  const broken = { name: 'broken', up: () => db.exec('DELETE FROM source') }
  migrate(db, brandMigrations, 1)
  db.exec(AS_IT_WAS)
  expect(() => migrate(db, [...brandMigrations.slice(0, 1), broken])).toThrow(/point to nothing/)
  expect(db.pragma('user_version', { simple: true })).toBe(1)
  expect(db.prepare('SELECT count(*) FROM source').raw().get()).toEqual([1])
})
