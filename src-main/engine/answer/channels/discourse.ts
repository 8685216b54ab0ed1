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
  SendResult,
  Settings,
} from './channel.ts'
import { jsonOf, later, lookUpTrouble, readTrouble, saidBy, troubleOf } from './parts/answers.ts'
import { connectTrouble } from './parts/connecting.ts'
import { characters } from './parts/count.ts'
import { Name, originOf, parsed, Server } from './parts/server.ts'
import { saysTheSame, textOfMarkup } from './parts/words.ts'

/** https://docs.discourse.org ; docs/channels/discourse.md says what is relied on. */
const Post = z.object({
  id: z.number(),
  username: z.string().catch(''),
  created_at: z.string(),
  updated_at: z.string().nullish(),
  raw: z.string().nullish(),
  cooked: z.string().catch(''),
  post_number: z.number(),
  reply_to_post_number: z.number().nullish(),
  version: z.number().catch(1),
  topic_id: z.number(),
  topic_slug: z.string().nullish(),
  post_url: z.string().nullish(),
})
type Post = z.output<typeof Post>
const Topic = z.object({
  post_stream: z.object({ posts: z.array(Post), stream: z.array(z.number()).catch([]) }),
})
const Frozen = z.object({
  raw: z.string(),
  topic_id: z.number(),
  reply_to_post_number: z.number().optional(),
})
type Frozen = z.output<typeof Frozen>

const EARLIER_MS = 5 * 60_000
/** An identical request with an admin's key is answered from memory for 120 s. */
const MEMO_IS_SURE_MS = 100_000
/** The site setting unique_posts_mins is 5 unless an admin changed it. */
const SIMILAR_MS = 5 * 60_000 + 10_000

export const discourse: Channel = {
  name: 'discourse',
  settings: z.object({ server: Server, user: Name.optional() }),
  secret: 'api-key',
  origins: ({ server }) => originOf(server),
  connect,
  // The site setting max_post_length is 32,000 unless an admin changed it.
  limits: () => [characters(32_000)],
  look: (place, { settings }) => (postOf(place, settings) === null ? 'cannot' : 'can'),
  aim,
  freeze: ({ body }, target) => {
    const number = Number(target['number'])
    const frozen: Frozen = {
      raw: body,
      topic_id: Number(target['topic']),
      ...(number > 1 && { reply_to_post_number: number }),
    }
    return JSON.stringify(frozen)
  },
  send: async (net, account, frozen) =>
    settled(account, await ask(net, account, 'POST', 'posts.json', frozen)),
  // A user's own key has no such memory.
  afterUnsure: ({ firstAt, now }, { settings }) =>
    settings['user'] !== undefined && now - firstAt < MEMO_IS_SURE_MS ? 'resend' : 'look-up',
  findSent,
  correct: async (net, account, { externalId }, body) => {
    const path = `posts/${externalId ?? ''}.json`
    return settled(account, await ask(net, account, 'PUT', path, JSON.stringify({ post: { raw: body } })))
  },
}

function settled({ settings }: Account, answer: NetAnswer): SendResult {
  if (answer.kind !== 'answered') return troubleOf(answer, 'writing')
  if (answer.status !== 200) return refusalOf(answer)
  const Enqueued = z.object({ action: z.literal('enqueued') })
  const body = jsonOf(answer)
  if (Enqueued.safeParse(body).success) return { kind: 'held', externalId: null, url: null }
  const nested = z.object({ post: Post }).safeParse(body)
  const post = nested.success ? nested : Post.safeParse(body)
  if (!post.success) return troubleOf(answer, 'writing')
  const known = 'post' in post.data ? post.data.post : post.data
  return { kind: 'sent', externalId: String(known.id), url: pageOf(settings, known) }
}

function refusalOf(answer: Extract<NetAnswer, { kind: 'answered' }>): SendResult {
  const says = saidBy(answer)
  if (answer.status === 422 && /similar/i.test(says))
    return { ...later('too-similar', says, 'reply'), notBefore: answer.at + SIMILAR_MS }
  if (isBadKey(answer)) return later('sign-in', says, 'account')
  const wait = z.object({ extras: z.object({ wait_seconds: z.number() }) }).safeParse(jsonOf(answer))
  const trouble = troubleOf(answer, 'writing')
  if (trouble.kind === 'retry-later' && trouble.notBefore === null && wait.success)
    return { ...trouble, notBefore: answer.at + wait.data.extras.wait_seconds * 1000 }
  return trouble
}

/** A key that is no longer good is answered with 403, like everything that is not allowed. */
function isBadKey(answer: NetAnswer): boolean {
  return (
    answer.kind === 'answered' &&
    answer.status === 403 &&
    /api.{0,12}(?:key|username)|api_?key/i.test(answer.body)
  )
}

function pageOf(settings: Settings, post: Post): string {
  const path = post.post_url ?? `/t/${post.topic_slug ?? '-'}/${post.topic_id}/${post.post_number}`
  return `${settings['server'] ?? ''}${path}`
}

async function connect(net: Net, settings: Settings, secret: string): Promise<Connected> {
  const me = await ask(net, { settings, secret }, 'GET', 'session/current.json')
  const Me = z.object({ current_user: z.object({ username: z.string(), id: z.number() }) })
  const known = me.kind === 'answered' && me.status === 200 ? Me.safeParse(jsonOf(me)) : null
  const name = known?.success === true ? known.data.current_user.username : (settings['user'] ?? null)
  const isForum =
    known?.success === true || (me.kind === 'answered' && me.status === 404 && /error_type/.test(me.body))
  if (!isForum) return connectTrouble(me)
  if (name === null) return { kind: 'refused', says: 'The forum does not say whose key that is.' }
  return {
    kind: 'connected',
    profile: {
      name: `@${name}`,
      handle: `@${name}@${new URL(settings['server'] ?? '').host}`,
      url: `${settings['server'] ?? ''}/u/${encodeURIComponent(name)}`,
      facts: { name },
    },
    mayDo: ['answer', 'look-up', 'see-held', 'correct'],
  }
}

/** Topic and post by address or guid: `/t/slug/12/4`, `/t/12`, `forum.example-post-12-4`. */
function postOf(
  place: Place,
  settings: Settings,
): { readonly topic: string; readonly number: string } | null {
  const [site, url] = [parsed(settings['server'] ?? ''), parsed(place.url)]
  if (site === null || url?.origin !== site.origin) return null
  const guid = /-post-(\d+)-(\d+)$/.exec(place.externalId ?? '')
  const path = /^\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:\/(\d+))?\/?$/.exec(url.pathname)
  const [, topic, number] = guid ?? path ?? []
  return topic === undefined ? null : { topic, number: number ?? '1' }
}

async function aim(net: Net, account: Account, place: Place): Promise<Aimed> {
  const there = postOf(place, account.settings)
  if (there === null) return { kind: 'refused', why: 'cannot-answer', says: 'It is no post of that forum.' }
  const posts = await readTopic(net, account, there.topic)
  if ('kind' in posts) return posts
  const number = Number(there.number)
  const theirs = posts.list.find((post) => post.post_number === number)
  if (theirs === undefined && posts.isWhole) return { kind: 'gone', says: 'The post is not there any more.' }
  const editedAt = theirs !== undefined && theirs.version > 1 ? Date.parse(theirs.updated_at ?? '') : 0
  return {
    kind: 'aimed',
    target: there,
    ours: posts.list.filter((post) => isOurs(post, account, number)).map((post) => toOurWords(post, account)),
    theirs: editedAt > place.knownAt ? 'edited' : 'as-known',
  }
}

interface TopicPosts {
  readonly list: readonly Post[]
  readonly isWhole: boolean
}

/** The first posts of a topic and the newest: an answer of ours is among these. */
async function readTopic(
  net: Net,
  account: Account,
  topic: string,
): Promise<TopicPosts | Exclude<Aimed, { kind: 'aimed' }>> {
  const answer = await ask(net, account, 'GET', `t/${topic}.json?include_raw=1`)
  const whole = answer.kind === 'answered' && answer.status === 200 ? Topic.safeParse(jsonOf(answer)) : null
  if (whole?.success !== true) return goneOr(answer)
  const { posts, stream } = whole.data.post_stream
  const shown = new Set(posts.map(({ id }) => id))
  const newest = stream.filter((id) => !shown.has(id)).slice(-20)
  if (newest.length === 0) return { list: posts, isWhole: true }
  const ids = newest.map((id) => `post_ids[]=${id}`).join('&')
  const more = await ask(net, account, 'GET', `t/${topic}/posts.json?${ids}&include_raw=1`)
  const rest = more.kind === 'answered' && more.status === 200 ? Topic.safeParse(jsonOf(more)) : null
  if (rest?.success !== true) return goneOr(more)
  const list = [...posts, ...rest.data.post_stream.posts]
  return { list, isWhole: list.length >= stream.length }
}

function goneOr(answer: NetAnswer): Exclude<Aimed, { kind: 'aimed' }> {
  if (isBadKey(answer)) return later('sign-in', 'The forum does not take the key any more.', 'account')
  const trouble = readTrouble(answer)
  return trouble.kind === 'refused' && trouble.why === 'gone' ? { kind: 'gone', says: trouble.says } : trouble
}

function isOurs(post: Post, { profile }: Account, number: number): boolean {
  const name = profile.facts['name'] ?? ''
  return post.username.toLowerCase() === name.toLowerCase() && (post.reply_to_post_number ?? 1) === number
}

function toOurWords(post: Post, { settings }: Account): OurWords {
  return {
    externalId: String(post.id),
    url: pageOf(settings, post),
    text: textOf(post),
    at: Date.parse(post.created_at),
  }
}

function textOf({ raw, cooked }: Post): string {
  return raw ?? textOfMarkup(cooked)
}

async function findSent(net: Net, account: Account, attempt: Attempt): Promise<Found> {
  const frozen = Frozen.parse(JSON.parse(attempt.frozen))
  const posts = await readTopic(net, account, String(frozen.topic_id))
  if ('kind' in posts) return posts.kind === 'retry-later' ? posts : { kind: 'cannot-tell' }
  const hit = posts.list.find(
    (post) =>
      isOurs(post, account, frozen.reply_to_post_number ?? 1) &&
      Date.parse(post.created_at) >= attempt.firstAt - EARLIER_MS &&
      saysTheSame(textOf(post), frozen.raw),
  )
  if (hit)
    return { kind: 'found', state: 'sent', externalId: String(hit.id), url: pageOf(account.settings, hit) }
  return isPending(net, account, frozen)
}

/** What waits for a moderator stands in no topic, only in its author's own list. */
async function isPending(net: Net, account: Account, frozen: Frozen): Promise<Found> {
  const name = encodeURIComponent(account.profile.facts['name'] ?? '')
  const answer = await ask(net, account, 'GET', `posts/${name}/pending.json`)
  if (answer.kind !== 'answered') return lookUpTrouble(answer)
  if (answer.status !== 200)
    return answer.status === 404 || answer.status === 403 ? { kind: 'missing' } : lookUpTrouble(answer)
  const Pending = z.object({
    pending_posts: z.array(
      z.object({ id: z.number(), raw_text: z.string().nullish(), topic_id: z.number().nullish() }),
    ),
  })
  const list = Pending.safeParse(jsonOf(answer))
  const hit = list.data?.pending_posts.find(
    ({ raw_text: raw, topic_id: topic }) => topic === frozen.topic_id && saysTheSame(raw ?? '', frozen.raw),
  )
  return hit ? { kind: 'found', state: 'held', externalId: String(hit.id), url: null } : { kind: 'missing' }
}

function ask(
  net: Net,
  { settings, secret }: Pick<Account, 'settings' | 'secret'>,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: string,
): Promise<NetAnswer> {
  const { user } = settings
  return net.request({
    method,
    url: `${settings['server'] ?? ''}/${path}`,
    headers: {
      ...(user === undefined ? { 'user-api-key': secret } : { 'api-key': secret, 'api-username': user }),
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  })
}
