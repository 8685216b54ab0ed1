import { readFileSync, rmSync, copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type TestEngine, startTestEngine } from '../../support/test-engine.ts'

const TEXT = 'Lucía, tienes razón: salió tarde. Mañana lo tienes.'

async function withMention(engine: TestEngine = startTestEngine()) {
  const brandId = await engine.addBrand()
  const mentionId = engine.addMention(brandId, 'Tercera vez que escribo por mi pedido', {
    author: 'Lucía',
    url: 'https://resenas.example/lucia/3',
  })
  return { ...engine, brandId, mentionId }
}

test('a draft is there again when the program starts again', async () => {
  const { call, close, mentionId, folder } = await withMention()
  await call('replies.saveDraft', { mentionId, body: 'Lucía, tienes raz' })
  await close()

  const again = startTestEngine({ folder })
  expect(await again.call('mentions.get', { id: mentionId })).toMatchObject({
    hasDraft: true,
    drafts: [{ body: 'Lucía, tienes raz' }],
  })
})

test('a queued answer waits, its mention stays open, and the text is frozen', async () => {
  const { call, mentionId, brandId } = await withMention()
  await call('replies.saveDraft', { mentionId, body: TEXT })
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })

  expect(await call('outbox.list', { brandId })).toMatchObject({
    items: [{ replyId, mentionId, state: 'queued', channel: 'by-hand', body: TEXT, to: 'Lucía' }],
  })
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({
    status: 'open',
    answerWaits: true,
    unanswered: true,
    hasDraft: false,
  })
})

test('an answer posted by hand resolves its mention as answered and stays in the conversation with its link', async () => {
  const { call, mentionId, brandId } = await withMention()
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })
  expect(await call('outbox.run', { brandId })).toMatchObject({ 'by-hand': 1, queued: 0 })

  await call('outbox.confirm', { replyId, posted: true, url: 'https://resenas.example/lucia/3#r' })

  expect(await call('mentions.get', { id: mentionId })).toMatchObject({
    status: 'resolved',
    reason: 'answered',
    unanswered: false,
    answerWaits: false,
    conversation: [
      { kind: 'mention' },
      { kind: 'reply', body: TEXT, state: 'sent', url: 'https://resenas.example/lucia/3#r' },
    ],
  })
  expect(await call('outbox.list', {})).toEqual({ items: [], asks: null })
  expect(await call('brands.list', {})).toMatchObject({ items: [{ unanswered: 0, unread: 0 }] })
})

test('an answer that did not go out is a draft again, after what was written since', async () => {
  const { call, mentionId } = await withMention()
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })
  await call('outbox.run', {})
  await call('replies.saveDraft', { mentionId, body: 'P. D.: perdona.' })

  expect(await call('outbox.confirm', { replyId, posted: false })).toEqual({ state: 'refused' })

  expect(await call('mentions.get', { id: mentionId })).toMatchObject({
    status: 'open',
    drafts: [{ body: `${TEXT}\n\nP. D.: perdona.` }],
  })
})

test('an answer can be taken back before it goes out', async () => {
  const { call, mentionId } = await withMention()
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })
  await call('outbox.takeBack', { replyId })
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({
    answerWaits: false,
    drafts: [{ body: TEXT }],
  })
  await expect(call('outbox.takeBack', { replyId })).rejects.toMatchObject({ failure: { kind: 'conflict' } })
})

test('offline an answer waits in the outbox and nothing is lost', async () => {
  const { call, mentionId } = await withMention()
  await call('settings.set', { offline: true })
  await call('replies.queue', { mentionId, body: TEXT })
  expect(await call('outbox.run', {})).toMatchObject({ queued: 1, 'by-hand': 0 })
  await call('settings.set', { offline: false })
  expect(await call('outbox.run', {})).toMatchObject({ queued: 0, 'by-hand': 1 })
})

test('nobody gets two answers: a second one to the same mention is refused while the first waits', async () => {
  const { call, mentionId } = await withMention()
  await call('replies.queue', { mentionId, body: TEXT })
  await expect(call('replies.queue', { mentionId, body: 'Otra cosa' })).rejects.toMatchObject({
    failure: { kind: 'conflict' },
  })
})

test('an answer that promises leaves its mention pending, and the promise in the ledger', async () => {
  const { call, mentionId, brandId } = await withMention()
  const due = '2026-03-04T10:00:00.000Z'
  const { replyId } = await call('replies.queue', {
    mentionId,
    body: TEXT,
    promises: [{ text: 'te llamo el miércoles', due }],
  })
  expect(await call('promises.list', { brandId })).toEqual({ items: [] })
  await call('outbox.run', {})
  await call('outbox.confirm', { replyId, posted: true })

  expect(await call('mentions.get', { id: mentionId })).toMatchObject({
    status: 'pending',
    reason: null,
    pending: { waitsFor: '' },
  })
  const { items } = await call('promises.list', { brandId, state: 'open' })
  expect(items).toMatchObject([{ text: 'te llamo el miércoles', due, mentionId, to: 'Lucía' }])
})

test('a promise said to be kept by mistake can be taken back', async () => {
  const { call, mentionId } = await withMention()
  const { promiseId } = await call('promises.add', {
    mentionId,
    text: 'llamarla',
    due: '2026-03-03T10:00:00.000Z',
  })
  await call('promises.settle', { promiseId, state: 'kept' })
  const { items } = await call('acts.list', { limit: 1 })
  await call('acts.undo', { actId: items[0]?.actId ?? failed() })
  expect(await call('promises.list', {})).toMatchObject({ items: [{ state: 'open', settledAt: null }] })
})

test('what went out is written in the replies journal before and after', async () => {
  const { call, mentionId, folder } = await withMention()
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })
  await call('outbox.run', {})
  await call('outbox.confirm', { replyId, posted: true })
  const [brand] = (await call('brands.list', {})).items
  const lines = readFileSync(join(folder, 'brands', `${brand?.uid ?? ''}.replies.jsonl`), 'utf8')
    .trim()
    .split('\n')
  expect(lines.map((line) => /"event":"(\w+)"/.exec(line)?.[1])).toEqual(['queued', 'attempted', 'sent'])
})

test('after a restore of yesterday’s file, what went out since is known as sent', async () => {
  const { call, mentionId, folder, close } = await withMention()
  const { path: backup } = await call('store.backup', {})
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })
  await call('outbox.run', {})
  await call('outbox.confirm', { replyId, posted: true, url: 'https://resenas.example/lucia/3#r' })
  const uid = (await call('brands.list', {})).items[0]?.uid ?? failed()
  await close()
  restore(folder, backup, uid)

  const again = startTestEngine({ folder })
  expect(await again.call('mentions.get', { id: mentionId })).toMatchObject({
    status: 'resolved',
    conversation: [{ kind: 'mention' }, { kind: 'reply', body: TEXT, state: 'sent' }],
  })
})

test('after a restore, a reply that may have gone out is unsure and holds the outbox until the user has looked', async () => {
  const { call, mentionId, folder, close, brandId, addMention } = await withMention()
  const other = addMention(brandId, '¿Abrís los domingos?', { author: 'Río' })
  const { path: backup } = await call('store.backup', {})
  await call('replies.queue', { mentionId, body: TEXT })
  await call('outbox.run', {})
  const uid = (await call('brands.list', {})).items[0]?.uid ?? failed()
  await close()
  restore(folder, backup, uid)

  const again = startTestEngine({ folder })
  const { items } = await again.call('outbox.list', {})
  expect(items).toMatchObject([{ state: 'unsure', body: TEXT, mentionId }])
  await again.call('replies.queue', { mentionId: other, body: 'Sí, Río, de 9 a 14.' })
  expect(await again.call('outbox.run', {})).toMatchObject({ queued: 1, unsure: 1 })

  await again.call('outbox.confirm', { replyId: items[0]?.replyId ?? failed(), posted: true })
  expect(await again.call('outbox.run', {})).toMatchObject({ queued: 0, 'by-hand': 1, sent: 1 })
})

function restore(folder: string, backup: string, uid: string): void {
  const path = join(folder, 'brands', `${uid}.sqlite`)
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
  copyFileSync(join(backup, 'brands', `${uid}.sqlite`), path)
}

function failed(): never {
  throw new Error('The test expected something there.')
}
