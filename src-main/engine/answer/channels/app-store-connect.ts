import { z } from 'zod'
import type {
  Account,
  Aimed,
  Channel,
  Connected,
  Found,
  Net,
  NetAnswer,
  Place,
  SendResult,
  Settings,
} from './channel.ts'
import { jsonOf, lookUpTrouble, readTrouble, troubleOf } from './parts/answers.ts'
import { connectTrouble } from './parts/connecting.ts'
import { characters } from './parts/count.ts'
import { Name, originOf, parsed, Server } from './parts/server.ts'
import { signedToken } from './parts/tokens.ts'
import { saysTheSame } from './parts/words.ts'

/** https://developer.apple.com/documentation/appstoreconnectapi/customer-reviews ; docs/channels/app-store-connect.md. */
const Review = z.object({
  id: z.string(),
  attributes: z.object({
    title: z.string().nullish(),
    body: z.string().nullish(),
    reviewerNickname: z.string().nullish(),
    createdDate: z.string(),
  }),
  relationships: z
    .object({ response: z.object({ data: z.object({ id: z.string() }).nullish() }).nullish() })
    .nullish(),
})
type Review = z.output<typeof Review>
const Response = z.object({
  type: z.literal('customerReviewResponses'),
  id: z.string(),
  attributes: z.object({ responseBody: z.string(), lastModifiedDate: z.string(), state: z.string() }),
})
const Page = z.object({
  data: z.array(Review),
  included: z.array(z.unknown()).catch([]),
  links: z.object({ next: z.string().nullish() }).catch({}),
})
const Frozen = z.object({
  data: z.object({
    attributes: z.object({ responseBody: z.string() }),
    relationships: z.object({ review: z.object({ data: z.object({ id: z.string() }) }) }),
  }),
})
/** 200 a page: a thousand reviews back. */
const MOST_PAGES = 5
/** A token may be good for 20 minutes at the most. */
const TOKEN_SECONDS = 15 * 60

export const appStoreConnect: Channel = {
  name: 'app-store-connect',
  settings: z.object({
    app: z.string().regex(/^\d+$/, 'the number in the address of the app'),
    keyId: Name,
    issuer: Name,
    server: Server.default('https://api.appstoreconnect.apple.com'),
  }),
  secret: 'key-file',
  origins: ({ server }) => originOf(server),
  connect,
  limits: () => [characters(5970)],
  look: ({ url }, { settings }) => {
    const page = parsed(url)
    const isApple = page?.hostname === 'apps.apple.com' || page?.hostname === 'itunes.apple.com'
    return isApple && new RegExp(`\\bid=?${settings['app'] ?? '-'}\\b`).test(page.href) ? 'can' : 'cannot'
  },
  aim,
  freeze: ({ body }, target) => requestFor(target['review'] ?? '', body),
  send: write,
  // One response a review: the same again would replace it by itself, but also what a colleague wrote there meanwhile.
  afterUnsure: () => 'look-up',
  findSent: async (net, account, { frozen }): Promise<Found> => {
    const { attributes: ours, relationships } = Frozen.parse(JSON.parse(frozen)).data
    const { id } = relationships.review.data
    const answer = await ask(net, account, 'GET', `/v1/customerReviews/${id}/response`)
    const known =
      answer.kind === 'answered' && answer.status === 200
        ? z.object({ data: Response.nullable() }).safeParse(jsonOf(answer))
        : null
    if (answer.kind === 'answered' && answer.status === 404) return { kind: 'missing' }
    if (known?.success !== true) return lookUpTrouble(answer)
    const { data } = known.data
    if (data === null || !saysTheSame(data.attributes.responseBody, ours.responseBody))
      return { kind: 'missing' }
    return { kind: 'found', state: stateOf(data.attributes.state), externalId: data.id, url: null }
  },
  correct: (net, account, { frozen }, body) => {
    const { data } = Frozen.parse(JSON.parse(frozen ?? '{}'))
    return write(net, account, requestFor(data.relationships.review.data.id, body))
  },
}

function requestFor(review: string, body: string): string {
  return JSON.stringify({
    data: {
      type: 'customerReviewResponses',
      attributes: { responseBody: body },
      relationships: { review: { data: { type: 'customerReviews', id: review } } },
    },
  })
}

function stateOf(state: string): 'sent' | 'held' {
  return state === 'PUBLISHED' ? 'sent' : 'held'
}

async function connect(net: Net, settings: Settings, secret: string): Promise<Connected> {
  const app = settings['app'] ?? ''
  const answer = await ask(net, { settings, secret }, 'GET', `/v1/apps/${app}`)
  const App = z.object({ data: z.object({ attributes: z.object({ name: z.string() }) }) })
  const known = answer.kind === 'answered' && answer.status === 200 ? App.safeParse(jsonOf(answer)) : null
  if (known?.success !== true) return connectTrouble(answer)
  return {
    kind: 'connected',
    profile: {
      name: known.data.data.attributes.name,
      handle: null,
      url: `https://apps.apple.com/app/id${app}`,
      facts: {},
    },
    mayDo: ['answer', 'look-up', 'see-held', 'correct'],
  }
}

/** The public feed knows a review by another id than App Store Connect: it is found by who wrote what. */
async function aim(net: Net, account: Account, place: Place): Promise<Aimed> {
  let next = `/v1/apps/${account.settings['app'] ?? ''}/customerReviews?sort=-createdDate&limit=200&include=response`
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(net, account, 'GET', next)
    const list = answer.kind === 'answered' && answer.status === 200 ? Page.safeParse(jsonOf(answer)) : null
    if (list?.success !== true) return readTrouble(answer)
    const { data, included, links } = list.data
    const review = data.find((one) => isSame(one, place))
    if (review) return toAimed(review, included)
    const more = parsed(links.next ?? null)
    if (more === null) break
    next = `${more.pathname}${more.search}`
  }
  return { kind: 'gone', says: 'App Store Connect does not list that review, or not with these words.' }
}

function isSame({ id, attributes }: Review, place: Place): boolean {
  if (id === place.externalId) return true
  return (
    saysTheSame(attributes.reviewerNickname ?? '', place.author.name) &&
    saysTheSame(attributes.title ?? '', place.title) &&
    saysTheSame(attributes.body ?? '', place.text)
  )
}

function toAimed(review: Review, included: readonly unknown[]): Aimed {
  const responseId = review.relationships?.response?.data?.id
  const responses = included.flatMap((raw) => {
    const response = Response.safeParse(raw)
    return response.success && response.data.id === responseId ? [response.data] : []
  })
  return {
    kind: 'aimed',
    target: { review: review.id },
    ours: responses.map(({ id, attributes }) => ({
      externalId: id,
      url: null,
      text: attributes.responseBody,
      at: Date.parse(attributes.lastModifiedDate),
    })),
    // It was found by its words: they are as they were.
    theirs: 'as-known',
  }
}

async function write(net: Net, account: Account, frozen: string): Promise<SendResult> {
  const answer = await ask(net, account, 'POST', '/v1/customerReviewResponses', frozen)
  const known =
    answer.kind === 'answered' && answer.status === 201
      ? z.object({ data: Response }).safeParse(jsonOf(answer))
      : null
  if (known?.success !== true) return troubleOf(answer, 'writing')
  const { id, attributes } = known.data.data
  return { kind: stateOf(attributes.state), externalId: id, url: null }
}

function ask(
  net: Net,
  { settings, secret }: Pick<Account, 'settings' | 'secret'>,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<NetAnswer> {
  const seconds = Math.floor(net.now() / 1000)
  const claims = {
    iss: settings['issuer'] ?? '',
    iat: seconds,
    exp: seconds + TOKEN_SECONDS,
    aud: 'appstoreconnect-v1',
  }
  const token = signedToken('ES256', { kid: settings['keyId'] ?? '' }, claims, secret)
  if (token === null)
    return Promise.resolve({
      kind: 'answered',
      status: 401,
      headers: {},
      body: '{"error":"That is not the content of a .p8 key."}',
      at: net.now(),
    })
  return net.request({
    method,
    url: `${settings['server'] ?? ''}${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  })
}
