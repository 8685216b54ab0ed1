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
import { bytes } from './parts/count.ts'
import { Name, originOf, parsed, Server } from './parts/server.ts'
import { isOtherText, saysTheSame, textOfMarkup } from './parts/words.ts'

/** https://developer.wordpress.org/rest-api/reference/comments/ ; docs/channels/wordpress.md says what is relied on. */
const Comment = z.object({
  id: z.number(),
  post: z.number(),
  parent: z.number().catch(0),
  author: z.number().catch(0),
  author_name: z.string().catch(''),
  date_gmt: z.string(),
  content: z.object({ rendered: z.string() }),
  link: z.string().nullish(),
  status: z.string().catch('approved'),
})
type Comment = z.output<typeof Comment>
const Frozen = z.object({ post: z.number(), parent: z.number(), content: z.string() })

const EARLIER_MS = 5 * 60_000
/** wp_throttle_comment_flood: 15 seconds between two comments of one user. */
const FLOOD_MS = 15_000

export const wordpress: Channel = {
  name: 'wordpress',
  settings: z.object({ server: Server, user: Name }),
  secret: 'app-password',
  origins: ({ server }) => originOf(server),
  connect,
  // The column is TEXT: wp_comments.comment_content.
  limits: () => [bytes(65_525)],
  look: (place, { settings }) => (isThere(place, settings) ? 'can' : 'cannot'),
  aim,
  freeze: ({ body }, target) =>
    JSON.stringify({ post: Number(target['post']), parent: Number(target['parent']), content: body }),
  send: async (net, account, frozen) => settled(await ask(net, account, 'POST', 'comments', frozen)),
  // Nothing there remembers a key, and its own guard has holes.
  afterUnsure: () => 'look-up',
  findSent,
  correct: async (net, account, { externalId }, body) =>
    settled(
      await ask(net, account, 'POST', `comments/${externalId ?? ''}`, JSON.stringify({ content: body })),
    ),
}

function settled(answer: NetAnswer): SendResult {
  if (answer.kind === 'answered' && (answer.status === 201 || answer.status === 200)) {
    const comment = Comment.safeParse(jsonOf(answer))
    if (!comment.success) return troubleOf(answer, 'writing')
    return { kind: stateOf(comment.data), ...whereOf(comment.data) }
  }
  if (answer.kind !== 'answered') return troubleOf(answer, 'writing')
  switch (codeOf(answer)) {
    case 'comment_duplicate':
      return { kind: 'there-already', says: textOfMarkup(saidBy(answer)) }
    case 'comment_flood':
      return { ...later('busy', saidBy(answer), 'account'), notBefore: answer.at + FLOOD_MS }
    case 'rest_comment_invalid_post_id':
    case 'rest_comment_trash_post':
      return { kind: 'refused', why: 'gone', says: saidBy(answer) }
    case 'comment_content_column_length':
      return { kind: 'refused', why: 'too-long', says: saidBy(answer) }
    case 'incorrect_password':
    case 'invalid_username':
      return later('sign-in', saidBy(answer), 'account')
    default:
      return troubleOf(answer, 'writing')
  }
}

function codeOf(answer: NetAnswer): string {
  const coded = answer.kind === 'answered' ? z.object({ code: z.string() }).safeParse(jsonOf(answer)) : null
  return coded?.success === true ? coded.data.code : ''
}

/** `approved` or `approve`; everything else waits for somebody there. */
function stateOf({ status }: Comment): 'sent' | 'held' {
  return status.startsWith('approve') ? 'sent' : 'held'
}

function whereOf({ id, link }: Comment) {
  return { externalId: String(id), url: link ?? null }
}

async function connect(net: Net, settings: Settings, secret: string): Promise<Connected> {
  const bare = { settings, secret }
  const me = await ask(net, bare, 'GET', 'users/me?context=edit')
  if (me.kind !== 'answered' || (me.status !== 200 && codeOf(me) !== 'rest_no_route'))
    return connectTrouble(me)
  const Me = z.object({ id: z.number(), name: z.string(), link: z.string().nullish() })
  const known = Me.safeParse(jsonOf(me))
  if (!known.success && me.status === 200)
    return { kind: 'not-that-place', says: 'It does not speak as WordPress does.' }
  const held = await ask(net, bare, 'GET', 'comments?status=hold&per_page=1')
  const seesHeld = held.kind === 'answered' && held.status === 200
  const name = known.data?.name ?? settings['user'] ?? ''
  return {
    kind: 'connected',
    profile: {
      name,
      handle: known.data?.link ?? null,
      url: known.data?.link ?? null,
      facts: { id: String(known.data?.id ?? ''), name, seesHeld: seesHeld ? 'yes' : 'no' },
    },
    mayDo: seesHeld ? ['answer', 'look-up', 'see-held', 'correct'] : ['answer', 'look-up'],
  }
}

/** Ids in addresses and guids: `/2026/01/a-post/#comment-34`, `/?p=12#comment-34`, `/?p=12`. */
function idsOf({ url, externalId }: Place): {
  readonly comment: string | null
  readonly post: string | null
} {
  const both = `${externalId ?? ''} ${url ?? ''}`
  return {
    comment: /#comment-(\d+)/.exec(both)?.[1] ?? null,
    post: /[?&]p=(\d+)/.exec(both)?.[1] ?? null,
  }
}

function isThere(place: Place, settings: Settings): boolean {
  const site = parsed(settings['server'] ?? '')
  const said = parsed(place.url) ?? parsed(place.externalId)
  if (site === null || said === null || said.origin !== site.origin) return false
  const { comment, post } = idsOf(place)
  return (
    said.pathname.startsWith(site.pathname.replace(/\/$/, '')) && (comment ?? post ?? slugOf(said)) !== null
  )
}

function slugOf(url: URL | null): string | null {
  return url?.pathname.split('/').findLast((part) => part !== '') ?? null
}

async function aim(net: Net, account: Account, place: Place): Promise<Aimed> {
  const { comment, post } = idsOf(place)
  const parent = comment === null ? null : await commentOf(net, account, comment)
  if (parent !== null && 'kind' in parent) return parent
  const postId = parent?.post ?? (post === null ? await postBySlug(net, account, place) : Number(post))
  if (typeof postId !== 'number') return postId
  const answers = await listComments(net, account, postId, Number(comment ?? 0), null)
  if (!Array.isArray(answers)) return answers
  return {
    kind: 'aimed',
    target: { post: String(postId), parent: comment ?? '0' },
    ours: answers.filter((one) => isOurs(one, account)).map(toOurWords),
    theirs:
      parent?.text !== undefined &&
      isOtherText(place.text, parent.text) &&
      isOtherText(`${place.title} ${place.text}`, parent.text)
        ? 'edited'
        : 'as-known',
  }
}

/** What is answered; a site that does not show single comments leaves that to the address. */
async function commentOf(
  net: Net,
  account: Account,
  id: string,
): Promise<{ readonly post: number; readonly text: string } | Aimed | null> {
  const answer = await ask(net, account, 'GET', `comments/${id}`)
  const comment =
    answer.kind === 'answered' && answer.status === 200 ? Comment.safeParse(jsonOf(answer)) : null
  if (comment?.success === true)
    return { post: comment.data.post, text: textOfMarkup(comment.data.content.rendered) }
  if (codeOf(answer) === 'rest_no_route') return null
  return goneOr(answer)
}

async function postBySlug(net: Net, account: Account, place: Place): Promise<number | Aimed> {
  const slug = slugOf(parsed(place.url)) ?? ''
  const answer = await ask(net, account, 'GET', `posts?slug=${encodeURIComponent(slug)}&_fields=id`)
  if (answer.kind !== 'answered' || answer.status !== 200) return goneOr(answer)
  const posts = z.array(z.object({ id: z.number() })).safeParse(jsonOf(answer))
  const id = posts.success ? posts.data[0]?.id : undefined
  return id ?? { kind: 'refused', why: 'cannot-answer', says: 'The site does not say which post that is.' }
}

function goneOr(answer: NetAnswer): Aimed {
  const trouble = readTrouble(answer)
  return trouble.kind === 'refused' && trouble.why === 'gone' ? { kind: 'gone', says: trouble.says } : trouble
}

async function listComments(
  net: Net,
  account: Account,
  post: number,
  parent: number,
  sinceMs: number | null,
): Promise<Comment[] | ReturnType<typeof lookUpTrouble>> {
  const all: Comment[] = []
  const since = sinceMs === null ? '' : `&after=${new Date(sinceMs).toISOString().slice(0, 19)}`
  const any = account.profile.facts['seesHeld'] === 'yes' ? '&status=all' : ''
  for (let page = 1; page <= 20; page += 1) {
    const query = `comments?post=${post}&parent=${parent}&per_page=100&order=asc&page=${page}${since}${any}`
    const answer = await ask(net, account, 'GET', query)
    const list =
      answer.kind === 'answered' && answer.status === 200 ? z.array(Comment).safeParse(jsonOf(answer)) : null
    if (list?.success !== true) return lookUpTrouble(answer)
    all.push(...list.data)
    if (list.data.length < 100) return all
  }
  return all
}

function isOurs(comment: Comment, { profile }: Account): boolean {
  const { id, name } = profile.facts
  return id === '' ? comment.author_name === name : String(comment.author) === id
}

function toOurWords(comment: Comment): OurWords {
  return { ...whereOf(comment), text: textOfMarkup(comment.content.rendered), at: timeOf(comment) }
}

function timeOf({ date_gmt: date }: Comment): number {
  return Date.parse(/Z$/.test(date) ? date : `${date}Z`)
}

async function findSent(net: Net, account: Account, attempt: Attempt): Promise<Found> {
  const { post, parent, content } = Frozen.parse(JSON.parse(attempt.frozen))
  const since = attempt.firstAt - EARLIER_MS
  const list = await listComments(net, account, post, parent, null)
  if (!Array.isArray(list)) return list
  const hit = list.find(
    (one) =>
      isOurs(one, account) &&
      timeOf(one) >= since &&
      saysTheSame(textOfMarkup(one.content.rendered), content),
  )
  if (hit) return { kind: 'found', state: stateOf(hit), ...whereOf(hit) }
  return { kind: account.profile.facts['seesHeld'] === 'yes' ? 'missing' : 'cannot-tell' }
}

function ask(
  net: Net,
  { settings, secret }: Pick<Account, 'settings' | 'secret'>,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<NetAnswer> {
  const login = Buffer.from(`${settings['user'] ?? ''}:${secret}`, 'utf8').toString('base64')
  return net.request({
    method,
    url: `${settings['server'] ?? ''}/wp-json/wp/v2/${path}`,
    headers: {
      authorization: `Basic ${login}`,
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  })
}
