import { z } from 'zod'
import type { Net, SignIn } from '../channel.ts'
import { jsonOf } from './answers.ts'

const SCOPES = 'read write:statuses'

/** https://docs.joinmastodon.org/spec/oauth/ : the program makes itself known, the user says yes in the browser. */
export const mastodonSignIn: SignIn = {
  register: async (net, { server = '' }, redirect) => {
    const answer = await post(net, `${server}/api/v1/apps`, {
      client_name: 'Ventanilla',
      redirect_uris: redirect,
      scopes: SCOPES,
    })
    const known = z.object({ client_id: z.string(), client_secret: z.string() }).safeParse(answer)
    return known.success ? { id: known.data.client_id, secret: known.data.client_secret } : null
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
    const known = z.object({ access_token: z.string() }).safeParse(answer)
    return known.success ? known.data.access_token : null
  },
}

/** The JSON of a success; null for everything else. */
async function post(net: Net, url: string, fields: Readonly<Record<string, string>>): Promise<unknown> {
  const answer = await net.request({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(fields).toString(),
  })
  return answer.kind === 'answered' && answer.status === 200 ? jsonOf(answer) : null
}
