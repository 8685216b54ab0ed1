import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openBrand } from '../../../support/brand-shelf.ts'
import { type Said, said } from '../../../support/read-mention.ts'

const NOW = Date.parse('2026-03-10T09:00:00Z')
const LATER = NOW + 5 * 86_400_000

const question: Said = {
  id: 'q',
  title: 'Pregunta',
  text: '¿Abren el domingo?',
  by: 'Lucía',
  handle: 'lucia',
  at: '2026-03-08T10:00:00Z',
  stars: 4,
}
const more: Said = {
  id: 'm',
  title: 'Insiste',
  text: 'Sigo esperando que me digan algo.',
  by: 'Lucía',
  handle: 'lucia',
  at: '2026-03-09T10:00:00Z',
  inReplyTo: 'q',
}

const snoozed = (db: Database) =>
  db
    .prepare(
      'SELECT title, snoozed_until AS until, came_back_at AS cameBack FROM mention_state JOIN mention_text USING (id)',
    )
    .all()

const snooze = (db: Database) => db.prepare('UPDATE mention_state SET snoozed_until = ?').run(LATER)

test('what was put off is back at once when the same person writes again there', () => {
  const { db, addSource, save, counts } = openBrand()
  const source = addSource()
  save(source, said(question))
  snooze(db)
  save(source, said(more))
  expect(snoozed(db)).toEqual([
    { title: 'Pregunta', until: null, cameBack: NOW },
    { title: 'Insiste', until: null, cameBack: null },
  ])
  expect(counts().kept).toEqual(counts().counted)
})

test('it stays put off when somebody else writes there', () => {
  const { db, addSource, save } = openBrand()
  const source = addSource()
  save(source, said(question))
  snooze(db)
  save(source, said({ ...more, by: 'Pau', handle: 'pau' }))
  expect(snoozed(db)).toMatchObject([
    { title: 'Pregunta', until: LATER, cameBack: null },
    { title: 'Insiste' },
  ])
})

test.each([
  ['text', { text: '¿Abren el domingo, al final?' }],
  ['rating', { stars: 1 }],
])('it is back at once when its author changes its %s', (_, change) => {
  const { db, addSource, save } = openBrand()
  const source = addSource()
  save(source, said(question))
  snooze(db)
  save(source, said({ ...question, ...change }))
  expect(snoozed(db)).toEqual([{ title: 'Pregunta', until: null, cameBack: NOW }])
})

test('an answered review whose author takes stars away comes back, open', () => {
  const { db, addSource, save, held } = openBrand()
  const source = addSource()
  save(source, said(question))
  db.exec("UPDATE mention_state SET status = 3, reason = 'answered', unanswered = 0")
  save(source, said({ ...question, stars: 1 }))
  expect(held()).toMatchObject([{ status: 'open', reason: null, unanswered: 1, cameBack: NOW }])
})
