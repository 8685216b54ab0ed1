import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startBluesky } from '../../support/bluesky-server.ts'
import { ANSWERING_PLACES } from '../../support/answering-places.ts'
import { BLUESKY_PASSWORD } from '../../support/bluesky-server.ts'
import { DISCOURSE_KEY, startDiscourse } from '../../support/discourse-server.ts'
import { startAnswering } from '../../support/exactly-once.ts'
import { startTestEngine } from '../../support/test-engine.ts'
import { startWordpress, WORDPRESS_PASSWORD } from '../../support/wordpress-server.ts'

const TEXT = 'Sí, abrimos los domingos de 9 a 14. https://cafe.example/horario'

async function onBluesky() {
  const engine = startTestEngine({ host: { patienceMs: 5000 } })
  const place = await startBluesky(engine.now)
  const brandId = await engine.addBrand()
  const uri = place.say('lucia', '¿Abrís los domingos?')
  const url = `https://bsky.app/profile/lucia.example/post/${uri.slice(uri.lastIndexOf('/') + 1)}`
  const mentionId = engine.addMention(brandId, '¿Abrís los domingos?', {
    author: 'Lucía',
    externalId: uri,
    url,
  })
  const settings = { server: place.origin, user: 'cafeluna.example' }
  await engine.call('accounts.connect', { brandId, channel: 'bluesky', settings, secret: BLUESKY_PASSWORD })
  return { ...engine, place, brandId, mentionId, uri }
}

test('on Bluesky an answer hangs under its post, and its link is one: by its bytes', async () => {
  const { call, place, mentionId, moveClockTo, uri } = await onBluesky()
  const body = 'Sí 👩‍👩‍👧 ábrimos: https://cafe.example/horario #café'
  await call('replies.queue', { mentionId, body })
  moveClockTo('2026-03-02T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
  const [post] = place.under(uri)
  const bytes = Buffer.from(body)
  const linkAt = bytes.indexOf('https')
  const tagAt = bytes.indexOf('#')
  expect(post?.value).toMatchObject({
    text: body,
    createdAt: '2026-03-02T09:01:00.000Z',
    reply: { root: { uri }, parent: { uri } },
    facets: [
      {
        index: { byteStart: linkAt, byteEnd: linkAt + Buffer.byteLength('https://cafe.example/horario') },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://cafe.example/horario' }],
      },
      {
        index: { byteStart: tagAt, byteEnd: tagAt + Buffer.byteLength('#café') },
        features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'café' }],
      },
    ],
  })
  expect(await call('outbox.list', {})).toMatchObject({ items: [] })
})

test('Bluesky counts a family of emoji as one, and in bytes as many', async () => {
  const { call, mentionId } = await onBluesky()
  const { items } = await call('channels.for', { mentionId, body: '👩‍👩‍👧' })
  expect(items[0]?.limits).toEqual([
    { unit: 'graphemes', most: 300, length: 1 },
    { unit: 'bytes', most: 3000, length: 18 },
  ])
  await expect(call('replies.queue', { mentionId, body: '👩‍👩‍👧'.repeat(200) })).rejects.toMatchObject({
    failure: { kind: 'invalid-input', facts: { unit: 'bytes' } },
  })
})

test('a Bluesky session is kept as long as it lasts, and renewed when it has run out', async () => {
  const { call, place, brandId, mentionId, moveClockTo, addMention } = await onBluesky()
  await call('replies.queue', { mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  await call('outbox.run', {})
  const opened = place.sessions()
  const later = place.say('rio', '¿Y los festivos?')
  const other = addMention(brandId, '¿Y los festivos?', { author: 'Río', externalId: later })
  await call('replies.queue', { mentionId: other, body: 'Los festivos también.' })
  moveClockTo('2026-03-02T12:00:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 2 })
  expect(place.sessions()).toBe(opened + 1)
})

async function onWordpress(more: { moderates?: boolean; moderator?: boolean } = {}) {
  const engine = startTestEngine({ host: { patienceMs: 5000 } })
  const place = Object.assign(await startWordpress(engine.now), more)
  const brandId = await engine.addBrand()
  const id = place.say('Lucía', '¿Abrís los domingos?')
  const mentionId = engine.addMention(brandId, '¿Abrís los domingos?', {
    author: 'Lucía',
    url: `${place.origin}/una-entrada/#comment-${id}`,
  })
  const settings = { server: place.origin, user: 'iris' }
  const connected = await engine.call('accounts.connect', {
    ...{ brandId, channel: 'wordpress', settings, secret: WORDPRESS_PASSWORD },
  })
  return { ...engine, place, brandId, mentionId, id, connected }
}

test('on WordPress an answer that waits for a moderator is shown as that, and never sent again', async () => {
  const { call, place, mentionId, moveClockTo } = await onWordpress({ moderates: true })
  await call('replies.queue', { mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ held: 1, sent: 0 })
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({ answerWaits: true, status: 'open' })
  moveClockTo('2026-03-09T09:01:00Z')
  await call('outbox.run', {})
  expect(place.comments).toHaveLength(2)
})

test('a login that cannot see what is held asks the user instead of guessing', async () => {
  const { call, place, mentionId, moveClockTo, connected } = await onWordpress({
    moderates: true,
    moderator: false,
  })
  expect(connected.mayDo).toEqual(['answer', 'look-up'])
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  place.writeFaults.push({ kind: 'commit-then-drop' })
  await call('outbox.run', {})
  await call('outbox.run', {})
  expect(await call('outbox.list', {})).toMatchObject({ items: [{ state: 'unsure', reason: 'ask' }] })
  moveClockTo('2026-03-09T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ unsure: 1 })
  expect(place.comments).toHaveLength(2)
  expect(await call('outbox.confirm', { replyId, posted: true })).toEqual({ state: 'sent' })
})

test('two comments too quick for WordPress go out one after the other', async () => {
  const { call, place, brandId, mentionId, moveClockTo, addMention } = await onWordpress({ moderator: false })
  const second = place.say('Río', '¿Y los festivos?')
  const other = addMention(brandId, '¿Y los festivos?', {
    author: 'Río',
    url: `${place.origin}/una-entrada/#comment-${second}`,
  })
  await call('replies.queue', { mentionId, body: TEXT })
  await call('replies.queue', { mentionId: other, body: 'Los festivos también.' })
  moveClockTo('2026-03-02T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1, queued: 1 })
  expect(await call('accounts.list', {})).toMatchObject({ items: [{ state: 'waits' }] })
  moveClockTo('2026-03-02T09:01:17Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 2, queued: 0 })
})

async function onDiscourse() {
  const engine = startTestEngine({ host: { patienceMs: 5000 } })
  const place = await startDiscourse(engine.now)
  const brandId = await engine.addBrand()
  const settings = { server: place.origin, user: 'cafeluna' }
  await engine.call('accounts.connect', { brandId, channel: 'discourse', settings, secret: DISCOURSE_KEY })
  const ask = (name: string) => {
    const topic = place.say(name, `¿Abrís los domingos? Soy ${name}`)
    const url = `${place.origin}/t/un-tema/${topic}/1`
    return {
      topic,
      mentionId: engine.addMention(brandId, `¿Abrís los domingos? Soy ${name}`, { author: name, url }),
    }
  }
  return { ...engine, place, ask }
}

test('the same words to two people in a forum wait until the forum takes them, and are not dropped', async () => {
  const { call, place, ask, moveClockTo } = await onDiscourse()
  const [one, two] = [ask('lucia'), ask('rio')]
  await call('replies.queue', { mentionId: one.mentionId, body: TEXT })
  await call('replies.queue', { mentionId: two.mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1, queued: 1 })
  expect(await call('outbox.list', {})).toMatchObject({ items: [{ reason: 'too-similar' }] })
  moveClockTo('2026-03-02T09:07:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 2, queued: 0 })
  expect([one, two].map(({ topic }) => place.postsOf(topic).length)).toEqual([2, 2])
})

test('what a forum puts before its moderators is held, even where its receipt was lost', async () => {
  const { call, place, ask, moveClockTo } = await onDiscourse()
  place.reviews = true
  await call('replies.queue', { mentionId: ask('lucia').mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  place.writeFaults.push({ kind: 'commit-then-drop' })
  await call('outbox.run', {})
  moveClockTo('2026-03-02T09:10:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ held: 1 })
  expect(place.pending).toHaveLength(1)
})

test('what a forum refuses is a draft again, with what the forum says', async () => {
  const { call, ask, moveClockTo } = await onDiscourse()
  await call('replies.queue', { mentionId: ask('lucia').mentionId, body: 'Sí.' })
  moveClockTo('2026-03-02T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ refused: 1 })
  expect(await call('outbox.list', {})).toMatchObject({
    items: [{ state: 'refused', reason: 'not-taken', says: 'Body is too short (minimum is 20 characters)' }],
  })
})

test.each(Object.keys(ANSWERING_PLACES))(
  '%s: after a restore of yesterday’s data, what went out since is not posted again',
  async (channel) => {
    const start = ANSWERING_PLACES[channel]
    if (start === undefined) throw new Error(`There is no ${channel}.`)
    const answering = await startAnswering(start)
    const { place, queue, moveBy, run } = answering
    const said = place.say('lucia', '¿Abrís los domingos?')
    const other = place.say('rio', '¿Y los festivos?')
    await queue(said, TEXT)
    await queue(other, 'Los festivos también abrimos, Río.')
    const { path: backup } = await answering.engine().call('store.backup', {})
    moveBy(21_000)
    // The receipt of the second is lost, and so is what the program knew of it.
    place.server.writeFaults.push({ kind: 'commit-then-drop' })
    await run()
    await answering.away(86_400_000, (folder) => {
      for (const name of readdirSync(join(folder, 'brands'))) {
        if (name.endsWith('.jsonl')) continue
        rmSync(join(folder, 'brands', name))
      }
      for (const name of readdirSync(join(backup, 'brands'))) {
        if (name.endsWith('.sqlite')) copyFileSync(join(backup, 'brands', name), join(folder, 'brands', name))
      }
      return Promise.resolve()
    })
    for (let round = 0; round < 5; round += 1) {
      await run()
      moveBy(120_000)
    }
    expect([place.under(said), place.under(other)]).toEqual([[TEXT], ['Los festivos también abrimos, Río.']])
    expect((await answering.engine().call('outbox.list', {})).items).toEqual([])
  },
)

test('our answer gathered later is recognised, confirms the sending, and is shown once', async () => {
  const { call, brandId, addMention, moveClockTo, place, mentionId, uri } = await onBluesky()
  const { replyId } = await call('replies.queue', { mentionId, body: TEXT, channel: 'by-hand' })
  await call('outbox.run', {})
  moveClockTo('2026-03-02T10:00:00Z')
  addMention(brandId, TEXT, {
    ...{ author: 'Café Luna', handle: 'cafeluna.example', answers: mentionId, ourVoice: true },
    url: 'https://bsky.app/profile/cafeluna.example/post/3lours',
  })
  await call('outbox.run', {})
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({
    status: 'resolved',
    conversation: [
      { kind: 'mention' },
      { kind: 'reply', replyId, state: 'sent', url: 'https://bsky.app/profile/cafeluna.example/post/3lours' },
    ],
  })
  expect(place.under(uri)).toEqual([])
})

test('two hundred answers to four places after a week offline: each once, in order, one at a time', async () => {
  const engine = startTestEngine({ host: { patienceMs: 20_000 } })
  const brandId = await engine.addBrand()
  const places = []
  const queued = []
  for (const start of Object.values(ANSWERING_PLACES)) {
    const place = await start(engine.now)
    await engine.call('accounts.connect', { brandId, channel: place.channel, ...place.account })
    places.push(place)
    for (let index = 0; index < 50; index += 1) {
      const said = place.say(`persona${index}`, `Pregunta ${index} en ${place.channel}, ¿abrís los domingos?`)
      const body = `Respuesta ${index} en ${place.channel}: los domingos abrimos.`
      const mentionId = engine.addMention(brandId, said.text, said.fields)
      await engine.call('replies.queue', { mentionId, body, channel: place.channel })
      queued.push({ place, said, body })
    }
  }
  for (const { server } of places)
    server.writeFaults.push({ kind: '429', seconds: 300 }, { kind: 'commit-then-drop' })
  engine.moveClockTo('2026-03-09T09:00:00Z')
  expect(await engine.call('outbox.run', { asks: true })).toMatchObject({ queued: 200, sent: 0 })
  expect(await engine.call('outbox.list', {})).toMatchObject({ asks: { ready: 200, movedOn: 0 } })
  for (let minute = 0; minute < 30; minute += 2) {
    engine.moveClockTo(new Date(Date.parse('2026-03-09T09:00:00Z') + minute * 60_000).toISOString())
    await engine.call('outbox.run', {})
  }
  expect(await engine.call('outbox.run', {})).toMatchObject({ sent: 200, queued: 0, unsure: 0 })
  expect(queued.filter(({ place, said, body }) => place.count(said, body) !== 1)).toEqual([])
  for (const { server } of places) expect([server.mostAtOnce(), server.tooSoon()]).toEqual([1, 0])
})

test('no secret is written anywhere in the data folder, nor told to anybody', async () => {
  const { folder, call, log, place, mentionId, moveClockTo } = await onBluesky()
  await call('replies.queue', { mentionId, body: TEXT })
  moveClockTo('2026-03-02T09:01:00Z')
  place.writeFaults.push({ kind: '500-before-commit' })
  await call('outbox.run', {})
  const told = JSON.stringify([
    await call('accounts.list', {}),
    await call('outbox.list', {}),
    await call('acts.list', { limit: 50 }),
    log,
  ])
  expect(told).not.toContain(BLUESKY_PASSWORD)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (!/\.(?:sqlite|wal|shm|jsonl|json)/.test(name)) continue
    expect(readFileSync(path).includes(BLUESKY_PASSWORD)).toBe(false)
  }
})
