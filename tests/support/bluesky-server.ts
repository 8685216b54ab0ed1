import { createHash } from 'node:crypto'
import { z } from 'zod'
import { jsonOf } from './json-of.ts'
import { type Answer, type Asked, type Handled, type PlaceServer, servePlace } from './place-server.ts'

export const BLUESKY_PASSWORD = 'abcd-efgh-ijkl-mnop'
const US = 'did:plc:cafeluna'
const POST = 'app.bsky.feed.post'
const SESSION_LASTS_MS = 2 * 3_600_000

interface BlueskyRecord {
  readonly cid: string
  readonly value: Readonly<Record<string, unknown>>
  readonly at: number
}

export interface BlueskyServer extends PlaceServer {
  /** Somebody writes a post; answers its at:// address. */
  readonly say: (name: string, text: string) => string
  /** The posts under another, oldest first. */
  readonly under: (
    uri: string,
  ) => { readonly uri: string; readonly text: string; readonly value: Readonly<Record<string, unknown>> }[]
  /** Everything of ours, oldest first. */
  readonly ours: () => string[]
  readonly remove: (uri: string) => void
  readonly sessions: () => number
  revoked: boolean
}

const Put = z.object({
  repo: z.string(),
  collection: z.string(),
  rkey: z.string().regex(/^[A-Za-z0-9._:~-]{1,512}$/),
  swapRecord: z.null().optional(),
  record: z.looseObject({ text: z.string(), createdAt: z.iso.datetime() }),
})

/** A personal data server as the lexicons and the server's own code have it: putRecord, getRecord, sessions. */
export async function startBluesky(now: () => number): Promise<BlueskyServer> {
  const records = new Map<string, BlueskyRecord>()
  const sessions = new Map<string, number>()
  const state = { revoked: false, opened: 0, last: 0 }

  const open = (): Answer => {
    state.opened += 1
    const accessJwt = `access-${state.opened}`
    sessions.set(accessJwt, now() + SESSION_LASTS_MS)
    return {
      status: 200,
      body: {
        did: US,
        handle: 'cafeluna.example',
        accessJwt,
        refreshJwt: `refresh-${state.opened}`,
        active: true,
      },
    }
  }
  const put = (asked: Asked): Handled => {
    const input = Put.safeParse(JSON.parse(asked.body))
    if (!input.success) return wrong('InvalidRequest', 'Input is not valid')
    const { repo, collection, rkey, record, swapRecord } = input.data
    if (record.text.length > 3000 || [...new Intl.Segmenter().segment(record.text)].length > 300)
      return wrong(
        'InvalidRequest',
        'Invalid app.bsky.feed.post record: Record/text must not be longer than 300 graphemes',
      )
    const uri = `at://${repo}/${collection}/${rkey}`
    return {
      commit: () => {
        const cid = cidOf(record)
        const known = records.get(uri)
        // The same record is a no-op, and that is looked at before the swap.
        if (known?.cid === cid) return { status: 200, body: { uri, cid, validationStatus: 'valid' } }
        if (known && swapRecord === null) return wrong('InvalidSwap', `Record was at ${known.cid}`)
        records.set(uri, { cid, value: record, at: now() })
        return { status: 200, body: { uri, cid, commit: { cid, rev: '3l' }, validationStatus: 'valid' } }
      },
    }
  }
  const show = (uri: string) => {
    const record = records.get(uri)
    const did = uri.split('/')[2] ?? ''
    return record === undefined
      ? null
      : { uri, cid: record.cid, author: { did, handle: `${did}.example` }, record: record.value }
  }
  const under = (uri: string) =>
    [...records].flatMap(([key, { value }]) => {
      const reply = z
        .object({ reply: z.object({ parent: z.object({ uri: z.string() }) }), text: z.string() })
        .safeParse(value)
      return reply.success && reply.data.reply.parent.uri === uri
        ? [{ uri: key, text: reply.data.text, value }]
        : []
    })

  const handle = (asked: Asked): Handled => {
    const method = asked.path.replace('/xrpc/', '')
    const token = (asked.headers.authorization ?? '').replace('Bearer ', '')
    if (method === 'com.atproto.server.createSession') {
      const { password } = jsonOf(z.object({ identifier: z.string(), password: z.string() }), asked.body)
      return state.revoked || password !== BLUESKY_PASSWORD
        ? {
            status: 401,
            body: { error: 'AuthenticationRequired', message: 'Invalid identifier or password' },
          }
        : open()
    }
    if (method === 'com.atproto.server.refreshSession')
      return token.startsWith('refresh-') && !state.revoked
        ? open()
        : wrong('ExpiredToken', 'Token has been revoked')
    const ends = sessions.get(token)
    if (ends === undefined || state.revoked) return wrong('InvalidToken', 'Token could not be verified')
    if (ends <= now()) return wrong('ExpiredToken', 'Token has expired')
    switch (method) {
      case 'com.atproto.repo.putRecord':
        return put(asked)
      case 'com.atproto.repo.getRecord': {
        const query = asked.query
        const uri = `at://${query.get('repo') ?? ''}/${query.get('collection') ?? ''}/${query.get('rkey') ?? ''}`
        const record = records.get(uri)
        return record
          ? { status: 200, body: { uri, cid: record.cid, value: record.value } }
          : wrong('RecordNotFound', `Could not locate record: ${uri}`)
      }
      case 'com.atproto.identity.resolveHandle':
        return {
          status: 200,
          body: { did: `did:plc:${(asked.query.get('handle') ?? '').split('.')[0] ?? ''}` },
        }
      case 'app.bsky.feed.getPosts':
        return { status: 200, body: { posts: asked.query.getAll('uris').flatMap((uri) => show(uri) ?? []) } }
      case 'app.bsky.feed.getPostThread': {
        const uri = asked.query.get('uri') ?? ''
        const post = show(uri)
        if (post === null) return wrong('NotFound', `Post not found: ${uri}`)
        const replies = under(uri).map((reply) => ({
          $type: 'app.bsky.feed.defs#threadViewPost',
          post: show(reply.uri),
        }))
        return {
          status: 200,
          body: { thread: { $type: 'app.bsky.feed.defs#threadViewPost', post, replies } },
        }
      }
      default:
        return { status: 501, body: { error: 'MethodNotImplemented', message: 'Method Not Implemented' } }
    }
  }
  const server = await servePlace({
    now,
    handle,
    tooMany: (seconds, at) => ({
      status: 429,
      headers: {
        'ratelimit-limit': '3000',
        'ratelimit-remaining': '0',
        'ratelimit-reset': String(Math.ceil((at + seconds * 1000) / 1000)),
        'ratelimit-policy': '3000;w=300',
      },
      body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
    }),
    unavailable: { status: 503, body: { error: 'NotEnoughResources', message: 'Not Enough Resources' } },
    broken: { status: 500, body: { error: 'InternalServerError', message: 'Internal Server Error' } },
  })
  return {
    ...server,
    say: (name, text) => {
      state.last += 1
      const uri = `at://did:plc:${name}/${POST}/3lpost${String(state.last).padStart(6, '0')}`
      const value = { $type: POST, text, createdAt: new Date(now()).toISOString() }
      records.set(uri, { cid: cidOf(value), value, at: now() })
      return uri
    },
    under,
    ours: () =>
      [...records].flatMap(([uri, { value }]) =>
        uri.startsWith(`at://${US}/`) ? [String(value['text'])] : [],
      ),
    remove: (uri) => void records.delete(uri),
    sessions: () => state.opened,
    get revoked() {
      return state.revoked
    },
    set revoked(is) {
      state.revoked = is
    },
  }
}

function wrong(error: string, message: string): Answer {
  return { status: 400, body: { error, message } }
}

/** The same content has the same id, in whatever order its keys come. */
function cidOf(value: unknown): string {
  return `bafy${createHash('sha256').update(canonical(value)).digest('hex').slice(0, 40)}`
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
}
