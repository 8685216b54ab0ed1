import { createHash, randomBytes } from 'node:crypto'
import type { Answer, Asked } from './place-server.ts'

export interface MastodonOAuth {
  /** What the user says when they are asked in their browser. */
  says: 'yes' | 'no'
  /** Answers what belongs to OAuth; null for everything else. */
  readonly handle: (asked: Asked, now: number) => Answer | null
  readonly isToken: (token: string) => boolean
}

interface Application {
  readonly secret: string
  readonly redirects: readonly string[]
  readonly scopes: readonly string[]
}

interface Code {
  readonly client: string
  readonly redirect: string
  readonly challenge: string
  readonly until: number
}

const CODE_LASTS_MS = 10 * 60_000

/**
 * OAuth as Mastodon has it through doorkeeper: https://docs.joinmastodon.org/methods/oauth/. The page on which the user is
 * asked is left out: they have said `says` before.
 */
export function mastodonOAuth(): MastodonOAuth {
  const applications = new Map<string, Application>()
  const codes = new Map<string, Code>()
  const tokens = new Set<string>()
  const state: { says: 'yes' | 'no' } = { says: 'yes' }

  const register = (form: URLSearchParams): Answer => {
    const redirects = (form.get('redirect_uris') ?? '').split(/\s+/).filter((one) => one !== '')
    if ((form.get('client_name') ?? '') === '' || redirects.length === 0)
      return { status: 422, body: { error: "Validation failed: Redirect URI can't be blank" } }
    const [id, secret] = [random(), random()]
    const scopes = (form.get('scopes') ?? 'read').split(' ')
    applications.set(id, { secret, redirects, scopes })
    const name = form.get('client_name')
    return {
      status: 200,
      body: {
        id: '1',
        name,
        website: null,
        scopes,
        redirect_uris: redirects,
        client_id: id,
        client_secret: secret,
      },
    }
  }

  const authorize = (query: URLSearchParams, now: number): Answer => {
    const [client, redirect] = [query.get('client_id') ?? '', query.get('redirect_uri') ?? '']
    const known = applications.get(client)
    const asks = (query.get('scope') ?? 'read').split(' ')
    if (!known?.redirects.includes(redirect) || query.get('response_type') !== 'code')
      return {
        status: 400,
        body: "<h1>The requested redirect uri is malformed or doesn't match client redirect URI.</h1>",
      }
    if (!asks.every((scope) => known.scopes.includes(scope)))
      return back(
        redirect,
        { error: 'invalid_scope', error_description: 'The requested scope is invalid.' },
        query,
      )
    if (state.says === 'no')
      return back(redirect, { error: 'access_denied', error_description: DENIED }, query)
    const isHashed = query.get('code_challenge_method') === 'S256'
    if (!isHashed) return back(redirect, { error: 'invalid_code_challenge_method' }, query)
    const code = random()
    const challenge = query.get('code_challenge') ?? ''
    codes.set(code, { client, redirect, challenge, until: now + CODE_LASTS_MS })
    return back(redirect, { code }, query)
  }

  const redeem = (form: URLSearchParams, now: number): Answer => {
    const client = form.get('client_id') ?? ''
    if (applications.get(client)?.secret !== form.get('client_secret'))
      return {
        status: 401,
        body: { error: 'invalid_client', error_description: 'Client authentication failed.' },
      }
    const given = form.get('code') ?? ''
    const code = codes.get(given)
    // A code is good for one go, right or wrong.
    codes.delete(given)
    const hash = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const fits =
      form.get('grant_type') === 'authorization_code' &&
      code?.client === client &&
      code.redirect === form.get('redirect_uri') &&
      code.challenge === hash &&
      now < code.until
    if (!fits) return { status: 400, body: { error: 'invalid_grant', error_description: BAD_GRANT } }
    const token = random()
    tokens.add(token)
    const created = Math.floor(now / 1000)
    return {
      status: 200,
      body: { access_token: token, token_type: 'Bearer', scope: 'read write:statuses', created_at: created },
    }
  }

  return {
    get says() {
      return state.says
    },
    set says(word) {
      state.says = word
    },
    isToken: (token) => tokens.has(token),
    handle: ({ method, path, query, body }, now) => {
      const form = new URLSearchParams(body)
      if (path === '/api/v1/apps' && method === 'POST') return register(form)
      if (path === '/oauth/authorize' && method === 'GET') return authorize(query, now)
      return path === '/oauth/token' && method === 'POST' ? redeem(form, now) : null
    },
  }
}

const DENIED = 'The resource owner or authorization server denied the request.'
const BAD_GRANT =
  'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.'

function back(redirect: string, brings: Readonly<Record<string, string>>, asked: URLSearchParams): Answer {
  const query = new URLSearchParams({ ...brings, state: asked.get('state') ?? '' })
  return { status: 302, headers: { location: `${redirect}?${query.toString()}` } }
}

function random(): string {
  return randomBytes(32).toString('base64url')
}
