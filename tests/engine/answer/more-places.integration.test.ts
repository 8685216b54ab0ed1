import { expect, test } from 'vitest'
import { startAppStore } from '../../support/app-store-server.ts'
import { startGooglePlay } from '../../support/google-play-server.ts'
import { LEMMY_PASSWORD, startLemmy } from '../../support/lemmy-server.ts'
import { MAIL_PASSWORD, startMailServer } from '../../support/mail-server.ts'
import { startTestEngine } from '../../support/test-engine.ts'

const BODY = 'Sí, los domingos abrimos de 9 a 14.'

async function answering(name: string) {
  const engine = startTestEngine({ host: { patienceMs: 3000 } })
  const brandId = await engine.addBrand({ name })
  return { ...engine, brandId }
}

async function onLemmy() {
  const engine = await answering('Café Luna')
  const lemmy = await startLemmy(engine.now)
  const settings = { server: lemmy.origin, user: 'cafeluna' }
  const connect = (secret: string) =>
    engine.call('accounts.connect', { brandId: engine.brandId, channel: 'lemmy', settings, secret })
  await expect(connect('mala')).rejects.toMatchObject({ failure: { kind: 'needs-login' } })
  await connect(LEMMY_PASSWORD)
  const id = lemmy.say('lucia', '¿Abrís los domingos?')
  const url = `${lemmy.origin}/comment/${id}`
  const mentionId = engine.addMention(engine.brandId, '¿Abrís los domingos?', { url })
  return { ...engine, lemmy, mentionId, id }
}

test('on Lemmy an answer hangs under its comment, is found again by its words, and can be corrected', async () => {
  const { call, lemmy, mentionId, id, moveClockTo } = await onLemmy()
  const { replyId } = await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  lemmy.writeFaults.push({ kind: 'commit-then-drop' })
  await call('outbox.run', {})
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
  expect(lemmy.comments).toHaveLength(2)
  await call('replies.correct', { replyId, body: 'Los domingos, de 9 a 15.' })
  expect(lemmy.comments.at(-1)).toMatchObject({
    content: 'Los domingos, de 9 a 15.',
    path: expect.stringMatching(new RegExp(`^0\\.${id}\\.\\d+$`)),
  })
})

test('on Lemmy an answer under somebody else’s answer is not taken for ours', async () => {
  const { call, lemmy, mentionId, id, moveClockTo } = await onLemmy()
  const theirs = lemmy.say('rio', 'De 9 a 14, creo', id)
  lemmy.say('cafeluna', 'Gracias, Río.', theirs)
  await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
})

test('a Lemmy session that has ended is opened again, and who goes too fast is told to wait', async () => {
  const { call, lemmy, mentionId, moveClockTo } = await onLemmy()
  await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  lemmy.writeFaults.push({ kind: '429', seconds: 30 })
  expect(await call('outbox.run', {})).toMatchObject({ queued: 1 })
  lemmy.endSessions()
  moveClockTo('2026-03-02T09:10:00Z')
  await call('outbox.run', {})
  moveClockTo('2026-03-02T10:30:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
  expect(lemmy.comments).toHaveLength(2)
})

async function onGooglePlay() {
  const engine = await answering('Café Luna')
  const play = await startGooglePlay(engine.now)
  const settings = { app: play.app, server: play.origin, tokens: play.origin }
  const connect = (secret: string) =>
    engine.call('accounts.connect', { brandId: engine.brandId, channel: 'google-play', settings, secret })
  await expect(connect('{}')).rejects.toMatchObject({ failure: { kind: 'needs-login' } })
  await connect(play.keyFile)
  const review = play.say('Lucía', 'Se cierra sola')
  const url = `https://play.google.com/store/apps/details?id=${play.app}&reviewId=${review}`
  const mentionId = engine.addMention(engine.brandId, 'Se cierra sola', { author: 'Lucía', url, rating: 2 })
  return { ...engine, play, review, mentionId }
}

test('on Google Play the key of the service account never leaves; a review has one reply, however often it is sent', async () => {
  const { call, play, review, mentionId, moveClockTo } = await onGooglePlay()
  await expect(call('replies.queue', { mentionId, body: 'a'.repeat(351) })).rejects.toMatchObject({
    failure: { kind: 'invalid-input' },
  })
  const { replyId } = await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  play.writeFaults.push({ kind: '500-after-commit' })
  await call('outbox.run', {})
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
  expect(play.replyTo(review)).toBe(BODY)
  expect(JSON.stringify(play.asked)).not.toContain('PRIVATE KEY')
  await call('replies.correct', { replyId, body: 'De 9 a 15.' })
  expect(play.replyTo(review)).toBe('De 9 a 15.')
})

test('a Google Play review that is too old to be read can still be answered', async () => {
  const { call, play, review, mentionId, moveClockTo } = await onGooglePlay()
  moveClockTo('2026-03-12T09:00:00Z')
  await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-12T09:01:00Z')
  play.writeFaults.push({ kind: 'drop-before-commit' })
  await call('outbox.run', {})
  moveClockTo('2026-03-12T11:01:00Z')
  await call('outbox.run', {})
  moveClockTo('2026-03-12T11:03:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
  expect(play.replyTo(review)).toBe(BODY)
})

test('what a colleague answered in Google’s console meanwhile is not written over', async () => {
  const { call, play, review, mentionId, moveClockTo } = await onGooglePlay()
  await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  play.writeFaults.push({ kind: 'drop-before-commit' })
  await call('outbox.run', {})
  moveClockTo('2026-03-02T11:00:00Z')
  play.answerThere(review, 'Ya está arreglado en la 2.1.')
  expect(await call('outbox.run', {})).toMatchObject({ stopped: 1 })
  expect(play.replyTo(review)).toBe('Ya está arreglado en la 2.1.')
})

async function onAppStore() {
  const engine = await answering('Café Luna')
  const apple = await startAppStore(engine.now)
  const { brandId } = engine
  const account = { brandId, channel: 'app-store-connect', settings: apple.settings, secret: apple.key }
  await engine.call('accounts.connect', account)
  const review = apple.say('Lucía', 'Se cierra', 'Se cierra sola')
  const url = `https://apps.apple.com/es/app/luna/id${apple.app}?see-all=reviews`
  const said = { title: 'Se cierra', author: 'Lucía', url, rating: 2 }
  const mentionId = engine.addMention(brandId, 'Se cierra sola', said)
  return { ...engine, apple, review, mentionId }
}

test('App Store Connect knows a review by another id: it is found by who wrote what, and Apple holds the response until it shows it', async () => {
  const { call, apple, review, mentionId, moveClockTo } = await onAppStore()
  const { replyId } = await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ held: 1 })
  expect(apple.responseTo(review)).toBe(BODY)
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({ status: 'open', answerWaits: true })
  apple.publish()
  moveClockTo('2026-03-03T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ held: 0, sent: 1 })
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({ status: 'resolved' })
  await call('replies.correct', { replyId, body: 'De 9 a 15.' })
  expect(apple.responseTo(review)).toBe('De 9 a 15.')
})

test('what a colleague answered in App Store Connect meanwhile is neither written over nor taken for ours', async () => {
  const { call, apple, review, mentionId, moveClockTo } = await onAppStore()
  await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  apple.writeFaults.push({ kind: 'drop-before-commit' })
  await call('outbox.run', {})
  moveClockTo('2026-03-02T11:00:00Z')
  apple.answerThere(review, 'Ya está arreglado en la 2.1.')
  expect(await call('outbox.run', {})).toMatchObject({ stopped: 1 })
  expect(apple.responseTo(review)).toBe('Ya está arreglado en la 2.1.')
})

async function onMail() {
  const engine = await answering('Café Luna')
  const server = await startMailServer(engine.now)
  const settings = { server: server.origin, user: 'iris', from: 'hola@cafeluna.example', name: 'Café Luna' }
  const connect = (secret: string) =>
    engine.call('accounts.connect', { brandId: engine.brandId, channel: 'email', settings, secret })
  await expect(connect('mala')).rejects.toMatchObject({ failure: { kind: 'needs-login' } })
  await connect(MAIL_PASSWORD)
  return { ...engine, server }
}

test('an answer by mail stands in the thread of what it answers', async () => {
  const { call, brandId, addMention, moveClockTo, server } = await onMail()
  const first = addMention(brandId, '¿Abrís los domingos?', {
    ...{
      title: 'Horario',
      author: 'Lucía',
      handle: 'lucia@correo.example',
      externalId: 'abc-1@correo.example',
    },
    publishedAt: '2026-03-01T09:00:00Z',
  })
  await call('replies.queue', { mentionId: first, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
  const [mail] = server.mails
  expect(mail?.text).toBe(BODY)
  expect(mail?.headers.get('in-reply-to')).toBe('<abc-1@correo.example>')
  expect(mail?.headers.get('references')).toBe('<abc-1@correo.example>')
  expect(mail?.headers.get('message-id')).toMatch(/^<[0-9a-f-]{36}@cafeluna\.example>$/)
  expect(mail?.headers.get('subject')).toBe('Re: Horario')
  expect(mail?.headers.get('to')).toBe('lucia@correo.example')
  expect(mail?.headers.get('date')).toMatch(/^Mon, 0?2 Mar 2026 09:01:00 /)

  // She writes back; what came before is named from the first on (RFC 5322, 3.6.4).
  const second = addMention(brandId, 'Gracias. ¿Y los festivos?', {
    ...{ title: 'Re: Horario', author: 'Lucía', handle: 'lucia@correo.example' },
    ...{ externalId: 'abc-2@correo.example', answers: first, publishedAt: '2026-03-02T10:00:00Z' },
  })
  await call('replies.queue', { mentionId: second, body: 'También.' })
  moveClockTo('2026-03-02T10:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 2 })
  const answer = server.mails[1]
  expect(answer?.headers.get('in-reply-to')).toBe('<abc-2@correo.example>')
  expect(answer?.headers.get('references')).toBe(
    `<abc-1@correo.example> ${mail?.headers.get('message-id') ?? ''} <abc-2@correo.example>`,
  )
  expect(answer?.headers.get('subject')).toBe('Re: Horario')
})

test('a mail that may have left is asked about, and never sent again by itself', async () => {
  const { call, brandId, addMention, moveClockTo, server } = await onMail()
  const said = { title: 'Horario', handle: 'lucia@correo.example' }
  const mentionId = addMention(brandId, '¿Abrís los domingos?', said)
  const { replyId } = await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  server.writeFaults.push({ kind: 'commit-then-drop' })
  expect(await call('outbox.run', {})).toMatchObject({ unsure: 1 })
  await call('outbox.run', {})
  moveClockTo('2026-03-09T09:01:00Z')
  await call('outbox.run', {})
  expect(await call('outbox.list', {})).toMatchObject({ items: [{ state: 'unsure', reason: 'ask' }] })
  expect(server.mails).toHaveLength(1)
  expect(await call('outbox.confirm', { replyId, posted: true })).toEqual({ state: 'sent' })
})

test('a mail server that is busy is asked again later; what it refuses for good is a draft again', async () => {
  const { call, brandId, addMention, moveClockTo, server } = await onMail()
  const said = { title: 'Horario', handle: 'lucia@correo.example' }
  const mentionId = addMention(brandId, '¿Abrís los domingos?', said)
  await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  server.writeFaults.push({ kind: '503' }, { kind: '500-before-commit' })
  expect(await call('outbox.run', {})).toMatchObject({ queued: 1 })
  moveClockTo('2026-03-02T09:10:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ refused: 1 })
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({ drafts: [{ body: BODY }] })
  expect(server.mails).toEqual([])
})
