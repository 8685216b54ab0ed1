import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FeedItem, type FeedServer, rssFeed, startFeedServer } from '../../../support/feed-server.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { startTestEngine } from '../../../support/test-engine.ts'

let diario: FeedServer
let gaceta: FeedServer

beforeEach(async () => {
  diario = await startFeedServer()
  gaceta = await startFeedServer()
})

afterEach(async () => {
  await diario.close()
  await gaceta.close()
})

const NEWS =
  'La cafetería de la plaza cerrará sus puertas a final de mes después de treinta años. Su dueña dice que el alquiler se ha duplicado y que no ha encontrado a nadie que quiera seguir con el negocio, pese a que la clientela no ha dejado de venir cada mañana a desayunar. El ayuntamiento asegura que estudia ayudas para el pequeño comercio del centro.'
const REVIEW =
  'Pedí dos cafés y una tostada y tardaron cuarenta minutos en traerlos, fríos y con la cuenta equivocada. No vuelvo.'
const AT = '2026-03-09T10:00:00Z'

/** An engine that follows both places. */
async function startWith(one: readonly FeedItem[], other: readonly FeedItem[]) {
  const engine = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await engine.addBrand()
  diario.route('/feed', { body: rssFeed(one, 'Diario') })
  gaceta.route('/feed', { body: rssFeed(other, 'Gaceta') })
  for (const place of [diario, gaceta])
    await engine.call('sources.add', { brandId, url: place.url('/feed'), brings: 'everything' })
  await engine.call('gather.run', {})
  const list = async () => (await engine.call('mentions.list', { brandId, limit: 50 })).items
  return { ...engine, brandId, list }
}

test('an article in two feeds, with a tracked link here and a signature there, is shown once', async () => {
  const { call, list } = await startWith(
    [
      {
        id: 'd1',
        title: 'Cierra el café',
        text: NEWS,
        date: AT,
        url: 'https://diario.example/cafe?utm_source=rss',
      },
      { id: 'd2', title: 'Llueve', text: 'Mañana llueve.', date: AT, url: 'https://diario.example/lluvia' },
    ],
    [
      {
        id: 'g1',
        title: 'Adiós al café',
        text: `${NEWS} Leído en La Gaceta.`,
        date: AT,
        url: 'https://gaceta.example/9',
      },
      {
        id: 'g2',
        title: 'Lluvia',
        text: '¿Paraguas?',
        date: AT,
        url: 'https://diario.example/lluvia?utm_medium=social',
      },
    ],
  )
  const shown = await list()
  expect(shown).toHaveLength(2)
  expect(shown.map(({ seenIn }) => seenIn.length)).toEqual([2, 2])
  const whys = await Promise.all(
    shown.map(async ({ id }) => (await call('mentions.get', { id })).alsoSeen.map(({ why }) => why)),
  )
  expect(whys.flat().toSorted()).toEqual(['same-address', 'same-text'])
  expect(await call('gather.run', {})).toMatchObject({ added: 0, revised: 0 })
  expect((await list()).map(({ id }) => id)).toEqual(shown.map(({ id }) => id))
})

test('one person’s review on two sites is shown once; the same few words of two people are two', async () => {
  const { list } = await startWith(
    [
      { id: '1', text: REVIEW, author: 'Ana García', rating: 1, date: AT },
      { id: '2', text: 'Muy bueno', author: 'Pau', rating: 5, date: AT },
    ],
    [
      { id: '1', text: REVIEW, author: 'ana garcia', rating: 1, date: '2026-03-09T12:00:00Z' },
      { id: '2', text: 'Muy bueno', author: 'Lía', rating: 5, date: AT },
    ],
  )
  const shown = await list()
  expect(shown.filter(({ text }) => text === REVIEW)).toMatchObject([{ kind: 'review', status: 'new' }])
  expect(shown.filter(({ text }) => text === 'Muy bueno')).toHaveLength(2)
})

test('an edit at one of two places takes that one apart, and it is new', async () => {
  const { call, list } = await startWith(
    [{ id: 'd1', title: 'Cierra el café', text: NEWS, date: AT }],
    [{ id: 'g1', title: 'Cierra el café', text: NEWS, date: AT }],
  )
  const [head] = await list()
  if (!head) throw new Error('Nothing is shown.')
  await call('acts.do', { on: { ids: [head.id] }, act: { kind: 'status', to: 'resolved' } })
  const twin = (await call('mentions.get', { id: head.id })).alsoSeen[0]
  const edited = {
    title: 'Rectificación',
    text: 'El café no cierra: su dueña ha llegado a un acuerdo.',
    date: AT,
  }
  const [place, id] = twin?.sourceTitle === 'Gaceta' ? [gaceta, 'g1'] : [diario, 'd1']
  place.route('/feed', { body: rssFeed([{ ...edited, id }], twin?.sourceTitle) })
  expect(await call('gather.run', {})).toMatchObject({ added: 0, revised: 1 })
  expect((await list()).map(({ title, status }) => [title, status]).toSorted()).toEqual([
    ['Cierra el café', 'resolved'],
    ['Rectificación', 'new'],
  ])
})

test('what a file brings, or the user adds by hand, is shown with what a feed has brought', async () => {
  const { call, brandId, list } = await startWith(
    [{ id: '1', text: REVIEW, author: 'Ana', rating: 1, date: AT }],
    [],
  )
  const [head] = await list()
  const path = join(temporaryFolder(), 'reviews.jsonl')
  const line = {
    text: `¡${REVIEW}!`,
    author: { name: 'ANA' },
    rating: { value: 0, worst: 0, best: 10 },
    publishedAt: AT,
  }
  writeFileSync(path, `${JSON.stringify(line)}\n`)
  expect(await call('import.file', { brandId, path })).toMatchObject({ added: 1 })
  const pasted = await call('mentions.add', {
    brandId,
    text: REVIEW,
    author: 'Ana',
    publishedAt: '2026-03-09',
  })
  expect(pasted.id).toBe(head?.id)
  const [shown, ...others] = await list()
  expect(others).toEqual([])
  expect(shown?.seenIn).toHaveLength(3)
})
