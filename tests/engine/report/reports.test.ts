import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reportId } from '../../../src-main/engine/store/ids.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { startTestEngine } from '../../support/test-engine.ts'

async function startWithMarch() {
  const engine = startTestEngine({ at: '2026-03-31T10:00:00Z' })
  const brandId = await engine.addBrand({ name: 'Café Luna', timezone: 'Europe/Madrid', colour: '#b4532a' })
  const sourceId = engine.addSource(brandId, { title: 'Opina' })
  const add = (text: string, publishedAt: string, fields: Parameters<typeof engine.addMention>[2] = {}) =>
    engine.addMention(brandId, text, { sourceId, publishedAt, ...fields })
  const tag = (id: ReturnType<typeof add>, path: string) =>
    engine.call('acts.do', { on: { ids: [id] }, act: { kind: 'tag', tag: path } })
  return { engine, brandId, add, tag }
}

test('a tag report counts what was said in the brand’s own days, both ends included', async () => {
  const { engine, brandId, add, tag } = await startWithMarch()
  // Madrid is an hour ahead until the 29th, two from then on.
  add('antes', '2026-03-27T22:59:59Z')
  const first = add('Llegó tarde', '2026-03-27T23:00:00Z', { author: 'Ana', rating: 1 })
  const again = add('Y sigue sin llegar', '2026-03-28T10:00:00Z', { author: 'Ana', rating: 2 })
  const last = add('Muy bien todo', '2026-03-29T21:59:59Z', {
    author: 'Blas',
    rating: { value: 9, worst: 0, best: 10 },
  })
  add('después', '2026-03-29T22:00:00Z')
  const spam = add('Compra relojes', '2026-03-28T11:00:00Z', { status: 'resolved', reason: 'spam' })
  await tag(first, 'Envío/Tarde')
  await tag(again, 'Envío')
  await tag(spam, 'Envío')
  await tag(last, 'atención')
  await engine.call('acts.do', {
    on: { ids: [last] },
    act: { kind: 'status', to: 'resolved', reason: 'answered' },
  })

  const report = await engine.call('reports.make', { brandId, from: '2026-03-28', to: '2026-03-29' })
  expect(report).toMatchObject({
    brandName: 'Café Luna',
    from: '2026-03-27T23:00:00.000Z',
    to: '2026-03-29T21:59:59.999Z',
    madeAt: '2026-03-31T10:00:00.000Z',
    totals: {
      mentions: 3,
      people: 2,
      unanswered: 2,
      answered: 1,
      rated: 3,
      averageStars: 2.5,
      stars: [1, 1, 0, 0, 1],
      untagged: 0,
    },
    days: [
      { day: '2026-03-28', mentions: 2 },
      { day: '2026-03-29', mentions: 1 },
    ],
    tags: [
      {
        tag: 'atención',
        mentions: 1,
        answered: 1,
        quotes: [{ text: 'Muy bien todo', author: 'Blas', stars: 4.6 }],
      },
      { tag: 'Envío', mentions: 2, people: 1, unanswered: 2, quotes: [{ text: 'Y sigue sin llegar' }] },
      { tag: 'Envío/Tarde', mentions: 1, averageStars: 1 },
    ],
    coverage: [{ title: 'Opina', mentions: 3, lastSuccessAt: null, failingSince: null, gaps: [] }],
  })
})

test('a report can be of some tags only, also of one that nobody used', async () => {
  const { engine, brandId, add, tag } = await startWithMarch()
  await tag(add('Llegó tarde', '2026-03-10T10:00:00Z'), 'envío/tarde')
  await tag(add('Caro', '2026-03-10T10:00:00Z'), 'precio')

  const { tags, totals } = await engine.call('reports.make', {
    brandId,
    tags: ['ENVIO', 'web', 'envío'],
    from: '2026-03-01',
    to: '2026-03-31',
  })
  expect(tags.map(({ tag: name, mentions }) => [name, mentions])).toEqual([
    ['ENVIO', 1],
    ['web', 0],
  ])
  expect(totals.mentions).toBe(2)
})

test('a report stays as it was made, whatever happens afterwards', async () => {
  const { engine, brandId, add } = await startWithMarch()
  add('Uno', '2026-03-10T10:00:00Z')
  const made = await engine.call('reports.make', { brandId, from: '2026-03-01', to: '2026-03-31' })
  add('Dos', '2026-03-11T10:00:00Z')
  expect(await engine.call('reports.get', { reportId: made.reportId })).toEqual(made)
})

test('a report that is cancelled is not made', async () => {
  const { engine, brandId, add, tag } = await startWithMarch()
  for (const name of ['envío', 'precio']) await tag(add(name, '2026-03-10T10:00:00Z'), name)
  const making = engine.callAs('slow')('reports.make', { brandId, from: '2026-03-01', to: '2026-03-31' })
  engine.cancel('slow')
  await expect(making).rejects.toMatchObject({ failure: { kind: 'cancelled' } })
  expect(engine.fileOf(brandId).prepare('SELECT count(*) AS n FROM report').get()).toEqual({ n: 0 })
})

test.each([
  ['ends before it begins', '2026-03-02', '2026-03-01'],
  ['is longer than ten years', '1999-01-01', '2026-03-01'],
])('a period that %s is refused', async (_says, from, to) => {
  const { engine, brandId } = await startWithMarch()
  await expect(engine.call('reports.make', { brandId, from, to })).rejects.toMatchObject({
    failure: { kind: 'invalid-input' },
  })
})

test('a report that was never made is said not to be there', async () => {
  const { engine, brandId } = await startWithMarch()
  await expect(engine.call('reports.get', { reportId: reportId(brandId, 7) })).rejects.toMatchObject({
    failure: { kind: 'not-found' },
  })
})

test.each(['csv', 'html'] as const)(
  'a report is written to a %s file whole, in the place of an older one',
  async (format) => {
    const { engine, brandId, add, tag } = await startWithMarch()
    await tag(add('Llegó tarde', '2026-03-10T10:00:00Z'), 'envío')
    const { reportId: id } = await engine.call('reports.make', {
      brandId,
      from: '2026-03-01',
      to: '2026-03-31',
    })
    const folder = temporaryFolder()
    const path = join(folder, `informe.${format}`)
    writeFileSync(path, 'older')

    const { bytes } = await engine.call('reports.export', { reportId: id, format, path, language: 'es' })
    const content = readFileSync(path)
    expect(content.byteLength).toBe(bytes)
    expect(content.toString()).toContain('Llegó tarde')
    expect(readdirSync(folder)).toEqual([`informe.${format}`])
  },
)

test('a file that cannot be written is said so, and nothing is left lying about', async () => {
  const { engine, brandId } = await startWithMarch()
  const { reportId: id } = await engine.call('reports.make', {
    brandId,
    from: '2026-03-01',
    to: '2026-03-31',
  })
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'a-folder.csv'))
  for (const path of [join(folder, 'nowhere', 'informe.csv'), join(folder, 'a-folder.csv')]) {
    await expect(engine.call('reports.export', { reportId: id, format: 'csv', path })).rejects.toMatchObject({
      failure: { kind: 'no-such-file' },
    })
  }
  expect(readdirSync(folder)).toEqual(['a-folder.csv'])
})

test('a report that answers a question is only about what it matches, and says which', async () => {
  const { engine, brandId, add, tag } = await startWithMarch()
  const late = add('Llegó tarde', '2026-03-28T10:00:00Z', { author: 'Ana', rating: 1 })
  const fine = add('Llegó bien', '2026-03-28T11:00:00Z', { author: 'Blas', rating: 5 })
  add('Tarde y mal', '2026-02-28T11:00:00Z', { rating: 1 })
  await tag(late, 'envío')
  await tag(fine, 'envío')
  await tag(fine, 'elogio')
  const make = (where: string) =>
    engine.call('reports.make', { brandId, where, from: '2026-03-28', to: '2026-03-28' })

  const [unhappy, happy] = await Promise.all([make('estrellas:<=2'), make('rating:>=4')])
  expect(unhappy).toMatchObject({
    where: 'estrellas:<=2',
    totals: { mentions: 1, averageStars: 1 },
    days: [{ day: '2026-03-28', mentions: 1 }],
    tags: [{ tag: 'envío', mentions: 1, quotes: [{ text: 'Llegó tarde' }] }],
    coverage: [{ title: 'Opina', mentions: 1 }],
  })
  expect(happy.tags.map(({ tag: name, mentions }) => [name, mentions])).toEqual([
    ['elogio', 1],
    ['envío', 1],
  ])
  expect(await make('   ')).toMatchObject({ where: null, totals: { mentions: 2 } })
  await expect(make('tga:envío')).rejects.toMatchObject({ failure: { kind: 'bad-question' } })

  const path = join(temporaryFolder(), 'informe.html')
  await engine.call('reports.export', { reportId: unhappy.reportId, format: 'html', path, language: 'es' })
  expect(readFileSync(path, 'utf8')).toContain('Solo lo que responde a: estrellas:&lt;=2')
})
