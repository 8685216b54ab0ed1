import { expect, test } from 'vitest'
import { openBrand } from '../../../support/brand-shelf.ts'
import { type Said, said } from '../../../support/read-mention.ts'

const question: Said = {
  id: 'q',
  title: 'Pregunta',
  text: '¿Abren el domingo?',
  by: 'Lucía',
  handle: 'lucia',
  at: '2026-03-08T10:00:00Z',
}
const more: Said = {
  id: 'm',
  title: 'Y otra',
  text: '¿Y el lunes?',
  by: 'Lucía',
  handle: 'lucia',
  at: '2026-03-08T11:00:00Z',
  inReplyTo: 'q',
}
const ours: Said = {
  id: 'o',
  title: 'Respuesta',
  text: 'Sí, Lucía, de nueve a dos.',
  by: 'Café Aurora',
  handle: 'cafeaurora',
  at: '2026-03-08T12:00:00Z',
  inReplyTo: 'm',
}
const again: Said = {
  id: 'a',
  title: 'Vuelve',
  text: 'Fui y estaba cerrado.',
  by: 'Lucía',
  handle: 'lucia',
  at: '2026-03-09T12:00:00Z',
  inReplyTo: 'o',
}
const other: Said = {
  id: 'x',
  title: 'Otro',
  text: 'A mí me pasó igual.',
  by: 'Pau',
  handle: 'pau',
  at: '2026-03-08T11:30:00Z',
  inReplyTo: 'q',
}

const RIGHT = [
  { title: 'Pregunta', status: 'resolved', reason: 'answered', unanswered: 0, ours: 0 },
  { title: 'Y otra', status: 'resolved', reason: 'answered', unanswered: 0, ours: 0 },
  { title: 'Otro', status: 'new', reason: null, unanswered: 0, ours: 0 },
  { title: 'Respuesta', status: null, reason: null, unanswered: null, ours: 1 },
  {
    title: 'Vuelve',
    status: 'new',
    reason: null,
    unanswered: 1,
    ours: 0,
    cameBack: Date.parse('2026-03-09T12:00:00Z'),
  },
]

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  )
}

test('our voice answers what it names and what that person said before; the order of arrival does not matter', () => {
  const { addSource, save, held, counts } = openBrand({ handles: ['@cafeaurora'] })
  for (const [index, order] of permutations([question, more, other, ours, again]).entries()) {
    const host = `place-${index}.example`
    const source = addSource({ url: `https://${host}/feed`, host })
    for (const one of order) save(source, said(one))
    const names = order.map(({ id }) => id).join(' ')
    expect(held(source), names).toMatchObject(RIGHT)
    expect(new Set(held(source).map(({ conversation }) => conversation)).size, names).toBe(1)
  }
  expect(counts().kept).toEqual(counts().counted)
})

test('all in one document comes to the same', () => {
  const { addSource, save, held, counts } = openBrand({ handles: ['@cafeaurora'] })
  save(addSource(), ...[again, ours, other, more, question].map(said))
  expect(held()).toMatchObject(RIGHT)
  expect(counts().kept).toEqual(counts().counted)
})

test('two strangers who answer the same question meet in its conversation', () => {
  const { addSource, save, held } = openBrand()
  const source = addSource()
  save(source, said({ id: '2', text: 'Yo también.', inReplyTo: '1', by: 'pau' }))
  save(source, said({ id: '3', text: 'Y yo.', inReplyTo: '1', by: 'ana' }))
  save(source, said({ id: '1', text: 'No funciona.', by: 'lucia' }))
  expect(new Set(held().map(({ conversation }) => conversation)).size).toBe(1)
})

test('what the user opened again by hand is not closed by gathering our old answer once more', () => {
  const { db, addSource, save, held } = openBrand({ handles: ['@cafeaurora'] })
  const source = addSource()
  save(source, said(question), said({ ...ours, inReplyTo: 'q' }))
  db.exec('UPDATE mention_state SET status = 1, reason = NULL')
  save(source, said(question), said({ ...ours, inReplyTo: 'q' }))
  expect(held()[0]).toMatchObject({ status: 'open', reason: null })
})
