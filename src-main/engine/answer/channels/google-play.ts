import { z } from 'zod'
import type {
  Account,
  Aimed,
  Channel,
  Connected,
  Found,
  Net,
  NetAnswer,
  OurWords,
  Place,
  SendResult,
  Settings,
} from './channel.ts'
import { jsonOf, lookUpTrouble, readTrouble, saidBy, troubleOf } from './parts/answers.ts'
import { connectTrouble } from './parts/connecting.ts'
import { characters } from './parts/count.ts'
import { Name, originOf, parsed, Server } from './parts/server.ts'
import { signedToken } from './parts/tokens.ts'
import { saysTheSame } from './parts/words.ts'

/** https://developers.google.com/android-publisher/api-ref/rest/v3/reviews ; docs/channels/google-play.md. */
const SCOPE = 'https://www.googleapis.com/auth/androidpublisher'
const KeyFile = z.object({ client_email: z.string(), private_key: z.string() })
const Time = z.object({ seconds: z.coerce.number() })
const Review = z.object({
  comments: z.array(
    z.object({
      userComment: z.object({ lastModified: Time }).optional(),
      developerComment: z.object({ text: z.string(), lastModified: Time }).optional(),
    }),
  ),
})
const Frozen = z.object({ review: z.string(), replyText: z.string() })

export const googlePlay: Channel = {
  name: 'google-play',
  settings: z.object({
    app: Name,
    server: Server.default('https://androidpublisher.googleapis.com'),
    tokens: Server.default('https://oauth2.googleapis.com'),
  }),
  secret: 'key-file',
  origins: ({ server, tokens }) => [...originOf(server), ...originOf(tokens)],
  connect,
  // "Replies of more than approximately 350 characters will be rejected."
  limits: () => [characters(350)],
  look: (place, { settings }) => (reviewOf(place, settings) === null ? 'cannot' : 'can'),
  aim,
  freeze: ({ body }, target) => JSON.stringify({ review: target['review'] ?? '', replyText: body }),
  send: write,
  // One reply a review: the same again would replace it by itself, but also what a colleague wrote there meanwhile.
  afterUnsure: () => 'look-up',
  findSent: async (net, account, { frozen }): Promise<Found> => {
    const { review, replyText } = Frozen.parse(JSON.parse(frozen))
    const reply = await readReview(net, account, review)
    // Too old to be read: then the same again does no harm.
    if ('kind' in reply && reply.kind === 'answered' && reply.status === 404) return { kind: 'missing' }
    if (!('ours' in reply)) return lookUpTrouble(reply)
    const hit = reply.ours.find(({ text }) => saysTheSame(text, replyText))
    return hit
      ? { kind: 'found', state: 'sent', externalId: hit.externalId, url: hit.url }
      : { kind: 'missing' }
  },
  correct: (net, account, { externalId }, body) =>
    write(net, account, JSON.stringify({ review: externalId ?? '', replyText: body })),
}

/** `…/store/apps/details?id=PACKAGE&reviewId=ID`, or an export that gives the id of the review. */
function reviewOf({ url, externalId }: Place, { app }: Settings): string | null {
  const page = parsed(url)
  if (page?.hostname !== 'play.google.com' || page.searchParams.get('id') !== app) return null
  return page.searchParams.get('reviewId') ?? (/^[\w-]{8,}$/.test(externalId ?? '') ? externalId : null)
}

async function connect(net: Net, settings: Settings, secret: string): Promise<Connected> {
  const account = { settings, secret, memory: new Map<string, string>() }
  const reviews = await asService(net, account, 'GET', 'reviews?maxResults=1')
  if (reviews === null) return { kind: 'refused', says: 'That is not the JSON file of a service account.' }
  if (reviews.kind !== 'answered' || reviews.status !== 200) return connectTrouble(reviews)
  const app = settings['app'] ?? ''
  const url = `https://play.google.com/store/apps/details?id=${encodeURIComponent(app)}`
  return {
    kind: 'connected',
    profile: { name: app, handle: null, url, facts: {} },
    mayDo: ['answer', 'look-up', 'see-held', 'correct'],
  }
}

async function aim(net: Net, account: Account, place: Place): Promise<Aimed> {
  const review = reviewOf(place, account.settings)
  if (review === null) return { kind: 'refused', why: 'cannot-answer', says: 'It is no review of that app.' }
  const seen = await readReview(net, account, review)
  if ('ours' in seen)
    return {
      kind: 'aimed',
      target: { review },
      ours: seen.ours,
      theirs: seen.changedAt > place.knownAt ? 'edited' : 'as-known',
    }
  const trouble = readTrouble(seen)
  // Reviews can be read for a week only, and answered for longer.
  return trouble.kind === 'refused' && trouble.why === 'gone'
    ? { kind: 'aimed', target: { review }, ours: [], theirs: 'as-known' }
    : trouble
}

async function readReview(
  net: Net,
  account: Account,
  review: string,
): Promise<{ readonly ours: OurWords[]; readonly changedAt: number } | NetAnswer> {
  const answer = await asService(net, account, 'GET', `reviews/${encodeURIComponent(review)}`)
  if (answer === null) return BAD_KEY
  const known = answer.kind === 'answered' && answer.status === 200 ? Review.safeParse(jsonOf(answer)) : null
  if (known?.success !== true) return answer
  const { comments } = known.data
  const ours = comments.flatMap(({ developerComment: one }): OurWords[] =>
    one === undefined
      ? []
      : [{ externalId: review, url: null, text: one.text, at: one.lastModified.seconds * 1000 }],
  )
  const changed = comments.map(({ userComment }) => (userComment?.lastModified.seconds ?? 0) * 1000)
  return { ours, changedAt: Math.max(0, ...changed) }
}

async function write(net: Net, account: Account, frozen: string): Promise<SendResult> {
  const { review, replyText } = Frozen.parse(JSON.parse(frozen))
  const path = `reviews/${encodeURIComponent(review)}:reply`
  const answer = await asService(net, account, 'POST', path, JSON.stringify({ replyText }))
  if (answer === null) return troubleOf(BAD_KEY, 'writing')
  const Applied = z.object({ result: z.object({ replyText: z.string() }) })
  if (answer.kind === 'answered' && answer.status === 200 && Applied.safeParse(jsonOf(answer)).success)
    return { kind: 'sent', externalId: review, url: null }
  if (answer.kind === 'answered' && answer.status === 400 && /350|too long/i.test(saidBy(answer)))
    return { kind: 'refused', why: 'too-long', says: saidBy(answer) }
  return troubleOf(answer, 'writing')
}

const BAD_KEY: NetAnswer = {
  kind: 'answered',
  status: 401,
  headers: {},
  body: JSON.stringify({ error: 'The key of the service account cannot be used.' }),
  at: 0,
}

type Bare = Pick<Account, 'settings' | 'secret' | 'memory'>

/** Null where the secret is no key of a service account. */
async function asService(
  net: Net,
  account: Bare,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<NetAnswer | null> {
  const token = await tokenOf(net, account)
  if (typeof token !== 'string') return token
  const { server, app } = account.settings
  return net.request({
    method,
    url: `${server ?? ''}/androidpublisher/v3/applications/${encodeURIComponent(app ?? '')}/${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  })
}

/** A token for an hour, had for a signed claim: the key itself never leaves. */
async function tokenOf(net: Net, { settings, secret, memory }: Bare): Promise<string | NetAnswer | null> {
  const kept = memory.get('token')
  if (kept !== undefined && Number(memory.get('until') ?? 0) > net.now()) return kept
  const claim = claimOf(settings, secret, net.now())
  if (claim === null) return null
  const answer = await net.request({
    method: 'POST',
    url: `${settings['tokens'] ?? ''}/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: claim,
    }).toString(),
  })
  const Token = z.object({ access_token: z.string(), expires_in: z.number() })
  const token = answer.kind === 'answered' && answer.status === 200 ? Token.safeParse(jsonOf(answer)) : null
  if (token?.success !== true) return refusedToken(answer)
  memory.set('token', token.data.access_token)
  memory.set('until', String(net.now() + (token.data.expires_in - 60) * 1000))
  return token.data.access_token
}

/** What was wanted has not left: only the token was asked for. */
function refusedToken(answer: NetAnswer): NetAnswer {
  if (answer.kind === 'answered')
    return answer.status >= 400 && answer.status < 500 && answer.status !== 429
      ? { ...answer, status: 401 }
      : { ...answer, status: 503 }
  return { kind: 'not-sent', why: 'unreachable', says: answer.says }
}

function claimOf(settings: Settings, secret: string, now: number): string | null {
  const file = KeyFile.safeParse(jsonOf({ body: secret }))
  if (!file.success) return null
  const seconds = Math.floor(now / 1000)
  const claims = {
    iss: file.data.client_email,
    scope: SCOPE,
    aud: `${settings['tokens'] ?? ''}/token`,
    iat: seconds,
    exp: seconds + 3600,
  }
  return signedToken('RS256', {}, claims, file.data.private_key)
}
