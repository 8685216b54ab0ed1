import { z } from 'zod'
import { jsonOf } from './json-of.ts'
import { type MastodonOAuth, mastodonOAuth } from './mastodon-oauth.ts'
import {
  type Answer,
  type Asked,
  escapeHtml,
  type Handled,
  type PlaceServer,
  servePlace,
} from './place-server.ts'

export interface MastodonStatus {
  readonly id: string
  readonly account: string
  readonly replyTo: string | null
  readonly text: string
  readonly at: number
  readonly application: string | null
  editedAt: number | null
  visibility: string
}

export interface MastodonServer extends PlaceServer {
  /** What `account` wrote, oldest first. */
  readonly postsOf: (account: string) => MastodonStatus[]
  /** Somebody else writes; answers the id. */
  readonly say: (account: string, text: string, replyTo?: string) => string
  readonly edit: (id: string) => void
  readonly remove: (id: string) => void
  readonly urlOf: (id: string) => string
  revoked: boolean
  readonly oauth: MastodonOAuth
}

const NewStatus = z.object({
  status: z.string().optional(),
  in_reply_to_id: z.string().optional(),
  visibility: z.string().optional(),
})
const KEY_LASTS_MS = 3_600_000
export const MASTODON_TOKEN = 'token-of-cafe-luna'

/** Mastodon's REST interface as PostStatusService, the Status entity and the rate limits of its documentation have it. */
export async function startMastodon(now: () => number): Promise<MastodonServer> {
  const statuses = new Map<string, MastodonStatus>()
  const keys = new Map<string, { id: string; at: number }>()
  let last = 103_254_962_155_278_000n
  let origin = ''
  const state = { revoked: false }
  const oauth = mastodonOAuth()

  const write = (
    account: string,
    text: string,
    replyTo: string | null,
    application: string | null,
    visibility = 'public',
  ) => {
    last += 7n
    const id = String(last)
    statuses.set(id, { id, account, replyTo, text, at: now(), application, editedAt: null, visibility })
    return id
  }
  const urlOf = (id: string) => `${origin}/@${statuses.get(id)?.account ?? 'nobody'}/${id}`
  const show = (status: MastodonStatus) => ({
    id: status.id,
    created_at: new Date(status.at).toISOString(),
    edited_at: status.editedAt === null ? null : new Date(status.editedAt).toISOString(),
    in_reply_to_id: status.replyTo,
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: status.visibility,
    language: 'es',
    uri: `${origin}/users/${status.account}/statuses/${status.id}`,
    url: urlOf(status.id),
    content: contentOf(status.text, origin),
    application: status.application === null ? null : { name: status.application, website: null },
    account: {
      id: `a-${status.account}`,
      username: status.account,
      acct: status.account,
      url: `${origin}/@${status.account}`,
    },
    media_attachments: [],
    mentions: [],
    tags: [],
    emojis: [],
    card: null,
    poll: null,
  })
  const found = (id: string): Answer => {
    const status = statuses.get(id)
    return status ? { status: 200, body: show(status) } : NOT_FOUND
  }

  const post = (asked: Asked): Handled => {
    const body = jsonOf(NewStatus, asked.body)
    const key = asked.headers['idempotency-key']
    const known = typeof key === 'string' ? keys.get(key) : undefined
    // The body of a second call with the key is not looked at.
    if (known && now() - known.at < KEY_LASTS_MS) return { commit: () => found(known.id) }
    if (body.in_reply_to_id !== undefined && !statuses.has(body.in_reply_to_id)) return NOT_FOUND
    const text = body.status ?? ''
    if (text.trim() === '') return invalid("Validation failed: Text can't be blank")
    if (text.length > 500) return invalid('Validation failed: Text character limit of 500 exceeded')
    return {
      ...(typeof key === 'string' && { lock: key }),
      commit: () => {
        const id = write('cafeluna', text, body.in_reply_to_id ?? null, 'Ventanilla', body.visibility)
        if (typeof key === 'string') keys.set(key, { id, at: now() })
        return found(id)
      },
    }
  }
  const isSignedIn = (header = '') => {
    const token = header.replace(/^Bearer /, '')
    return header !== token && (token === MASTODON_TOKEN || oauth.isToken(token))
  }
  const handle = (asked: Asked): Handled => {
    const { method, path, query } = asked
    const signsIn = oauth.handle(asked, now())
    if (signsIn) return signsIn
    if (state.revoked || !isSignedIn(asked.headers.authorization))
      return { status: 401, body: { error: 'The access token is invalid' } }
    if (path === '/api/v1/accounts/verify_credentials')
      return {
        status: 200,
        body: { id: 'a-cafeluna', username: 'cafeluna', acct: 'cafeluna', url: `${origin}/@cafeluna` },
      }
    if (path === '/api/v1/apps/verify_credentials')
      return { status: 200, body: { name: 'Ventanilla', website: null, scopes: ['read', 'write:statuses'] } }
    if (path === '/api/v2/instance')
      return {
        status: 200,
        body: { configuration: { statuses: { max_characters: 500, characters_reserved_per_url: 23 } } },
      }
    if (path === '/api/v2/search') {
      const hit = [...statuses.values()].find(({ id }) => (query.get('q') ?? '').endsWith(id))
      return { status: 200, body: { accounts: [], hashtags: [], statuses: hit ? [show(hit)] : [] } }
    }
    if (method === 'POST' && path === '/api/v1/statuses') return post(asked)
    const one = /^\/api\/v1\/statuses\/(\d+)(\/context)?$/.exec(path)
    if (one?.[2] !== undefined) {
      const parent = one[1] ?? ''
      if (!statuses.has(parent)) return NOT_FOUND
      const descendants = [...statuses.values()].filter(({ replyTo }) => replyTo === parent)
      return { status: 200, body: { ancestors: [], descendants: descendants.map(show) } }
    }
    if (one && method === 'GET') return found(one[1] ?? '')
    if (one && method === 'PUT') {
      const id = one[1] ?? ''
      const known = statuses.get(id)
      const { status: text = '' } = jsonOf(NewStatus, asked.body)
      if (!known) return NOT_FOUND
      return {
        commit: () => {
          statuses.set(id, { ...known, text, editedAt: now() })
          return found(id)
        },
      }
    }
    if (/^\/api\/v1\/accounts\/[^/]+\/statuses$/.test(path)) {
      const before = query.get('max_id')
      const mine = [...statuses.values()]
        .filter(
          ({ account, id }) => account === 'cafeluna' && (before === null || BigInt(id) < BigInt(before)),
        )
        .reverse()
        .slice(0, Number(query.get('limit') ?? 20))
      return { status: 200, body: mine.map(show) }
    }
    return NOT_FOUND
  }
  const server = await servePlace({
    now,
    handle,
    tooMany: (seconds, at) => ({
      status: 429,
      headers: {
        'x-ratelimit-limit': '300',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': new Date(at + seconds * 1000).toISOString(),
      },
      body: { error: 'Too many requests' },
    }),
    unavailable: {
      status: 503,
      body: { error: 'There was a temporary problem serving your request, please try again' },
    },
    broken: { status: 500, body: { error: 'Internal error' } },
  })
  origin = server.origin
  return {
    ...server,
    oauth,
    postsOf: (account) => [...statuses.values()].filter((status) => status.account === account),
    say: (account, text, replyTo) => write(account, text, replyTo ?? null, null),
    edit: (id) => {
      const status = statuses.get(id)
      if (status) status.editedAt = now()
    },
    remove: (id) => void statuses.delete(id),
    urlOf,
    get revoked() {
      return state.revoked
    },
    set revoked(is) {
      state.revoked = is
    },
  }
}

const NOT_FOUND: Answer = { status: 404, body: { error: 'Record not found' } }

function invalid(error: string): Answer {
  return { status: 422, body: { error } }
}

/** As the server writes it: paragraphs, names and addresses in spans of their own. */
function contentOf(text: string, origin: string): string {
  const marked = escapeHtml(text)
    .replace(
      /@(\w+)(?:@[\w.:-]+)?/g,
      (_all, name: string) =>
        `<span class="h-card" translate="no"><a href="${origin}/@${name}" class="u-url mention">@<span>${name}</span></a></span>`,
    )
    .replace(
      /https:\/\/(\S+)/g,
      (_all, rest: string) =>
        `<a href="https://${rest}" rel="nofollow noopener"><span class="invisible">https://</span><span class="">${rest}</span></a>`,
    )
  return `<p>${marked.replace(/\n\n+/g, '</p><p>').replace(/\n/g, '<br />')}</p>`
}
