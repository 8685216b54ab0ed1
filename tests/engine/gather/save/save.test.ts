import { expect, test } from 'vitest'
import type { ReadMention } from '../../../../src-main/engine/gather/gatherer-protocol.ts'
import { openBrand } from '../../../support/brand-shelf.ts'
import { said } from '../../../support/read-mention.ts'

test('what is gathered twice is one mention, and the second time nothing is written', () => {
  const { db, addSource, save, held } = openBrand()
  const source = addSource()
  const one = said({
    id: '1',
    title: 'Llegó frío',
    text: 'El café llegó frío.',
    by: 'lucia',
    at: '2026-03-09T10:00:00Z',
  })

  expect(save(source, one)).toEqual({ added: 1, revised: 0, duplicates: 0 })
  const before = db.prepare('SELECT total_changes() AS n').get()
  expect(save(source, one)).toEqual({ added: 0, revised: 0, duplicates: 1 })
  expect(db.prepare('SELECT total_changes() AS n').get()).toEqual(before)
  expect(held()).toMatchObject([{ title: 'Llegó frío', status: 'new', unanswered: 1 }])
})

test('an item without date or id is not new again the next day', () => {
  const { addSource, save, moveClockTo, held } = openBrand()
  const source = addSource()
  save(source, said({ title: 'Sin fecha', text: 'No dice cuándo.', by: 'pau' }))
  moveClockTo('2026-03-11T09:00:00Z')
  expect(save(source, said({ title: 'Sin fecha', text: 'No dice cuándo.', by: 'pau' }))).toMatchObject({
    added: 0,
    duplicates: 1,
  })
  expect(held()).toHaveLength(1)
})

test('an edited text becomes a revision, and is found by its new words only', () => {
  const { db, addSource, save, held, search } = openBrand()
  const source = addSource()
  save(
    source,
    said({
      id: '1',
      title: 'Pedido',
      text: 'Nunca llegó la cafetera.',
      at: '2026-03-09T10:00:00Z',
      stars: 1,
    }),
  )
  const edited = said({
    id: '1',
    title: 'Pedido',
    text: 'Al final llegó el molinillo.',
    at: '2026-03-09T10:00:00Z',
    stars: 4,
  })

  expect(save(source, edited)).toEqual({ added: 0, revised: 1, duplicates: 0 })
  expect(held()).toMatchObject([{ body: 'Al final llegó el molinillo.', status: 'new', cameBack: null }])
  expect(db.prepare('SELECT body, rating_value FROM revision').all()).toEqual([
    { body: 'Nunca llegó la cafetera.', rating_value: 1 },
  ])
  expect(db.prepare('SELECT stars FROM mention').get()).toEqual({ stars: 4 })
  expect(search('cafetera')).toEqual([])
  expect(search('molinillo')).toEqual(['Pedido'])
  expect(
    db.prepare("INSERT INTO mention_fts (mention_fts) VALUES ('integrity-check')").run().changes,
  ).toBeDefined()
})

test('an answered mention whose author edits it comes back, open', () => {
  const { db, addSource, save, held, counts } = openBrand()
  const source = addSource()
  save(source, said({ id: '1', title: 'Pedido', text: 'Nunca llegó.', at: '2026-03-09T10:00:00Z' }))
  db.exec(
    "UPDATE mention_state SET status = 3, reason = 'answered', unanswered = 0; DELETE FROM counter; INSERT INTO counter VALUES ('status', 3, 1), ('source', 1, 1)",
  )

  save(
    source,
    said({ id: '1', title: 'Pedido', text: 'Me llamaron y sigue sin llegar.', at: '2026-03-09T10:00:00Z' }),
  )
  expect(held()).toMatchObject([
    { status: 'open', reason: null, unanswered: 1, cameBack: Date.parse('2026-03-10T09:00:00Z') },
  ])
  expect(counts().kept).toEqual(counts().counted)
})

test('what the user put away as spam stays away when it is edited', () => {
  const { db, addSource, save, held } = openBrand()
  const source = addSource()
  save(source, said({ id: '1', title: 'Gana dinero', text: 'Pincha aquí.', at: '2026-03-09T10:00:00Z' }))
  db.exec("UPDATE mention_state SET status = 3, reason = 'spam', unanswered = 0")
  expect(
    save(source, said({ id: '1', title: 'Gana dinero', text: 'Pincha ya.', at: '2026-03-09T10:00:00Z' })),
  ).toMatchObject({ revised: 1 })
  expect(held()).toMatchObject([{ status: 'resolved', reason: 'spam', cameBack: null }])
})

test('the same mention through a second source is shown once, and the second never rewrites it', () => {
  const { db, addSource, save, held } = openBrand()
  const first = addSource()
  const second = addSource({ url: 'https://place.example/search' })
  save(
    first,
    said({ id: '1', title: 'Entero', text: 'El texto entero de la queja.', at: '2026-03-09T10:00:00Z' }),
  )

  expect(
    save(second, said({ id: '1', title: 'Entero', text: 'El texto…', at: '2026-03-09T10:00:00Z' })),
  ).toEqual({ added: 0, revised: 0, duplicates: 1 })
  expect(held()).toMatchObject([{ body: 'El texto entero de la queja.' }])
  expect(db.prepare('SELECT source_id FROM mention_seen').all()).toEqual([{ source_id: second }])
})

test('an id is only as good as its host: two hosts that both count from 1 have two mentions', () => {
  const { addSource, save, held } = openBrand()
  save(addSource(), said({ id: '1', title: 'Aquí', text: 'Uno.' }))
  save(
    addSource({ url: 'https://other.example/feed', host: 'other.example' }),
    said({ id: '1', title: 'Allí', text: 'Otro.' }),
  )
  expect(
    held()
      .map(({ title }) => title)
      .toSorted(),
  ).toEqual(['Allí', 'Aquí'])
})

test('when one document gives the same id to two texts, no text is lost, now or later', () => {
  const { addSource, save, held } = openBrand()
  const source = addSource()
  const a = said({
    id: 'same',
    title: 'A',
    text: 'Una cosa.',
    url: 'https://place.example/a',
    at: '2026-03-09T10:00:00Z',
  })
  const b = said({
    id: 'same',
    title: 'B',
    text: 'Otra cosa.',
    url: 'https://place.example/b',
    at: '2026-03-09T11:00:00Z',
  })
  expect(save(source, a, b)).toMatchObject({ added: 2 })
  expect(save(source, a, b)).toMatchObject({ added: 0, revised: 0, duplicates: 2 })
  expect(save(source, b)).toMatchObject({ added: 0, revised: 0, duplicates: 1 })
  expect(held().map(({ title }) => title)).toEqual(['A', 'B'])
})

test('of two versions of one entry the newer counts', () => {
  const { addSource, save, held } = openBrand()
  const older = said({
    id: 'x',
    title: 'Nota',
    text: 'Antes.',
    url: 'https://place.example/x',
    at: '2026-03-09T10:00:00Z',
    updatedAt: '2026-03-09T10:00:00Z',
  })
  const newer = said({
    id: 'x',
    title: 'Nota',
    text: 'Después.',
    url: 'https://place.example/x',
    at: '2026-03-09T10:00:00Z',
    updatedAt: '2026-03-09T12:00:00Z',
  })
  expect(save(addSource(), newer, older)).toEqual({ added: 1, revised: 0, duplicates: 1 })
  expect(held()).toMatchObject([{ body: 'Después.' }])
})

test.each([
  { what: 'from before the web', at: '1970-01-01T00:00:00Z' },
  { what: 'in the year 9999', at: '9999-01-01T00:00:00Z' },
  { what: 'missing', at: undefined },
])('a date that is $what puts the mention at the time it was first seen', ({ at }) => {
  const { db, addSource, save } = openBrand()
  save(addSource(), said({ id: '1', title: 'T', text: 'x', ...(at === undefined ? {} : { at }) }))
  expect(db.prepare('SELECT id / 2097152 * 1000 AS at, published_at FROM mention').get()).toEqual({
    at: Date.parse('2026-03-10T09:00:00Z'),
    published_at: null,
  })
})

test('a corrected date is shown, and the place in the list stays', () => {
  const { db, addSource, save } = openBrand()
  const source = addSource()
  save(source, said({ id: '1', title: 'T', text: 'x', at: '2026-03-09T10:00:00Z' }))
  const { id } = db.prepare<[], { id: number }>('SELECT id FROM mention').get() ?? { id: 0 }
  expect(save(source, said({ id: '1', title: 'T', text: 'x', at: '2026-03-08T10:00:00Z' }))).toMatchObject({
    revised: 0,
    duplicates: 1,
  })
  expect(db.prepare('SELECT id, published_at FROM mention').get()).toEqual({
    id,
    published_at: Date.parse('2026-03-08T10:00:00Z'),
  })
})

test('what was said before our time comes in resolved, as history', () => {
  const { addSource, save, held, counts } = openBrand()
  save(
    addSource({ answers_from: Date.parse('2026-03-01T00:00:00Z') }),
    said({ id: '1', title: 'Antes', text: 'x', at: '2026-02-27T10:00:00Z' }),
    said({ id: '2', title: 'Ahora', text: 'y', at: '2026-03-02T10:00:00Z' }),
  )
  expect(held()).toMatchObject([
    { title: 'Antes', status: 'resolved', reason: 'before-our-time', unanswered: 0 },
    { title: 'Ahora', status: 'new', reason: null, unanswered: 1 },
  ])
  expect(counts().kept).toEqual(counts().counted)
})

test('a source that brings only what names the brand keeps nothing else, and says what was named', () => {
  const { db, addSource, save, held } = openBrand({ words: ['Aurora', '@cafeaurora', '-boreal'] })
  const source = addSource({ brings: 'what-names-us' })
  const counts = save(
    source,
    said({ id: '1', title: 'AURORA no contesta', text: 'Llevo días.' }),
    said({ id: '2', title: 'La aurora boreal', text: 'Preciosa.' }),
    said({ id: '3', title: 'Otra cosa', text: 'Nada que ver.' }),
  )
  expect(counts).toEqual({ added: 1, revised: 0, duplicates: 0 })
  expect(held().map(({ title }) => title)).toEqual(['AURORA no contesta'])
  expect(db.prepare('SELECT names FROM mention').get()).toEqual({ names: '["Aurora"]' })
  expect(db.prepare('SELECT count(*) AS n FROM passed_over').get()).toEqual({ n: 2 })
})

test('people are kept apart by host and handle, and one person has one row', () => {
  const { db, addSource, save } = openBrand()
  const source = addSource()
  save(
    source,
    said({ id: '1', text: 'Uno.', by: 'Lucía', handle: '@lucia_m' }),
    said({ id: '2', text: 'Dos.', by: 'Lucía M.', handle: 'Lucia_M' }),
    said({ id: '3', text: 'Tres.', by: 'Lucía' }),
    said({ id: '4', text: 'Cuatro.' }),
  )
  expect(db.prepare('SELECT key FROM author ORDER BY key').all()).toEqual([
    { key: 'place.example @lucia_m' },
    { key: 'place.example Lucía' },
  ])
  expect(db.prepare('SELECT count(DISTINCT person_id) AS n FROM author').get()).toEqual({ n: 2 })
})

test('a time of update that cannot be meant is not kept', () => {
  const { db, addSource, save } = openBrand()
  save(addSource(), { ...said({ id: '1', title: 'T', text: 'x' }), updatedAt: 1e300, publishedAt: -1e300 })
  expect(db.prepare('SELECT published_at, updated_at FROM mention').get()).toEqual({
    published_at: null,
    updated_at: null,
  })
})

test('an id as long as a text, and signs that end texts elsewhere, do no harm', () => {
  const { addSource, save, held } = openBrand()
  const source = addSource()
  const long = said({ id: 'x'.repeat(100_000), title: 'Uno\0dos', text: 'a\0b' })
  expect(long.externalId?.length).toBeLessThan(100)
  save(source, long)
  expect(save(source, long)).toMatchObject({ duplicates: 1 })
  expect(held()).toMatchObject([{ title: 'Unodos', body: 'ab' }])
})

test('a place that gives its ids to positions never puts what we decided on another text', () => {
  const { db, addSource, save, held } = openBrand()
  const source = addSource()
  const post = (number: number, place: number) =>
    said({
      id: String(place),
      title: `Noticia ${number}`,
      text: `Lo que pasó el día ${number}, contado despacio.`,
      url: `https://place.example/noticia-${number}`,
      at: `2026-03-0${number}T10:00:00Z`,
    })
  save(source, post(3, 1), post(2, 2), post(1, 3))
  db.exec("UPDATE mention_state SET status = 3, reason = 'spam' WHERE id = (SELECT max(id) FROM mention)")

  save(source, post(5, 1), post(4, 2), post(3, 3), post(2, 4), post(1, 5))
  save(source, post(6, 1), post(5, 2), post(4, 3), post(3, 4))

  expect(held().map(({ title, reason }) => [title, reason])).toEqual([
    ['Noticia 1', null],
    ['Noticia 2', null],
    ['Noticia 3', 'spam'],
    ['Noticia 4', null],
    ['Noticia 5', null],
    ['Noticia 6', null],
  ])
})

test('what somebody said earlier and comes in later counts for what they said since', () => {
  const [first, again] = [
    said({ id: 'a', text: 'Nunca llegó.', by: 'Pau', at: '2026-03-08T10:00:00Z' }),
    said({ id: 'b', text: 'Sigo esperando.', by: 'Pau', at: '2026-03-09T10:00:00Z' }),
  ]
  const places = (...documents: readonly (readonly ReadMention[])[]) => {
    const brand = openBrand()
    const source = brand.addSource()
    for (const document of documents) brand.save(source, ...document)
    return brand.db.prepare('SELECT id, care FROM mention_state ORDER BY id').all()
  }
  const inOrder = places([first, again])
  expect(places([again], [first])).toEqual(inOrder)
  expect(places([again])).not.toEqual(inOrder.slice(1))
})
