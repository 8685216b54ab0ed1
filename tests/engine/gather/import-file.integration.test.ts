import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTestEngine } from '../../support/test-engine.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

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
