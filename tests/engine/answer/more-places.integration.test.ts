import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { jsonOf } from '../../support/json-of.ts'
import { type Asked, type Handled, servePlace } from '../../support/place-server.ts'
import { startTestEngine } from '../../support/test-engine.ts'

const BODY = 'Sí, los domingos abrimos de 9 a 14.'

const plain = (now: () => number, handle: (asked: Asked) => Handled) =>
  servePlace({
    now,
    handle,
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: {} }),
    unavailable: { status: 503, body: {} },
    broken: { status: 500, body: {} },
  })

async function answering(name: string) {
  const engine = startTestEngine({ host: { patienceMs: 3000 } })
  const brandId = await engine.addBrand({ name })
  return { ...engine, brandId }
}

test('on Lemmy an answer hangs under its comment, is found again by its words, and can be corrected', async () => {
  const { call, brandId, addMention, now, moveClockTo } = await answering('Café Luna')
  const comments = [
    {
      id: 7,
      creator_id: 1,
      post_id: 3,
      content: '¿Abrís los domingos?',
      path: '0.7',
      published: '2026-03-01T09:00:00Z',
    },
  ]
  const view = (one: (typeof comments)[number] | undefined) => ({
    status: 200,
    body: { comment_view: { comment: one } },
  })
  const lemmy = await plain(now, (asked) => {
    const path = asked.path.replace('/api/v3/', '')
    if (path === 'user/login')
      return asked.body.includes('"buena"')
        ? { status: 200, body: { jwt: 'j' } }
        : { status: 401, body: { error: 'incorrect_login' } }
    if (asked.headers.authorization !== 'Bearer j') return { status: 401, body: { error: 'not_logged_in' } }
    if (path === 'site')
      return { status: 200, body: { my_user: { local_user_view: { person: { id: 2, name: 'cafeluna' } } } } }
    if (path === 'comment/list')
      return { status: 200, body: { comments: comments.map((comment) => ({ comment })) } }
    if (path === 'comment' && asked.method === 'GET')
      return view(comments.find(({ id }) => id === Number(asked.query.get('id'))))
    if (asked.method === 'PUT')
      return {
        commit: () => {
          const { comment_id: id, content } = jsonOf(
            z.object({ comment_id: z.number(), content: z.string() }),
            asked.body,
          )
          const one = comments.find((comment) => comment.id === id)
          if (one) one.content = content
          return view(one)
        },
      }
    return {
      commit: () => {
        const { content, post_id, parent_id } = jsonOf(
          z.object({ content: z.string(), post_id: z.number(), parent_id: z.number() }),
          asked.body,
        )
        const one = {
          id: 8,
          creator_id: 2,
          post_id,
          content,
          path: `0.${parent_id}.8`,
          published: new Date(now()).toISOString(),
        }
        comments.push(one)
        return view(one)
      },
    }
  })
  const settings = { server: lemmy.origin, user: 'cafeluna' }
  await expect(
    call('accounts.connect', { brandId, channel: 'lemmy', settings, secret: 'mala' }),
  ).rejects.toMatchObject({ failure: { kind: 'needs-login' } })
  await call('accounts.connect', { brandId, channel: 'lemmy', settings, secret: 'buena' })
  const mentionId = addMention(brandId, '¿Abrís los domingos?', { url: `${lemmy.origin}/comment/7` })
  const { replyId } = await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  lemmy.writeFaults.push({ kind: 'commit-then-drop' })
  await call('outbox.run', {})
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
  expect(comments).toHaveLength(2)
  await call('replies.correct', { replyId, body: 'Los domingos, de 9 a 15.' })
  expect(comments.at(-1)).toMatchObject({ content: 'Los domingos, de 9 a 15.', path: '0.7.8' })
})

test('on Google Play the key of the service account never leaves; a review has one reply, however often it is sent', async () => {
  const { call, brandId, addMention, now, moveClockTo } = await answering('Café Luna')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const replies = new Map<string, string>()
  const play = await plain(now, (asked) => {
    if (asked.path === '/token') return { status: 200, body: { access_token: 't', expires_in: 3600 } }
    if (asked.headers.authorization !== 'Bearer t')
      return { status: 401, body: { error: { message: 'Invalid Credentials' } } }
    const reply = /reviews\/(.+):reply$/.exec(asked.path)
    if (!reply)
      return {
        status: 200,
        body: asked.path.endsWith('reviews')
          ? { reviews: [] }
          : { comments: [{ userComment: { lastModified: { seconds: '1' } } }] },
      }
    return {
      commit: () => {
        const { replyText } = jsonOf(z.object({ replyText: z.string() }), asked.body)
        replies.set(reply[1] ?? '', replyText)
        return { status: 200, body: { result: { replyText, lastEdited: { seconds: '2' } } } }
      },
    }
  })
  const settings = { app: 'es.luna.cafe', server: play.origin, tokens: play.origin }
  const secret = JSON.stringify({ client_email: 'x@y.iam.gserviceaccount.com', private_key: key })
  await call('accounts.connect', { brandId, channel: 'google-play', settings, secret })
  const url = 'https://play.google.com/store/apps/details?id=es.luna.cafe&reviewId=gp:AOqpTOE1234'
  const mentionId = addMention(brandId, 'Se cierra sola', { url, rating: 2 })
  await expect(call('replies.queue', { mentionId, body: 'a'.repeat(351) })).rejects.toMatchObject({
    failure: { kind: 'invalid-input' },
  })
  await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  play.writeFaults.push({ kind: '500-after-commit' })
  await call('outbox.run', {})
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
  expect([...replies]).toEqual([['gp:AOqpTOE1234', BODY]])
  expect(JSON.stringify(play.asked)).not.toContain('PRIVATE KEY')
})

test('App Store Connect knows a review by another id: it is found by who wrote what, and Apple holds the response', async () => {
  const { call, brandId, addMention, now, moveClockTo } = await answering('Café Luna')
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const responses = new Map<string, string>()
  const review = {
    id: '00000046-ea46',
    type: 'customerReviews',
    attributes: {
      title: 'Se cierra',
      body: 'Se cierra sola',
      reviewerNickname: 'Lucía',
      createdDate: '2026-03-01T09:00:00Z',
    },
  }
  const apple = await plain(now, (asked) => {
    if (!/^Bearer [\w-]+\.[\w-]+\.[\w-]{86}$/.test(asked.headers.authorization ?? ''))
      return { status: 401, body: { errors: [{ detail: 'NOT_AUTHORIZED' }] } }
    if (asked.path === '/v1/apps/123456789')
      return { status: 200, body: { data: { attributes: { name: 'Luna' } } } }
    if (asked.path.endsWith('/customerReviews')) return { status: 200, body: { data: [review], links: {} } }
    return {
      commit: () => {
        const Sent = z.object({
          data: z.object({
            attributes: z.object({ responseBody: z.string() }),
            relationships: z.object({ review: z.object({ data: z.object({ id: z.string() }) }) }),
          }),
        })
        const { data } = jsonOf(Sent, asked.body)
        responses.set(data.relationships.review.data.id, data.attributes.responseBody)
        const attributes = {
          responseBody: data.attributes.responseBody,
          lastModifiedDate: new Date(now()).toISOString(),
          state: 'PENDING_PUBLISH',
        }
        return { status: 201, body: { data: { type: 'customerReviewResponses', id: 'r1', attributes } } }
      },
    }
  })
  const settings = { app: '123456789', keyId: 'ABC', issuer: '57246542', server: apple.origin }
  const secret = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await call('accounts.connect', { brandId, channel: 'app-store-connect', settings, secret })
  const url = 'https://apps.apple.com/es/app/luna/id123456789?see-all=reviews'
  const mentionId = addMention(brandId, 'Se cierra sola', {
    title: 'Se cierra',
    author: 'Lucía',
    url,
    rating: 2,
  })
  await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ held: 1 })
  expect([...responses]).toEqual([['00000046-ea46', BODY]])
})

/** As much of SMTP as one mail needs; `drops` closes the line when the message is whole. */
async function startMailServer(): Promise<{ port: number; mails: string[]; drops: { next: boolean } }> {
  const mails: string[] = []
  const drops = { next: false }
  const server = createServer((socket: Socket) => {
    let [data, inData] = ['', false]
    socket.write('220 mail.example ESMTP\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      data += chunk.toString('utf8')
      for (;;) {
        const end = data.indexOf(inData ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const line = data.slice(0, end)
        data = data.slice(end + (inData ? 5 : 2))
        if (inData) {
          inData = false
          mails.push(line)
          if (drops.next) socket.destroy()
          else socket.write('250 OK\r\n')
        } else if (/^EHLO/i.test(line)) socket.write('250-mail.example\r\n250 AUTH PLAIN\r\n')
        else if (/^AUTH/i.test(line))
          socket.write(
            line.includes(Buffer.from('\u0000iris\u0000buena').toString('base64'))
              ? '235 ok\r\n'
              : '535 5.7.8 wrong\r\n',
          )
        else if (/^DATA/i.test(line)) {
          inData = true
          socket.write('354 go\r\n')
        } else socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : 0, mails, drops }
}

test('an answer by mail stands in the thread of what it answers', async () => {
  const { call, brandId, addMention, moveClockTo } = await answering('Café Luna')
  const { port, mails } = await startMailServer()
  const settings = {
    server: `127.0.0.1:${port}`,
    user: 'iris',
    from: 'hola@cafeluna.example',
    name: 'Café Luna',
  }
  await expect(
    call('accounts.connect', { brandId, channel: 'email', settings, secret: 'mala' }),
  ).rejects.toMatchObject({ failure: { kind: 'needs-login' } })
  await call('accounts.connect', { brandId, channel: 'email', settings, secret: 'buena' })
  const mentionId = addMention(brandId, '¿Abrís los domingos?', {
    ...{
      title: 'Re: Horario',
      author: 'Lucía',
      handle: 'lucia@correo.example',
      externalId: 'abc-1@correo.example',
    },
  })
  await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  expect(await call('outbox.run', {})).toMatchObject({ sent: 1 })
  const [mail = ''] = mails
  expect(mail).toMatch(/^In-Reply-To: <abc-1@correo\.example>\r$/m)
  expect(mail).toMatch(/^References: <abc-1@correo\.example>\r$/m)
  expect(mail).toMatch(/^Message-ID: <[0-9a-f-]{36}@cafeluna\.example>\r$/m)
  expect(mail).toMatch(/^Subject: Re: Horario\r$/m)
  expect(mail).toMatch(/^To: lucia@correo\.example\r$/m)
})

test('a mail that may have left is asked about, and never sent again by itself', async () => {
  const { call, brandId, addMention, moveClockTo } = await answering('Café Luna')
  const { port, mails, drops } = await startMailServer()
  const settings = { server: `127.0.0.1:${port}`, user: 'iris', from: 'hola@cafeluna.example' }
  await call('accounts.connect', { brandId, channel: 'email', settings, secret: 'buena' })
  const mentionId = addMention(brandId, '¿Abrís los domingos?', {
    title: 'Horario',
    handle: 'lucia@correo.example',
  })
  const { replyId } = await call('replies.queue', { mentionId, body: BODY })
  moveClockTo('2026-03-02T09:01:00Z')
  drops.next = true
  expect(await call('outbox.run', {})).toMatchObject({ unsure: 1 })
  await call('outbox.run', {})
  moveClockTo('2026-03-09T09:01:00Z')
  await call('outbox.run', {})
  expect(await call('outbox.list', {})).toMatchObject({ items: [{ state: 'unsure', reason: 'ask' }] })
  expect(mails).toHaveLength(1)
  expect(await call('outbox.confirm', { replyId, posted: true })).toEqual({ state: 'sent' })
})
