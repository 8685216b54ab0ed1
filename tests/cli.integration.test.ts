import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { CLI, openLines } from './support/command-line.ts'
import { openTown } from './support/town.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

/** The fields of answers that go into the next question. */
const Answer = z.looseObject({
  brandId: z.string().default(''),
  replyId: z.string().default(''),
  reportId: z.string().default(''),
  items: z.array(z.looseObject({ id: z.string().default(''), title: z.string().default('') })).default([]),
})
type Answer = z.output<typeof Answer>

const NOW = '2026-11-20T09:00:00Z'

interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs the built command line as a person in a terminal does. */
function cli(folder: string, method: string, input: unknown): Promise<Ran> {
  return new Promise((resolve) => {
    const args = [CLI, method, JSON.stringify(input), '--data', folder, '--now', NOW]
    const child = execFile(process.execPath, args, (_error, out, err) =>
      resolve({ status: child.exitCode ?? -1, out, err }),
    )
  })
}

async function ok(folder: string, method: string, input: unknown): Promise<Answer> {
  const { status, out, err } = await cli(folder, method, input)
  expect({ status, method, err: status === 0 ? '' : err }).toEqual({ status: 0, method, err: '' })
  return Answer.parse(JSON.parse(out))
}

test('from a real feed to an answered mention and a report, in a terminal', async () => {
  const folder = temporaryFolder()
  const town = await openTown()
  const { brandId } = await ok(folder, 'brands.create', {
    name: 'Café Aurora',
    words: ['Café Aurora', 'cafe_aurora'],
    handles: ['@cafe_aurora'],
    timezone: 'Europe/Madrid',
  })
  for (const path of ['/', '/resenas.atom', '/foro.rdf', '/shop/feed.json', '/radio.xml']) {
    await ok(folder, 'sources.add', { brandId, url: `${town.origin}${path}` })
  }

  const gathered = await ok(folder, 'gather.run', {
    brandId,
  })
  expect(gathered).toMatchObject({ sources: 5, failed: 0, errors: [] })

  const { items } = await ok(folder, 'mentions.list', { brandId, where: 'is:unanswered', limit: 50 })
  expect(items.map(({ title }) => title)).toEqual([
    '“Café Aurora” abre los domingos',
    'Tercera vez que escribo',
    'Desayunos de la calle',
    'Caneca',
    '¿Dónde merendar?',
  ])
  const mention = items[1]
  if (!mention) throw new Error('Nothing was gathered.')

  await ok(folder, 'acts.do', { on: { ids: [mention.id] }, act: { kind: 'tag', tag: 'pedidos/equivocado' } })
  const { replyId } = await ok(folder, 'replies.queue', {
    mentionId: mention.id,
    body: 'Lucía, tienes razón: era de zanahoria. Te llevamos uno esta tarde.',
  })
  expect(await ok(folder, 'outbox.run', { brandId })).toMatchObject({ 'by-hand': 1 })
  await ok(folder, 'outbox.confirm', { replyId, posted: true, url: `${town.origin}/resenas/1#respuesta` })
  expect(await ok(folder, 'mentions.get', { id: mention.id })).toMatchObject({
    status: 'resolved',
    reason: 'answered',
  })

  const { reportId } = await ok(folder, 'reports.make', {
    brandId,
    from: '2026-11-01',
    to: '2026-11-20',
  })
  const csv = join(folder, 'informe.csv')
  await ok(folder, 'reports.export', { reportId, format: 'csv', path: csv })
  expect(readFileSync(csv, 'utf8')).toContain('pedidos/equivocado')
})

test('gathering again brings nothing twice, and an edited review gets a revision', async () => {
  const folder = temporaryFolder()
  const town = await openTown()
  const { brandId } = await ok(folder, 'brands.create', { name: 'Café Aurora' })
  await ok(folder, 'sources.add', { brandId, url: `${town.origin}/shop/feed.json` })
  expect(await ok(folder, 'gather.run', {})).toMatchObject({ added: 1 })
  expect(await ok(folder, 'gather.run', {})).toMatchObject({ added: 0, unchanged: 1 })

  const { items } = await ok(folder, 'mentions.list', { limit: 10 })
  town.edit(
    '/shop/feed.json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Loja da Aurora',
      items: [
        {
          id: 'shop-1',
          url: `${town.origin}/shop/1`,
          content_text: 'O Café Aurora já respondeu e mandou outra caneca.',
        },
      ],
    }),
  )
  expect(await ok(folder, 'gather.run', {})).toMatchObject({ added: 0, revised: 1 })
  expect(await ok(folder, 'mentions.get', { id: items[0]?.id })).toMatchObject({
    revisions: 1,
    history: [{ text: expect.stringContaining('chegou partida') }],
  })
})

test('one broken source is named with what to do, and the others are gathered', async () => {
  const folder = temporaryFolder()
  const town = await openTown()
  const { brandId } = await ok(folder, 'brands.create', { name: 'Café Aurora' })
  const opml = `<opml version="2.0"><body>${['/broken.xml', '/down.xml', '/shop/feed.json']
    .map((path) => `<outline type="rss" text="x" xmlUrl="${town.origin}${path}"/>`)
    .join('')}</body></opml>`
  await ok(folder, 'sources.addMany', { brandId, opml })
  expect(await ok(folder, 'gather.run', { brandId })).toMatchObject({
    sources: 3,
    failed: 2,
    added: 1,
    errors: expect.arrayContaining([
      expect.objectContaining({ kind: 'not-a-feed', hint: expect.stringMatching(/./) }),
      expect.objectContaining({ kind: 'http-status', hint: expect.stringMatching(/./) }),
    ]),
  })
})

test('what cannot be done is JSON on standard error, with exit status 1', async () => {
  const { status, out, err } = await cli(temporaryFolder(), 'mentions.get', { id: 'b7.m1' })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(JSON.parse(err)).toMatchObject({
    kind: 'not-found',
    message: expect.stringMatching(/./),
    hint: expect.stringMatching(/./),
  })
})

test('a second engine on the same data folder is told that it is in use', async () => {
  const folder = temporaryFolder()
  const lines = openLines(folder, NOW)
  await lines.ask('{"id":1,"method":"settings.get","input":{}}')
  const { status, err } = await cli(folder, 'settings.get', {})
  expect(status).toBe(1)
  expect(JSON.parse(err)).toMatchObject({ kind: 'in-use' })
  await lines.end()
  expect(await cli(folder, 'settings.get', {})).toMatchObject({ status: 0 })
})

test('many calls in one process are answered line by line, in order, mistakes included', async () => {
  const lines = openLines(temporaryFolder(), NOW)
  const answers = [
    await lines.ask('{"id":"a","method":"brands.create","input":{"name":"Café Aurora"}}'),
    await lines.ask('{"id":"b","method":"no.such","input":{}}'),
    await lines.ask('this is no JSON'),
    await lines.ask('{"id":"c","method":"brands.list"}'),
  ]
  expect(answers).toMatchObject([
    { id: 'a', ok: true, output: { brandId: 'b1' } },
    { id: 'b', ok: false, failure: { kind: 'invalid-input' } },
    { id: null, ok: false, failure: { kind: 'invalid-input' } },
    { id: 'c', ok: true, output: { items: [{ name: 'Café Aurora' }] } },
  ])
  expect(await lines.end()).toBe(0)
})
