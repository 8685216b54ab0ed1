import { z } from 'zod'
import type { Net, NetAnswer, SignIn } from '../channel.ts'
import { jsonOf } from './answers.ts'
import { connectTrouble } from './connecting.ts'

const SCOPES = 'read write:statuses'
const Application = z.object({ client_id: z.string(), client_secret: z.string() })
const Token = z.object({ access_token: z.string() })

/** https://docs.joinmastodon.org/spec/oauth/ : the program makes itself known, the user says yes in the browser. */
export const mastodonSignIn: SignIn = {
  register: async (net, { server = '' }, redirect) => {
    const answer = await post(net, `${server}/api/v1/apps`, {
      client_name: 'Ventanilla',
      redirect_uris: redirect,
      scopes: SCOPES,
    })
    const known = Application.safeParse(successOf(answer))
    if (known.success) return { kind: 'known', id: known.data.client_id, secret: known.data.client_secret }
    const trouble = connectTrouble(answer)
    // Nobody has signed in yet: a place that refuses this is no Mastodon.
    return trouble.kind === 'refused' ? { kind: 'not-that-place', says: trouble.says } : trouble
  },
  page: ({ server = '' }, { id }, { redirect, state, challenge }) => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: id,
      redirect_uri: redirect,
      scope: SCOPES,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    })
    return `${server}/oauth/authorize?${query.toString()}`
  },
  redeem: async (net, { server = '' }, { id, secret }, { redirect, code, verifier }) => {
    const answer = await post(net, `${server}/oauth/token`, {
      grant_type: 'authorization_code',
      code,
      client_id: id,
      client_secret: secret,
      redirect_uri: redirect,
      code_verifier: verifier,
      scope: SCOPES,
    })
    const known = Token.safeParse(successOf(answer))
    if (known.success) return { kind: 'secret', secret: known.data.access_token }
    const trouble = connectTrouble(answer)
    // 400 is OAuth's word for a code that is not taken (RFC 6749, 5.2); the place is the right one.
    return trouble.kind === 'not-that-place' ? { kind: 'refused', says: trouble.says } : trouble
  },
}

function post(net: Net, url: string, fields: Readonly<Record<string, string>>): Promise<NetAnswer> {
  return net.request({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(fields).toString(),
  })
}

function successOf(answer: NetAnswer): unknown {
  return answer.kind === 'answered' && answer.status === 200 ? jsonOf(answer) : null
}
