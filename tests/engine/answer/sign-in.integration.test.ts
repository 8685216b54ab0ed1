import { expect, test } from 'vitest'
import type { Net, SignIn } from '../../../src-main/engine/answer/channels/channel.ts'
import { beginSignIn } from '../../../src-main/engine/answer/sign-in.ts'
import { startMastodon } from '../../support/mastodon-server.ts'
import { startTestEngine } from '../../support/test-engine.ts'
import { startWordpress } from '../../support/wordpress-server.ts'

async function signingIn() {
  const engine = startTestEngine({ host: { patienceMs: 5000 } })
  const mastodon = await startMastodon(engine.now)
  const brandId = await engine.addBrand()
  const begin = async () => {
    const { signInId, url } = await engine.call('accounts.signIn', {
      brandId,
      channel: 'mastodon',
      settings: { server: mastodon.origin },
      words: { done: 'Ya está <vuelve>.', refused: 'No se ha conectado nada.' },
    })
    const asked = new URL(url).searchParams
    return { signInId, url, asked, redirect: asked.get('redirect_uri') ?? '' }
  }
  return { ...engine, mastodon, brandId, begin }
}

test('signing in with the browser connects the account, and nothing has to be pasted', async () => {
  const { call, begin, mastodon, brandId } = await signingIn()
  const { signInId, url, asked, redirect } = await begin()
  expect(new URL(url).origin).toBe(mastodon.origin)
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(redirect).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//)
  const signedIn = call('accounts.signedIn', { signInId })

  // A browser follows the way back by itself.
  const page = await fetch(url)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Ya está &lt;vuelve>.')

  expect(await signedIn).toMatchObject({
    name: expect.stringMatching(/^@cafeluna@/),
    mayDo: ['answer', 'look-up', 'correct'],
  })
  expect((await call('accounts.list', { brandId })).items).toMatchObject([{ state: 'ready' }])
  // It is over: the way back is closed, and the sign-in is gone.
  await expect(fetch(redirect)).rejects.toThrow()
  await expect(call('accounts.signedIn', { signInId })).rejects.toMatchObject({
    failure: { kind: 'not-found' },
  })
})

test('what comes back without our state is turned away, and the user can still come back', async () => {
  const { call, begin, mastodon } = await signingIn()
  const { signInId, url, redirect, asked } = await begin()
  const state = asked.get('state') ?? ''
  const signedIn = call('accounts.signedIn', { signInId })
  for (const wrong of [
    `${redirect}?code=stolen&state=guessed`,
    `${redirect}?code=stolen`,
    `${redirect}?error=access_denied&state=${state.slice(1)}`,
    redirect.replace('/signed-in', `/elsewhere?code=stolen&state=${state}`),
    redirect.replace('/signed-in', '//'),
    redirect.replace('/signed-in', '/favicon.ico'),
  ])
    expect((await fetch(wrong)).status).toBe(400)
  const post = { method: 'POST', body: `code=stolen&state=${state}` }
  expect((await fetch(`${redirect}?code=stolen&state=${state}`, post)).status).toBe(400)
  expect(mastodon.asked.filter(({ path }) => path === '/oauth/token')).toEqual([])

  await fetch(url)
  expect(await signedIn).toMatchObject({ name: expect.stringMatching(/^@cafeluna@/) })
})

test('a code that is not ours is not taken by the place, and nothing is connected', async () => {
  const { call, begin, brandId } = await signingIn()
  const first = await begin()
  const second = await begin()
  // Somebody brings the code of one sign-in to the other: it was asked for with another proof.
  const stolen = await fetch(first.url, { redirect: 'manual' })
  const code = new URL(stolen.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const signedIn = call('accounts.signedIn', { signInId: second.signInId })
  const refused = expect(signedIn).rejects.toMatchObject({ failure: { kind: 'needs-login' } })
  await fetch(`${second.redirect}?code=${code}&state=${second.asked.get('state') ?? ''}`)
  await refused
  expect((await call('accounts.list', { brandId })).items).toEqual([])
})

test('who says no in the browser is told so, and nothing is connected', async () => {
  const { call, begin, mastodon, brandId } = await signingIn()
  mastodon.oauth.says = 'no'
  const { signInId, url } = await begin()
  const signedIn = call('accounts.signedIn', { signInId })
  const refused = expect(signedIn).rejects.toMatchObject({
    failure: { kind: 'needs-login', facts: { says: expect.stringContaining('denied the request') } },
  })
  expect(await (await fetch(url)).text()).toContain('No se ha conectado nada.')
  await refused
  expect((await call('accounts.list', { brandId })).items).toEqual([])
})

test('who leaves the form is waited for no more', async () => {
  const { callAs, cancel, call, begin, brandId } = await signingIn()
  const { signInId, redirect } = await begin()
  const signedIn = callAs('waiting')('accounts.signedIn', { signInId })
  cancel('waiting')
  await expect(signedIn).rejects.toMatchObject({ failure: { kind: 'cancelled' } })
  await expect(fetch(redirect)).rejects.toThrow()
  expect((await call('accounts.list', { brandId })).items).toEqual([])
})

test('a place that is not there, is no Mastodon, or has no sign-in says which', async () => {
  const { call, brandId, mastodon, now } = await signingIn()
  const signIn = (channel: string, settings: Record<string, string>) =>
    call('accounts.signIn', { brandId, channel, settings })
  const { origin } = mastodon
  const blog = await startWordpress(now)
  await expect(signIn('mastodon', { server: blog.origin })).rejects.toMatchObject({
    failure: { kind: 'conflict' },
  })
  await expect(signIn('mastodon', { server: 'http://social.example' })).rejects.toMatchObject({
    failure: { kind: 'unreachable' },
  })
  await mastodon.close()
  await expect(signIn('mastodon', { server: origin })).rejects.toMatchObject({
    failure: { kind: 'unreachable' },
  })
  await expect(signIn('bluesky', { server: origin, user: 'luna' })).rejects.toMatchObject({
    failure: { kind: 'invalid-input' },
  })
})

test('nobody is waited for for ever', async () => {
  const begun = await beginSignIn(YES, NO_NET, {}, { patienceMs: 1 })
  await expect(begun.secret(new AbortController().signal)).rejects.toMatchObject({
    failure: { kind: 'timeout' },
  })
})

const YES: SignIn = {
  register: () => Promise.resolve({ kind: 'known', id: 'id', secret: 'secret' }),
  page: () => 'https://place.example/',
  redeem: () => Promise.resolve({ kind: 'secret', secret: 'never' }),
}
const nothing = () => Promise.reject(new Error('Nothing is asked.'))
const NO_NET: Net = { now: () => 0, request: nothing, mail: nothing }
