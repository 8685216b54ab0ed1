import { z } from 'zod'
import type {
  Account,
  Aimed,
  Attempt,
  Channel,
  Connected,
  Found,
  Net,
  NetAnswer,
  OurWords,
  Place,
  Profile,
  SendResult,
  Settings,
} from './channel.ts'
import { jsonOf, later, lookUpTrouble, readTrouble, troubleOf } from './parts/answers.ts'
import { LINK } from './parts/count.ts'
import { connectTrouble } from './parts/connecting.ts'
import { mastodonSignIn } from './parts/mastodon-sign-in.ts'
import { originOf, parsed, Server } from './parts/server.ts'
import { saysTheSame, textOfMarkup } from './parts/words.ts'

/** https://docs.joinmastodon.org/methods/statuses/ ; docs/channels/mastodon.md says what is relied on. */
const Status = z.object({
  id: z.string(),
  url: z.string().nullish(),
  uri: z.string().nullish(),
  created_at: z.string(),
  edited_at: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  visibility: z.string().catch('public'),
  content: z.string(),
  account: z.object({ id: z.string(), acct: z.string() }),
})
type Status = z.output<typeof Status>

const Frozen = z.object({
  key: z.string(),
  body: z.object({
    status: z.string(),
    in_reply_to_id: z.string(),
    visibility: z.string(),
    language: z.string().optional(),
  }),
})
type Frozen = z.output<typeof Frozen>

/** The server remembers a key for 3,600 s after success. */
const KEY_IS_SURE_MS = 50 * 60_000
const EARLIER_MS = 5 * 60_000
const MOST_PAGES = 20

export const mastodon: Channel = {
  name: 'mastodon',
  settings: z.object({ server: Server }),
  secret: 'token',
  origins: ({ server }) => originOf(server),
  connect,
  signIn: mastodonSignIn,
  limits: ({ facts }, place) => [
    {
      unit: 'characters',
      most: Number(facts['most'] ?? 500),
      count: (text) => countAsServer(addressed(text, nameOf(place)), Number(facts['perLink'] ?? 23)),
    },
  ],
  look: ({ url, externalId }, { settings }) =>
    localId(url, settings) !== null || localId(externalId, settings) !== null || isStatusAddress(parsed(url))
      ? 'can'
      : 'cannot',
  aim,
  freeze: ({ uid, body, language }, target) => {
    const frozen: Frozen = {
      key: uid,
      body: {
        status: addressed(body, target['acct'] ?? null),
        in_reply_to_id: target['id'] ?? '',
        visibility: target['visibility'] ?? 'public',
        ...(language !== null && { language }),
      },
    }
    return JSON.stringify(frozen)
  },
  send: async (net, account, frozen) => {
    const { key, body } = Frozen.parse(JSON.parse(frozen))
    return settled(await ask(net, account, 'POST', '/api/v1/statuses', body, { 'idempotency-key': key }))
  },
  afterUnsure: ({ firstAt, now }) => (now - firstAt < KEY_IS_SURE_MS ? 'resend' : 'look-up'),
  afterMiss: (frozen) => {
    const { key, body } = Frozen.parse(JSON.parse(frozen))
    const [uid = key, tries = '1'] = key.split('+')
    return JSON.stringify({ key: `${uid}+${Number(tries) + 1}`, body } satisfies Frozen)
  },
  findSent,
  correct: async (net, account, { externalId, frozen }, body) => {
    const before = frozen === null ? '' : Frozen.parse(JSON.parse(frozen)).body.status
    const acct = /^@(\S+)/.exec(before)?.[1] ?? null
    const path = `/api/v1/statuses/${encodeURIComponent(externalId ?? '')}`
    return settled(await ask(net, account, 'PUT', path, { status: addressed(body, acct) }))
  },
}

function settled(answer: NetAnswer): SendResult {
  if (answer.kind !== 'answered' || answer.status !== 200) return troubleOf(answer, 'writing')
  const status = Status.safeParse(jsonOf(answer))
  if (!status.success) return troubleOf(answer, 'writing')
  return { kind: 'sent', externalId: status.data.id, url: status.data.url ?? status.data.uri ?? null }
}

async function connect(net: Net, settings: Settings, secret: string): Promise<Connected> {
  const bare = { settings, secret }
  const me = await ask(net, bare, 'GET', '/api/v1/accounts/verify_credentials')
  if (me.kind !== 'answered' || me.status !== 200) return connectTrouble(me)
  const known = z
    .object({ id: z.string(), username: z.string(), url: z.string().nullish() })
    .safeParse(jsonOf(me))
  if (!known.success) return { kind: 'not-that-place', says: 'It does not speak as Mastodon does.' }
  const { id, username, url } = known.data
  const name = `@${username}@${new URL(settings['server'] ?? '').host}`
  const profile: Profile = {
    name,
    handle: name,
    url: url ?? null,
    facts: { id, ...(await limitsOf(net, bare)) },
  }
  return {
    kind: 'connected',
    profile,
    mayDo: (await mayWrite(net, bare)) ? ['answer', 'look-up', 'correct'] : ['look-up'],
  }
}

async function limitsOf(net: Net, bare: Bare): Promise<Record<string, string>> {
  const answer = await ask(net, bare, 'GET', '/api/v2/instance')
  const Limits = z.object({
    configuration: z.object({
      statuses: z.object({ max_characters: z.number(), characters_reserved_per_url: z.number() }),
    }),
  })
  const known = answer.kind === 'answered' ? Limits.safeParse(jsonOf(answer)) : null
  if (known?.success !== true) return {}
  const { max_characters: most, characters_reserved_per_url: perLink } = known.data.configuration.statuses
  return { most: String(most), perLink: String(perLink) }
}

/** Newer servers say what a token may do; of others it is found out by the first answer. */
async function mayWrite(net: Net, bare: Bare): Promise<boolean> {
  const answer = await ask(net, bare, 'GET', '/api/v1/apps/verify_credentials')
  if (answer.kind !== 'answered' || answer.status !== 200) return true
  const known = z.object({ scopes: z.array(z.string()) }).safeParse(jsonOf(answer))
  return !known.success || known.data.scopes.some((scope) => scope === 'write' || scope === 'write:statuses')
}

async function aim(net: Net, account: Account, place: Place): Promise<Aimed> {
  const id = localId(place.url, account.settings) ?? localId(place.externalId, account.settings)
  const theirs = id === null ? await resolve(net, account, place) : await statusOf(net, account, id)
  if (!('id' in theirs)) return theirs
  const context = await ask(net, account, 'GET', `/api/v1/statuses/${theirs.id}/context`)
  const answers = z.object({ descendants: z.array(Status) })
  const known =
    context.kind === 'answered' && context.status === 200 ? answers.safeParse(jsonOf(context)) : null
  if (known?.success !== true) return readTrouble(context)
  const me = account.profile.facts['id']
  const ours = known.data.descendants.filter(
    (one) => one.account.id === me && one.in_reply_to_id === theirs.id,
  )
  const editedAt = Date.parse(theirs.edited_at ?? '')
  return {
    kind: 'aimed',
    target: { id: theirs.id, acct: theirs.account.acct, visibility: theirs.visibility },
    ours: ours.map(toOurWords),
    theirs: editedAt > place.knownAt ? 'edited' : 'as-known',
  }
}

function toOurWords(status: Status): OurWords {
  return {
    externalId: status.id,
    url: status.url ?? null,
    text: textOfMarkup(status.content),
    at: Date.parse(status.created_at),
  }
}

async function statusOf(net: Net, account: Account, id: string): Promise<Status | Aimed> {
  const answer = await ask(net, account, 'GET', `/api/v1/statuses/${id}`)
  const status = answer.kind === 'answered' && answer.status === 200 ? Status.safeParse(jsonOf(answer)) : null
  return status?.success === true ? status.data : noStatus(answer)
}

function noStatus(answer: NetAnswer): Aimed {
  const trouble = readTrouble(answer)
  return trouble.kind === 'refused' && trouble.why === 'gone' ? { kind: 'gone', says: trouble.says } : trouble
}

/** What another server calls by its own id has one here too, once this server has fetched it. */
async function resolve(net: Net, account: Account, place: Place): Promise<Status | Aimed> {
  const query = new URLSearchParams({ q: place.url ?? '', resolve: 'true', type: 'statuses', limit: '1' })
  const answer = await ask(net, account, 'GET', `/api/v2/search?${query.toString()}`)
  if (answer.kind !== 'answered' || answer.status !== 200) return readTrouble(answer)
  const found = z.object({ statuses: z.array(Status) }).safeParse(jsonOf(answer))
  if (!found.success) return later('unreachable', 'The search could not be read.', 'reply')
  return found.data.statuses[0] ?? { kind: 'gone', says: 'The server does not find it any more.' }
}

/** Our own statuses, newest first, back to shortly before the first try. */
async function findSent(net: Net, account: Account, attempt: Attempt): Promise<Found> {
  const { body } = Frozen.parse(JSON.parse(attempt.frozen))
  const id = account.profile.facts['id'] ?? ''
  let before = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = `limit=40&exclude_reblogs=true${before === '' ? '' : `&max_id=${before}`}`
    const answer = await ask(net, account, 'GET', `/api/v1/accounts/${id}/statuses?${query}`)
    const list =
      answer.kind === 'answered' && answer.status === 200 ? z.array(Status).safeParse(jsonOf(answer)) : null
    if (list?.success !== true) return lookUpTrouble(answer)
    const hit = list.data.find(
      (one) =>
        one.in_reply_to_id === body.in_reply_to_id &&
        Date.parse(one.created_at) >= attempt.firstAt - EARLIER_MS &&
        saysTheSame(textOfMarkup(one.content), body.status),
    )
    if (hit) return { kind: 'found', state: 'sent', externalId: hit.id, url: hit.url ?? null }
    const oldest = list.data.at(-1)
    if (oldest === undefined || Date.parse(oldest.created_at) < attempt.firstAt - EARLIER_MS)
      return { kind: 'missing' }
    before = oldest.id
  }
  return { kind: 'cannot-tell' }
}

type Bare = Pick<Account, 'settings' | 'secret'>

function ask(
  net: Net,
  { settings, secret }: Bare,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<NetAnswer> {
  return net.request({
    method,
    url: `${settings['server'] ?? ''}${path}`,
    headers: {
      authorization: `Bearer ${secret}`,
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** The id of a status on the account's own server, from its address: `/@iris/103`, `/users/iris/statuses/103`. */
function localId(address: string | null, settings: Settings): string | null {
  const url = parsed(address)
  if (url === null || !originOf(settings['server']).includes(url.origin)) return null
  return isStatusAddress(url) ? (/(\d+)\/?$/.exec(url.pathname)?.[1] ?? null) : null
}

function isStatusAddress(url: URL | null): boolean {
  return url !== null && /^\/(?:@[^/]+|users\/[^/]+\/statuses)\/\d+\/?$/.test(url.pathname)
}

/** Who is answered is named first, or the network does not tell them. */
function addressed(body: string, acct: string | null): string {
  if (acct === null || acct === '') return body
  const [user = acct] = acct.split('@')
  const isNamed = new RegExp(`(?:^|\\s)@${user.replace(/[^\w]/g, '\\$&')}(?![\\w])`, 'i').test(body)
  return isNamed ? body : `@${acct} ${body}`
}

function nameOf({ author }: Place): string | null {
  return author.handle?.replace(/^@/, '') ?? null
}

/** As the server counts: an address has a fixed length, of `@name@host` only the name counts. */
function countAsServer(text: string, perLink: number): number {
  const counted = text
    .replace(LINK, 'x'.repeat(perLink))
    .replace(/(^|[^\w/])@([\w.-]*\w)@[\w.-]+\w/g, '$1@$2')
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(counted)].length
}
