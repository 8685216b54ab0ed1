import { expect, test } from 'vitest'
import { MASTODON_TOKEN, startMastodon } from '../../support/mastodon-server.ts'
import { startTestEngine } from '../../support/test-engine.ts'

const TEXT = 'Lucía, tienes razón: salió tarde. Mañana lo tienes & va con “disculpa”.'

async function withAccount() {
  const engine = startTestEngine({ host: { patienceMs: 2000 } })
  const mastodon = await startMastodon(engine.now)
  const brandId = await engine.addBrand()
  const id = mastodon.say('lucia', 'Tercera vez que escribo por mi pedido')
  const mentionId = engine.addMention(brandId, 'Tercera vez que escribo por mi pedido', {
    author: 'Lucía',
    handle: '@lucia',
    url: mastodon.urlOf(id),
  })
  const { accountId } = await engine.call('accounts.connect', {
    brandId,
    channel: 'mastodon',
    settings: { server: mastodon.origin },
    secret: MASTODON_TOKEN,
  })
  return { ...engine, mastodon, brandId, mentionId, statusId: id, accountId }
}

test('an account is tested at once, says what it may do, and never shows its secret', async () => {
  const { call, mastodon, brandId, mentionId, log } = await withAccount()
  const { items } = await call('accounts.list', { brandId })
  expect(items).toMatchObject([
    {
      channel: 'mastodon',
      name: `@cafeluna@${new URL(mastodon.origin).host}`,
      mayDo: ['answer', 'look-up', 'correct'],
      state: 'ready',
    },
  ])
  expect(JSON.stringify([items, log])).not.toContain(MASTODON_TOKEN)
  expect(
    await call('channels.for', {
      mentionId,
      body: 'Hola https://example.com/a/very/long/address?with=words',
    }),
  ).toMatchObject({
    items: [
      {
        channel: 'mastodon',
        limits: [{ most: 500, length: 'Hola '.length + 23 + '@lucia '.length, unit: 'characters' }],
      },
      { channel: 'by-hand', accountId: null },
    ],
  })
  const wrong = {
    brandId,
    channel: 'mastodon',
    settings: { server: mastodon.origin },
    secret: 'wrong-secret',
  }
  await expect(call('accounts.connect', wrong)).rejects.toMatchObject({ failure: { kind: 'needs-login' } })
})

test('an answer waits for the moment in which it can be taken back, then goes out once, under what the person said', async () => {
  const { call, mastodon, brandId, mentionId, moveClockTo, statusId } = await withAccount()
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })
  expect(await call('outbox.run', { brandId })).toMatchObject({ queued: 1, sent: 0 })
  expect(await call('outbox.list', {})).toMatchObject({
    items: [{ replyId, state: 'queued', channel: 'mastodon', notBefore: '2026-03-02T09:00:20.000Z' }],
  })
  moveClockTo('2026-03-02T09:00:20Z')
  expect(await call('outbox.run', { brandId })).toMatchObject({ queued: 0, sent: 1 })
  await call('outbox.run', { brandId })

  expect(mastodon.postsOf('cafeluna')).toMatchObject([{ replyTo: statusId, text: `@lucia ${TEXT}` }])
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({
    status: 'resolved',
    reason: 'answered',
    conversation: [
      { kind: 'mention' },
      { kind: 'reply', state: 'sent', url: mastodon.urlOf(mastodon.postsOf('cafeluna')[0]?.id ?? '') },
    ],
  })
})

test('an answer whose receipt was lost is asked for under the same key, and is there once', async () => {
  const { call, mastodon, mentionId, moveClockTo } = await withAccount()
  await call('replies.queue', { mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  mastodon.writeFaults.push({ kind: 'commit-then-drop' })
  expect(await call('outbox.run', {})).toMatchObject({ unsure: 1, sent: 0 })
  expect(await call('outbox.run', {})).toMatchObject({ unsure: 0, sent: 1 })
  expect(mastodon.postsOf('cafeluna')).toHaveLength(1)
})

test.each([
  ['somebody of the brand has answered there', 'answered'],
  ['the person has edited it', 'edited'],
  ['it was deleted', 'gone'],
])('an answer stops when %s, and says so', async (_why, reason) => {
  const { call, mastodon, mentionId, moveClockTo, statusId } = await withAccount()
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:05:00Z')
  if (reason === 'answered') mastodon.say('cafeluna', '@lucia Ya está en camino.', statusId)
  if (reason === 'edited') mastodon.edit(statusId)
  if (reason === 'gone') mastodon.remove(statusId)
  const before = mastodon.postsOf('cafeluna').length
  expect(await call('outbox.run', {})).toMatchObject({ stopped: 1, sent: 0 })
  expect(await call('outbox.list', {})).toMatchObject({
    items: [{ replyId, state: 'stopped', reason, body: TEXT }],
  })
  expect(mastodon.postsOf('cafeluna')).toHaveLength(before)

  if (reason === 'gone') return
  expect(await call('outbox.retry', { replyId })).toEqual({ state: 'sent' })
  expect(mastodon.postsOf('cafeluna')).toHaveLength(before + 1)
})

test('a busy place is left alone as long as it asked for', async () => {
  const { call, mastodon, mentionId, moveClockTo } = await withAccount()
  await call('replies.queue', { mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  mastodon.writeFaults.push({ kind: '429', seconds: 300 })
  expect(await call('outbox.run', {})).toMatchObject({ queued: 1 })
  moveClockTo('2026-03-02T09:05:59Z')
  expect(await call('outbox.run', {})).toMatchObject({ queued: 1 })
  moveClockTo('2026-03-02T09:06:02Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
  expect(mastodon.tooSoon()).toBe(0)
})

test('with a token that was taken back the answers wait, and go out when the account is connected again', async () => {
  const { call, mastodon, brandId, mentionId, moveClockTo } = await withAccount()
  await call('replies.queue', { mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  mastodon.revoked = true
  expect(await call('outbox.run', {})).toMatchObject({ queued: 1 })
  expect(await call('accounts.list', {})).toMatchObject({ items: [{ state: 'sign-in', onTheWay: 1 }] })
  mastodon.revoked = false
  await call('accounts.connect', {
    brandId,
    channel: 'mastodon',
    settings: { server: mastodon.origin },
    secret: MASTODON_TOKEN,
  })
  expect((await call('accounts.list', {})).items).toMatchObject([{ state: 'ready' }])
  moveClockTo('2026-03-02T09:02:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
})

test('what the place refuses for good is a draft again, with its reason', async () => {
  const { call, mastodon, mentionId, moveClockTo, statusId } = await withAccount()
  const body = `${'muy '.repeat(130)}largo`
  await expect(call('replies.queue', { mentionId, body })).rejects.toMatchObject({
    failure: { kind: 'invalid-input' },
  })
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  mastodon.writeFaults.push({ kind: '500-before-commit' })
  await call('outbox.run', {})
  mastodon.remove(statusId)
  moveClockTo('2026-03-02T09:03:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ refused: 1 })
  expect(await call('outbox.list', {})).toMatchObject({
    items: [{ replyId, state: 'refused', reason: 'gone', says: 'Record not found' }],
  })
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({ drafts: [{ body: TEXT }] })
  await call('outbox.takeBack', { replyId })
  expect((await call('outbox.list', {})).items).toEqual([])
})

test('an answer that is out can be corrected there, and both versions are kept', async () => {
  const { call, mastodon, mentionId, moveClockTo, brandId, fileOf } = await withAccount()
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  await call('outbox.run', {})
  await call('replies.correct', { replyId, body: 'Lucía, sale hoy mismo.' })
  expect(mastodon.postsOf('cafeluna')).toMatchObject([{ text: '@lucia Lucía, sale hoy mismo.' }])
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({
    conversation: [{ kind: 'mention' }, { kind: 'reply', body: 'Lucía, sale hoy mismo.' }],
  })
  expect(fileOf(brandId).prepare('SELECT body FROM reply_version').all()).toEqual([{ body: TEXT }])
})

test('after days offline the program asks once before anything goes, and says what moved on', async () => {
  const { call, mastodon, brandId, mentionId, moveClockTo, addMention } = await withAccount()
  const other = mastodon.say('rio', '¿Abrís los domingos?')
  const otherMention = addMention(brandId, '¿Abrís los domingos?', {
    author: 'Río',
    handle: '@rio',
    url: mastodon.urlOf(other),
  })
  await call('replies.queue', { mentionId, body: TEXT })
  await call('replies.queue', { mentionId: otherMention, body: 'Sí, de 9 a 14.' })
  moveClockTo('2026-03-09T09:00:00Z')
  mastodon.edit(other)
  expect(await call('outbox.run', { asks: true })).toMatchObject({ queued: 1, stopped: 1, sent: 0 })
  expect(await call('outbox.list', {})).toMatchObject({
    items: [
      { state: 'queued', waitsForWord: true },
      { state: 'stopped', waitsForWord: false },
    ],
    asks: { ready: 1, movedOn: 1 },
  })
  expect(mastodon.postsOf('cafeluna')).toHaveLength(0)

  expect(await call('outbox.run', {})).toMatchObject({ sent: 1, stopped: 1 })
  expect(await call('outbox.list', {})).toMatchObject({ asks: null })
  expect(mastodon.postsOf('cafeluna')).toHaveLength(1)
})

test('a secret goes over https or to this machine, to its own place alone', async () => {
  const { call, brandId } = await withAccount()
  const plain = { brandId, channel: 'mastodon', settings: { server: 'http://social.example' }, secret: 'x' }
  await expect(call('accounts.connect', plain)).rejects.toMatchObject({ failure: { kind: 'unreachable' } })
})

test('answers of one brand never go through another’s account', async () => {
  const { call, mastodon, mentionId, addBrand, addMention, accountId } = await withAccount()
  const other = await addBrand({ name: 'Taller Norte' })
  const id = mastodon.say('ana', 'El taller tarda mucho')
  const theirs = addMention(other, 'El taller tarda mucho', {
    author: 'Ana',
    handle: '@ana',
    url: mastodon.urlOf(id),
  })
  expect((await call('channels.for', { mentionId: theirs })).items.map(({ channel }) => channel)).toEqual([
    'by-hand',
  ])
  await expect(call('replies.queue', { mentionId: theirs, body: 'Ana…', accountId })).rejects.toMatchObject({
    failure: { kind: 'invalid-input' },
  })
  await expect(
    call('replies.queue', { mentionId: theirs, body: 'Ana…', channel: 'mastodon' }),
  ).rejects.toMatchObject({ failure: { kind: 'invalid-input' } })
  expect((await call('channels.for', { mentionId })).items).toHaveLength(2)
})
