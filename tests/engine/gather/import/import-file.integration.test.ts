import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTestEngine } from '../../../support/test-engine.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const line = (fields: object) => JSON.stringify(fields)

function fileOf(name: string, lines: readonly string[]): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, lines.join('\n'))
  return path
}

test('a file of mentions comes in with its conversations, our voice and its bad lines named', async () => {
  const { call, addBrand } = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await addBrand({ handles: ['@cafeluna'] })
  const path = fileOf('2026.jsonl', [
    line({
      externalId: 'a',
      text: '¿Abrís hoy?',
      author: { name: 'Pau', handle: '@pau' },
      publishedAt: '2026-03-09T10:00:00Z',
    }),
    '{broken',
    line({
      externalId: 'b',
      text: 'Sí.',
      author: { name: 'Café Luna', handle: '@cafeluna' },
      publishedAt: '2026-03-09T11:00:00Z',
      inReplyTo: 'a',
    }),
    line({
      externalId: 'c',
      title: 'Mal',
      text: 'Muy lento.',
      rating: { value: 2, worst: 0, best: 10 },
      publishedAt: '2026-03-09T12:00:00Z',
    }),
  ])
  expect(await call('import.file', { brandId, path })).toEqual({
    rows: 4,
    added: 3,
    duplicates: 0,
    rejected: [{ row: 2, kind: 'bad-row', message: 'this line is not JSON' }],
  })
  expect((await call('mentions.list', { brandId, limit: 10 })).items).toMatchObject([
    { title: 'Mal', kind: 'review', rating: { value: 2, worst: 0, best: 10 }, status: 'new' },
    { text: '¿Abrís hoy?', status: 'resolved', reason: 'answered' },
  ])
  expect((await call('sources.list', {})).items).toMatchObject([
    { kind: 'file', title: '2026.jsonl', url: 'file:2026.jsonl', mentions: 3 },
  ])
})

test('the same file twice adds nothing, and is one source', async () => {
  const { call, addBrand } = startTestEngine()
  const brandId = await addBrand()
  const path = fileOf('a.jsonl', [line({ text: 'Uno' }), line({ text: 'Dos', externalId: 7 })])
  await call('import.file', { brandId, path })
  expect(await call('import.file', { brandId, path })).toEqual({
    rows: 2,
    added: 0,
    duplicates: 2,
    rejected: [],
  })
  expect((await call('sources.list', {})).items).toHaveLength(1)
})

test('a file that is no list of mentions, and one that is not there, are said in words', async () => {
  const { call, addBrand } = startTestEngine()
  const brandId = await addBrand()
  await expect(call('import.file', { brandId, path: fileOf('a.txt', ['hello']) })).rejects.toMatchObject({
    failure: { kind: 'unknown-format' },
  })
  await expect(call('import.file', { brandId, path: '/nowhere/a.jsonl' })).rejects.toMatchObject({
    failure: { kind: 'no-such-file' },
  })
})

test('a long file says how far it is, and can be cancelled, keeping what came in', async () => {
  const { callAs, call, addBrand, cancel, progress } = startTestEngine()
  const brandId = await addBrand()
  const path = fileOf(
    'long.jsonl',
    Array.from({ length: 3000 }, (_, n) =>
      line({ externalId: n, text: `Mención número ${n} de un archivo largo` }),
    ),
  )
  const importing = callAs('i')('import.file', { brandId, path })
  while ((progress.get('i')?.length ?? 0) === 0) await new Promise(setImmediate)
  cancel('i')
  await expect(importing).rejects.toMatchObject({ failure: { kind: 'cancelled' } })
  const { count } = await call('mentions.count', { brandId })
  expect(count).toBeGreaterThanOrEqual(500)
  const again = await call('import.file', { brandId, path })
  expect(again).toMatchObject({ added: 3000 - count, duplicates: count })
})

const PLAY =
  'Review Submit Date and Time,Star Rating,Review Text,Developer Reply Date and Time,Developer Reply Text,Review Link'

test('what a table says was answered is answered, by our voice', async () => {
  const { call, addBrand } = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await addBrand({ name: 'Café Luna', handles: ['@cafeluna'] })
  const path = fileOf('play.csv', [
    PLAY,
    '2026-03-09T10:00:00Z,2,No abre,2026-03-09T12:00:00Z,Lo sentimos mucho,https://play.example/r/1',
    '2026-03-09T11:00:00Z,5,Muy bien,,,https://play.example/r/2',
  ])
  expect(await call('import.file', { brandId, path })).toEqual({
    rows: 2,
    added: 2,
    duplicates: 0,
    rejected: [],
  })
  const { items } = await call('mentions.list', { brandId, limit: 10 })
  expect(items).toMatchObject([
    { text: 'Muy bien', status: 'new' },
    { text: 'No abre', status: 'resolved', reason: 'answered' },
  ])
  const answered = items.find(({ text }) => text === 'No abre')
  if (!answered) throw new Error('It did not come in.')
  expect((await call('mentions.get', { id: answered.id })).conversation).toMatchObject([
    { kind: 'mention', mention: { text: 'No abre' } },
    { kind: 'our-voice', mention: { text: 'Lo sentimos mucho' } },
  ])
  expect(await call('import.file', { brandId, path })).toMatchObject({ rows: 2, added: 0, duplicates: 2 })
})

test('the same table twice adds nothing, whether its rows have ids or not', async () => {
  const { call, addBrand } = startTestEngine()
  const brandId = await addBrand()
  const path = fileOf('sin-id.csv', [
    'Autor;Fecha;Texto',
    'Pau;01/02/2026;Bien',
    'Ana;15/02/2026;Bien',
    'Pau;16/02/2026;Bien',
  ])
  expect(await call('import.file', { brandId, path })).toMatchObject({ rows: 3, added: 3, duplicates: 0 })
  expect(await call('import.file', { brandId, path })).toMatchObject({ rows: 3, added: 0, duplicates: 3 })
})

test('what the user said of a heading is asked no second time', async () => {
  const { call, addBrand } = startTestEngine({ at: '2026-05-02T09:00:00Z' })
  const brandId = await addBrand({ timezone: 'UTC' })
  const path = fileOf('uno.csv', ['cuando,nota,que', '03/04/2026,4,Bien'])
  const guessed = await call('import.look', { brandId, path })
  expect(guessed).toMatchObject({ dateOrder: 'day-first', dateOrderIsOpen: true, remembered: false })
  const columns = { cuando: 'date', nota: 'rating', que: 'title' } as const
  await call('import.file', {
    brandId,
    path,
    columns,
    dateOrder: 'month-first',
    ratingScale: { worst: 0, best: 10 },
  })
  const next = fileOf('dos.csv', ['cuando,nota,que', '03/05/2026,7,Mal'])
  expect(await call('import.look', { brandId, path: next })).toMatchObject({
    remembered: true,
    mapping: columns,
    dateOrder: 'month-first',
    dateOrderIsOpen: false,
    preview: [
      { title: 'Mal', publishedAt: '2026-03-05T00:00:00.000Z', rating: { value: 7, worst: 0, best: 10 } },
    ],
  })
  await call('import.file', { brandId, path: next })
  expect((await call('mentions.list', { brandId, limit: 10 })).items).toMatchObject([
    { title: 'Mal', publishedAt: '2026-03-05T00:00:00.000Z' },
    { title: 'Bien', publishedAt: '2026-03-04T00:00:00.000Z' },
  ])
})

test('a file that was chosen in a dialog can be looked at, and then brought in once', async () => {
  const path = fileOf('a.jsonl', [line({ text: 'Uno' })])
  const grants = new Map([['grant:1', path]])
  const { call, addBrand } = startTestEngine({
    host: {
      path: (given, use) => {
        const granted = grants.get(given) ?? '/nowhere'
        if (use !== 'and-again') grants.delete(given)
        return granted
      },
    },
  })
  const brandId = await addBrand()
  expect(await call('import.look', { brandId, path: 'grant:1' })).toMatchObject({ rows: 1 })
  expect(await call('import.look', { brandId, path: 'grant:1' })).toMatchObject({ rows: 1 })
  expect(await call('import.file', { brandId, path: 'grant:1' })).toMatchObject({ added: 1 })
  await expect(call('import.file', { brandId, path: 'grant:1' })).rejects.toMatchObject({
    failure: { kind: 'no-such-file' },
  })
})

test('a file that brings nothing is no source, and a format that is wrong is said', async () => {
  const { call, addBrand } = startTestEngine()
  const brandId = await addBrand()
  expect(await call('import.file', { brandId, path: fileOf('a.csv', ['Autor,Texto']) })).toMatchObject({
    rows: 0,
  })
  await expect(
    call('import.file', { brandId, path: fileOf('a.csv', ['Autor,Texto']), format: 'xlsx' }),
  ).rejects.toMatchObject({ failure: { kind: 'damaged-file' } })
  expect((await call('sources.list', { brandId })).items).toEqual([])
})

test('stopping what is gathered, or going offline, lets a file come in', async () => {
  const { callAs, call, addBrand, progress } = startTestEngine()
  const brandId = await addBrand()
  const rows = Array.from({ length: 3000 }, (_, n) => line({ externalId: n, text: `Mención número ${n}` }))
  const importing = callAs('i')('import.file', { brandId, path: fileOf('long.jsonl', rows) })
  while ((progress.get('i')?.length ?? 0) === 0) await new Promise(setImmediate)
  await call('gather.stop', {})
  await call('settings.set', { offline: true })
  expect(await importing).toMatchObject({ added: 3000 })
})
