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
import { jsonOf, later, lookUpTrouble, readTrouble, saidBy, troubleOf } from './parts/answers.ts'
import { connectTrouble } from './parts/connecting.ts'
import { characters } from './parts/count.ts'
import { Name, originOf, parsed, Server } from './parts/server.ts'
import { saysTheSame } from './parts/words.ts'

/** https://join-lemmy.org/api : version 3; docs/channels/lemmy.md says what is relied on. */
const Comment = z.object({
  id: z.number(),
  creator_id: z.number(),
  post_id: z.number(),
  content: z.string(),
  published: z.string(),
  updated: z.string().nullish(),
  deleted: z.boolean().catch(false),
  removed: z.boolean().catch(false),
  ap_id: z.string().nullish(),
  path: z.string().catch(''),
})
type Comment = z.output<typeof Comment>
const Post = z.object({
  id: z.number(),
  updated: z.string().nullish(),
  deleted: z.boolean().catch(false),
  removed: z.boolean().catch(false),
})
const Frozen = z.object({ content: z.string(), post_id: z.number(), parent_id: z.number().optional() })
const EARLIER_MS = 5 * 60_000

export const lemmy: Channel = {
  name: 'lemmy',
  settings: z.object({ server: Server, user: Name }),
  secret: 'password',
  origins: ({ server }) => originOf(server),
  connect,
  limits: () => [characters(10_000)],
  look: (place) => (whichOf(place) === null ? 'cannot' : 'can'),
  aim,
  freeze: ({ body }, { post, parent }) =>
    JSON.stringify({
      content: body,
      post_id: Number(post),
      ...(parent !== undefined && { parent_id: Number(parent) }),
    }),
  send: (net, account, frozen) => write(net, account, 'POST', frozen),
  // Nothing there remembers a key.
  afterUnsure: () => 'look-up',
  findSent: async (net, account, { frozen, firstAt }): Promise<Found> => {
    const { content, post_id: post, parent_id: parent } = Frozen.parse(JSON.parse(frozen))
    const list = await answersTo(net, account, post, parent ?? null)
    if (!Array.isArray(list)) return list
    const hit = list.find(
      (one) => Date.parse(one.published) >= firstAt - EARLIER_MS && saysTheSame(one.content, content),
    )
    return hit ? { kind: 'found', state: 'sent', ...whereOf(hit, account) } : { kind: 'missing' }
  },
  correct: (net, account, { externalId }, body) =>
    write(net, account, 'PUT', JSON.stringify({ comment_id: Number(externalId), content: body })),
}

async function connect(net: Net, settings: Settings, secret: string): Promise<Connected> {
  const account = { settings, secret, memory: new Map<string, string>() }
  const jwt = await signIn(net, account)
  if (typeof jwt !== 'string')
    return isWrongPassword(jwt) ? { kind: 'refused', says: saidBy(jwt) } : connectTrouble(jwt)
  const site = await ask(net, settings, jwt, 'GET', 'site')
  const Site = z.object({
    my_user: z.object({
      local_user_view: z.object({
        person: z.object({ id: z.number(), name: z.string(), actor_id: z.string().nullish() }),
      }),
    }),
  })
  const known = site.kind === 'answered' && site.status === 200 ? Site.safeParse(jsonOf(site)) : null
  if (known?.success !== true) return { kind: 'not-that-place', says: 'It does not speak as Lemmy does.' }
  const { id, name, actor_id: url = null } = known.data.my_user.local_user_view.person
  const handle = `@${name}@${new URL(settings['server'] ?? '').host}`
  return {
    kind: 'connected',
    profile: { name: handle, handle, url, facts: { id: String(id) } },
    mayDo: ['answer', 'look-up', 'see-held', 'correct'],
  }
}

function isWrongPassword(answer: NetAnswer): answer is Extract<NetAnswer, { kind: 'answered' }> {
  return answer.kind === 'answered' && /incorrect_login|password_incorrect|couldnt_find/.test(answer.body)
}

/** A post or a comment, as its address says. */
function whichOf({
  url,
  externalId,
}: Place): { readonly kind: 'post' | 'comment'; readonly id: string; readonly origin: string } | null {
  for (const address of [parsed(externalId), parsed(url)]) {
    const found = /^\/(post|comment)\/(\d+)\/?$/.exec(address?.pathname ?? '')
    if (address && found?.[2] !== undefined)
      return { kind: found[1] === 'post' ? 'post' : 'comment', id: found[2], origin: address.origin }
  }
  return null
}

async function aim(net: Net, account: Account, place: Place): Promise<Aimed> {
  const which = whichOf(place)
  if (which === null)
    return { kind: 'refused', why: 'cannot-answer', says: 'It is no post or comment there.' }
  const isHere = originOf(account.settings['server']).includes(which.origin)
  const path = isHere
    ? `${which.kind}?id=${which.id}`
    : `resolve_object?q=${encodeURIComponent(place.url ?? '')}`
  const answer = await asUser(net, account, 'GET', path)
  if (answer.kind !== 'answered' || answer.status !== 200) return goneOr(answer)
  const Seen = z.object({
    comment_view: z.object({ comment: Comment }).optional(),
    comment: z.object({ comment: Comment }).optional(),
    post_view: z.object({ post: Post }).optional(),
    post: z.object({ post: Post }).optional(),
  })
  const seen = Seen.safeParse(jsonOf(answer))
  const comment = seen.data?.comment_view?.comment ?? seen.data?.comment?.comment
  const post = seen.data?.post_view?.post ?? seen.data?.post?.post
  const theirs = comment ?? post
  if (theirs === undefined || theirs.deleted || theirs.removed)
    return { kind: 'gone', says: 'It is not there any more.' }
  const postId = comment?.post_id ?? theirs.id
  const ours = await answersTo(net, account, postId, comment?.id ?? null)
  if (!Array.isArray(ours)) return ours
  return {
    kind: 'aimed',
    target: { post: String(postId), ...(comment && { parent: String(comment.id) }) },
    ours: ours.map((one) => toOurWords(one, account)),
    theirs: Date.parse(theirs.updated ?? '') > place.knownAt ? 'edited' : 'as-known',
  }
}

function goneOr(answer: NetAnswer): Aimed {
  if (answer.kind === 'answered' && /couldnt_find/.test(answer.body))
    return { kind: 'gone', says: saidBy(answer) }
  const trouble = readTrouble(answer)
  return trouble.kind === 'refused' && trouble.why === 'gone' ? { kind: 'gone', says: trouble.says } : trouble
}

/** What this account has answered there, right under it. */
async function answersTo(
  net: Net,
  account: Account,
  post: number,
  parent: number | null,
): Promise<Comment[] | ReturnType<typeof lookUpTrouble>> {
  const under = parent === null ? `post_id=${post}` : `parent_id=${parent}`
  const answer = await asUser(
    net,
    account,
    'GET',
    `comment/list?${under}&type_=All&sort=New&max_depth=${parent === null ? 1 : 2}&limit=50`,
  )
  const List = z.object({ comments: z.array(z.object({ comment: Comment })) })
  const list = answer.kind === 'answered' && answer.status === 200 ? List.safeParse(jsonOf(answer)) : null
  if (list?.success !== true) return lookUpTrouble(answer)
  const end = parent === null ? /^0\.\d+$/ : new RegExp(`\\.${parent}\\.\\d+$`)
  return list.data.comments
    .map(({ comment }) => comment)
    .filter(
      (one) => String(one.creator_id) === account.profile.facts['id'] && !one.deleted && end.test(one.path),
    )
}

function whereOf({ id, ap_id: apId }: Comment, { settings }: Account) {
  return { externalId: String(id), url: apId ?? `${settings['server'] ?? ''}/comment/${id}` }
}

function toOurWords(comment: Comment, account: Account): OurWords {
  return { ...whereOf(comment, account), text: comment.content, at: Date.parse(comment.published) }
}

async function write(net: Net, account: Account, method: 'POST' | 'PUT', body: string): Promise<SendResult> {
  const answer = await asUser(net, account, method, 'comment', body)
  if (answer.kind !== 'answered') return troubleOf(answer, 'writing')
  const View = z.object({ comment_view: z.object({ comment: Comment }) })
  const view = answer.status === 200 ? View.safeParse(jsonOf(answer)) : null
  if (view?.success === true) return { kind: 'sent', ...whereOf(view.data.comment_view.comment, account) }
  const says = saidBy(answer)
  if (/rate_limit/.test(says)) return later('busy', says, 'account')
  if (/not_logged_in|incorrect_login/.test(says)) return later('sign-in', says, 'account')
  if (/couldnt_find/.test(says)) return { kind: 'refused', why: 'gone', says }
  if (/banned|blocked|locked|not_allowed/.test(says)) return { kind: 'refused', why: 'no-right', says }
  return troubleOf(answer, 'writing')
}

type Bare = Pick<Account, 'settings' | 'secret' | 'memory'>

async function asUser(
  net: Net,
  account: Bare,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: string,
): Promise<NetAnswer> {
  const jwt = account.memory.get('jwt') ?? (await signIn(net, account))
  if (typeof jwt !== 'string') return jwt.kind === 'answered' ? { ...jwt, status: 401 } : notAsked(jwt)
  const answer = await ask(net, account.settings, jwt, method, path, body)
  if (answer.kind === 'answered' && (answer.status === 401 || /not_logged_in/.test(answer.body)))
    account.memory.delete('jwt')
  return answer
}

/** Where even signing in did not come through, nothing of what was wanted has left. */
function notAsked(answer: Exclude<NetAnswer, { kind: 'answered' }>): NetAnswer {
  return answer.kind === 'not-sent' ? answer : { kind: 'not-sent', why: 'unreachable', says: answer.says }
}

async function signIn(net: Net, { settings, secret, memory }: Bare): Promise<string | NetAnswer> {
  const login = JSON.stringify({ username_or_email: settings['user'], password: secret })
  const answer = await ask(net, settings, null, 'POST', 'user/login', login)
  const known =
    answer.kind === 'answered' && answer.status === 200
      ? z.object({ jwt: z.string() }).safeParse(jsonOf(answer))
      : null
  if (known?.success !== true) return answer
  memory.set('jwt', known.data.jwt)
  return known.data.jwt
}

function ask(
  net: Net,
  settings: Settings,
  jwt: string | null,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: string,
): Promise<NetAnswer> {
  return net.request({
    method,
    url: `${settings['server'] ?? ''}/api/v3/${path}`,
    headers: {
      ...(jwt !== null && { authorization: `Bearer ${jwt}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  })
}
