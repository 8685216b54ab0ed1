import { expect, test } from 'vitest'
import { startTestEngine } from '../../../support/test-engine.ts'

test('what was said on the phone comes in by hand, is new however old it is, and can be answered', async () => {
  const { call, addBrand } = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await addBrand({ timezone: 'Europe/Madrid' })
  const { id } = await call('mentions.add', {
    brandId,
    title: 'Mesa fría',
    text: 'La terraza estaba helada.\n\nNo volveré.',
    author: 'Pau',
    publishedAt: '2025-12-01',
    rating: { value: 2, worst: 1, best: 5 },
  })
  expect(await call('mentions.get', { id })).toMatchObject({
    title: 'Mesa fría',
    text: 'La terraza estaba helada.\n\nNo volveré.',
    author: { name: 'Pau' },
    kind: 'review',
    rating: { value: 2, worst: 1, best: 5 },
    publishedAt: '2025-11-30T23:00:00.000Z',
    status: 'new',
    url: null,
  })
  expect((await call('sources.list', { brandId })).items).toMatchObject([
    { kind: 'file', title: 'By hand', mentions: 1 },
  ])
})

test('the same words pasted twice are one mention, in one source', async () => {
  const { call, addBrand } = startTestEngine()
  const brandId = await addBrand()
  const given = { brandId, text: 'Gracias por todo', handle: '@ana' }
  const first = await call('mentions.add', given)
  expect(await call('mentions.add', given)).toEqual(first)
  expect(await call('mentions.count', { brandId })).toEqual({ count: 1 })
  await call('mentions.add', { brandId, text: 'Otra cosa' })
  expect((await call('sources.list', { brandId })).items).toHaveLength(1)
})

test('who is pasted from a place is the person who speaks there', async () => {
  const { call, addBrand, addSource, addMention } = startTestEngine()
  const brandId = await addBrand()
  const sourceId = addSource(brandId, { url: 'https://foro.example/feed' })
  const known = addMention(brandId, '¿Abrís hoy?', { sourceId, author: 'Ana', handle: '@ana' })
  const { id } = await call('mentions.add', {
    brandId,
    text: '¿Y mañana?',
    author: 'Ana',
    handle: '@ana',
    url: 'foro.example/t/12#post-3',
  })
  const pasted = await call('mentions.get', { id })
  expect(pasted.url).toBe('https://foro.example/t/12#post-3')
  expect(pasted.personId).toBe((await call('mentions.get', { id: known })).personId)
})

test('an address that is none is refused', async () => {
  const { call, addBrand } = startTestEngine()
  const brandId = await addBrand()
  await expect(call('mentions.add', { brandId, text: 'x', url: 'mailto:a@b.example' })).rejects.toMatchObject(
    {
      failure: { kind: 'bad-address' },
    },
  )
})
