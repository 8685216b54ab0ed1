import { generateKeyPairSync } from 'node:crypto'
import { z } from 'zod'
import { jsonOf } from './json-of.ts'
import { type Answer, type Asked, type Handled, type PlaceServer, servePlace } from './place-server.ts'
import { signedBy } from './signed.ts'

export interface GooglePlayServer extends PlaceServer {
  readonly app: string
  /** The JSON file of a service account. */
  readonly keyFile: string
  /** Somebody reviews; answers the id. */
  readonly say: (name: string, text: string) => string
  readonly replyTo: (review: string) => string | null
  /** A colleague answers in the console. */
  readonly answerThere: (review: string, text: string) => void
}

interface Review {
  readonly name: string
  readonly text: string
  readonly at: number
  reply: { readonly text: string; readonly at: number } | null
}

const WEEK_MS = 7 * 86_400_000
const HOUR_S = 3600
const EMAIL = 'ventanilla@luna.iam.gserviceaccount.com'
const SCOPE = 'https://www.googleapis.com/auth/androidpublisher'

/**
 * Reviews of androidpublisher v3 (https://developers.google.com/android-publisher/api-ref/rest/v3/reviews) behind OAuth
 * for service accounts. A review can be read for a week after it was last changed.
 */
export async function startGooglePlay(now: () => number): Promise<GooglePlayServer> {
  const app = 'es.luna.cafe'
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const reviews = new Map<string, Review>()
  const tokens = new Map<string, number>()

  const token = (body: string): Answer => {
    const form = new URLSearchParams(body)
    const claims = signedBy(publicKey, form.get('assertion') ?? '', now())
    const isGood =
      form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer' &&
      claims?.alg === 'RS256' &&
      claims.iss === EMAIL &&
      claims['scope'] === SCOPE &&
      claims.aud === `${server.origin}/token` &&
      claims.exp - claims.iat <= HOUR_S
    if (!isGood)
      return { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } }
    const made = `ya29.${tokens.size + 1}`
    tokens.set(made, now() + HOUR_S * 1000)
    return { status: 200, body: { access_token: made, expires_in: HOUR_S, token_type: 'Bearer' } }
  }
  const show = (id: string, { name, text, at, reply }: Review) => ({
    reviewId: id,
    authorName: name,
    comments: [
      { userComment: { text, starRating: 2, reviewerLanguage: 'es', lastModified: time(at) } },
      ...(reply === null ? [] : [{ developerComment: { text: reply.text, lastModified: time(reply.at) } }]),
    ],
  })
  const read = (id: string): Answer => {
    const review = reviews.get(id)
    const isReadable = review !== undefined && now() - Math.max(review.at, review.reply?.at ?? 0) < WEEK_MS
    return isReadable
      ? { status: 200, body: show(id, review) }
      : failed(404, 'NOT_FOUND', 'Review not found.')
  }
  const reply = (id: string, body: string): Handled => {
    const { replyText } = jsonOf(z.object({ replyText: z.string() }), body)
    const review = reviews.get(id)
    if (!review) return failed(404, 'NOT_FOUND', 'Review not found.')
    if (replyText.length > 350) return failed(400, 'INVALID_ARGUMENT', 'Reply is too long.')
    return {
      commit: () => {
        review.reply = { text: replyText, at: now() }
        return { status: 200, body: { result: { replyText, lastEdited: time(now()) } } }
      },
    }
  }
  const handle = ({ method, path, body, headers }: Asked): Handled => {
    if (method === 'POST' && path === '/token') return token(body)
    const until = tokens.get((headers.authorization ?? '').replace('Bearer ', ''))
    if (until === undefined || until <= now())
      return failed(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.')
    const base = `/androidpublisher/v3/applications/${app}/reviews`
    if (method === 'GET' && path === base) return { status: 200, body: { reviews: [] } }
    const [, id = '', verb] =
      /^\/(.+?)(:reply)?$/.exec(path.startsWith(base) ? path.slice(base.length) : '') ?? []
    if (method === 'GET' && verb === undefined) return read(id)
    return method === 'POST' && verb === ':reply' ? reply(id, body) : failed(404, 'NOT_FOUND', 'Not found.')
  }
  const server = await servePlace({
    now,
    handle,
    tooMany: (seconds) => ({
      ...failed(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric.'),
      headers: { 'retry-after': String(seconds) },
    }),
    unavailable: failed(503, 'UNAVAILABLE', 'The service is currently unavailable.'),
    broken: failed(500, 'INTERNAL', 'Internal error encountered.'),
  })
  return {
    ...server,
    app,
    keyFile: JSON.stringify({
      type: 'service_account',
      client_email: EMAIL,
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    }),
    say: (name, text) => {
      const id = `gp:AOqpTOE-${reviews.size + 1}`
      reviews.set(id, { name, text, at: now(), reply: null })
      return id
    },
    replyTo: (id) => reviews.get(id)?.reply?.text ?? null,
    answerThere: (id, text) => {
      const review = reviews.get(id)
      if (review) review.reply = { text, at: now() }
    },
  }
}

function failed(code: number, status: string, message: string): Answer {
  return { status: code, body: { error: { code, message, status } } }
}

function time(at: number) {
  return { seconds: String(Math.floor(at / 1000)), nanos: (at % 1000) * 1_000_000 }
}
