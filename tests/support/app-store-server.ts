import { generateKeyPairSync } from 'node:crypto'
import { z } from 'zod'
import { jsonOf } from './json-of.ts'
import { type Answer, type Asked, type Handled, type PlaceServer, servePlace } from './place-server.ts'
import { signedBy } from './signed.ts'

export interface AppStoreServer extends PlaceServer {
  readonly app: string
  readonly settings: Record<string, string>
  /** The content of the `.p8` file. */
  readonly key: string
  /** Somebody reviews; answers the id. */
  readonly say: (name: string, title: string, text: string) => string
  readonly responseTo: (review: string) => string | null
  /** A colleague answers in the console. */
  readonly answerThere: (review: string, text: string) => void
  /** Apple has looked at every response and shows it. */
  readonly publish: () => void
}

interface Review {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly text: string
  readonly at: number
}

interface Response {
  readonly id: string
  readonly text: string
  readonly at: number
  readonly state: 'PENDING_PUBLISH' | 'PUBLISHED'
}

const Sent = z.object({
  data: z.object({
    type: z.literal('customerReviewResponses'),
    attributes: z.object({ responseBody: z.string() }),
    relationships: z.object({
      review: z.object({ data: z.object({ type: z.literal('customerReviews'), id: z.string() }) }),
    }),
  }),
})
const [KEY_ID, ISSUER] = ['2X9R4HXF34', '57246542-96fe-1a63-e053-0824d011072a']
const LONGEST_TOKEN_S = 20 * 60

/** https://developer.apple.com/documentation/appstoreconnectapi/customer-reviews: one response a review, replaced by the next. */
export async function startAppStore(now: () => number): Promise<AppStoreServer> {
  const app = '123456789'
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const reviews: Review[] = []
  const responses = new Map<string, Response>()

  const isSignedIn = (header: string) => {
    const claims = signedBy(publicKey, header.replace('Bearer ', ''), now())
    return (
      claims?.alg === 'ES256' &&
      claims.kid === KEY_ID &&
      claims.iss === ISSUER &&
      claims.aud === 'appstoreconnect-v1' &&
      claims.exp - claims.iat <= LONGEST_TOKEN_S
    )
  }
  const showResponse = ({ id, text, at, state }: Response) => ({
    ...{ type: 'customerReviewResponses', id },
    attributes: { responseBody: text, lastModifiedDate: new Date(at).toISOString(), state },
  })
  const show = ({ id, name, title, text, at }: Review) => {
    const response = responses.get(id)
    const data = response ? { type: 'customerReviewResponses', id: response.id } : null
    return {
      ...{ type: 'customerReviews', id, relationships: { response: { data } } },
      attributes: {
        rating: 2,
        title,
        body: text,
        reviewerNickname: name,
        createdDate: new Date(at).toISOString(),
      },
    }
  }
  const list = (query: URLSearchParams): Answer => {
    const limit = Number(query.get('limit') ?? 50)
    const data = reviews.toReversed().slice(0, limit).map(show)
    return { status: 200, body: { data, included: [...responses.values()].map(showResponse), links: {} } }
  }
  const respond = (body: string): Handled => {
    const { attributes, relationships } = jsonOf(Sent, body).data
    const { id } = relationships.review.data
    if (!reviews.some((review) => review.id === id))
      return failed(409, 'ENTITY_ERROR.RELATIONSHIP.INVALID', 'There is no review with that id.')
    if (attributes.responseBody.length > 5970)
      return failed(409, 'ENTITY_ERROR.ATTRIBUTE.INVALID.TOO_LONG', 'The response is too long.')
    return {
      commit: () => {
        const response: Response = {
          ...{ id: `r-${id}`, text: attributes.responseBody, at: now(), state: 'PENDING_PUBLISH' },
        }
        responses.set(id, response)
        return { status: 201, body: { data: showResponse(response) } }
      },
    }
  }
  const handle = ({ method, path, query, body, headers }: Asked): Handled => {
    if (!isSignedIn(headers.authorization ?? ''))
      return failed(401, 'NOT_AUTHORIZED', 'Provide a properly configured and signed bearer token.')
    if (method === 'POST' && path === '/v1/customerReviewResponses') return respond(body)
    if (path === `/v1/apps/${app}`)
      return { status: 200, body: { data: { type: 'apps', id: app, attributes: { name: 'Luna' } } } }
    if (path === `/v1/apps/${app}/customerReviews`) return list(query)
    const of = /^\/v1\/customerReviews\/([^/]+)\/response$/.exec(path)?.[1]
    const response = of === undefined ? undefined : responses.get(of)
    return response
      ? { status: 200, body: { data: showResponse(response) } }
      : failed(404, 'NOT_FOUND', 'The specified resource does not exist.')
  }
  const server = await servePlace({
    now,
    handle,
    tooMany: (seconds) => ({
      ...failed(429, 'RATE_LIMIT_EXCEEDED', 'The request rate limit has been reached.'),
      headers: { 'x-rate-limit': 'user-hour-lim:3600;user-hour-rem:0;', 'retry-after': String(seconds) },
    }),
    unavailable: failed(503, 'SERVICE_UNAVAILABLE', 'The service is unavailable.'),
    broken: failed(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred.'),
  })
  return {
    ...server,
    app,
    settings: { app, keyId: KEY_ID, issuer: ISSUER, server: server.origin },
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    say: (name, title, text) => {
      const id = `00000046-${reviews.length + 1}`
      reviews.push({ id, name, title, text, at: now() })
      return id
    },
    responseTo: (review) => responses.get(review)?.text ?? null,
    answerThere: (review, text) =>
      void responses.set(review, { id: `r-${review}`, text, at: now(), state: 'PUBLISHED' }),
    publish: () => {
      for (const [review, response] of responses) responses.set(review, { ...response, state: 'PUBLISHED' })
    },
  }
}

function failed(status: number, code: string, detail: string): Answer {
  return { status, body: { errors: [{ status: String(status), code, title: detail, detail }] } }
}
