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
import { askAsUser, openSession } from './parts/bluesky-session.ts'
import { connectTrouble } from './parts/connecting.ts'
import { bytes, graphemes } from './parts/count.ts'
import { facetsOf } from './parts/facets.ts'
import { Name, originOf, parsed, Server } from './parts/server.ts'
import { nextTid } from './parts/tid.ts'

/** https://github.com/bluesky-social/atproto/tree/main/lexicons ; docs/channels/bluesky.md says what is relied on. */
const POST = 'app.bsky.feed.post'
const Ref = z.object({ uri: z.string(), cid: z.string() })
const Post = Ref.extend({
  author: z.object({ did: z.string() }).optional(),
  record: z.object({
    text: z.string().catch(''),
    createdAt: z.string().catch(''),
    reply: z.object({ root: Ref }).nullish().catch(null),
  }),
})
type Post = z.output<typeof Post>
const Frozen = z.looseObject({ repo: z.string(), rkey: z.string() })

const DAY_MS = 24 * 3_600_000

export const bluesky: Channel = {
  name: 'bluesky',
  settings: z.object({ server: Server.default('https://bsky.social'), user: Name }),
  secret: 'app-password',
  origins: ({ server }) => originOf(server),
  connect,
  limits: () => [graphemes(300), bytes(3000)],
  look: ({ url, externalId }) => ((postOf(externalId) ?? postOf(url)) ? 'can' : 'cannot'),
  aim,
  freeze: ({ key, body, language, at }, target, { profile }) =>
    JSON.stringify({
      repo: profile.facts['did'],
      collection: POST,
      rkey: key,
      swapRecord: null,
      record: {
        $type: POST,
        text: body,
        createdAt: new Date(at).toISOString(),
        ...(language !== null && { langs: [language] }),
        reply: {
          root: { uri: target['rootUri'], cid: target['rootCid'] },
          parent: { uri: target['uri'], cid: target['cid'] },
        },
        ...facetsOf(body),
      },
    }),
  newKey: nextTid,
  send: async (net, account, frozen) => {
    const answer = await askAsUser(net, account, 'POST', 'com.atproto.repo.putRecord', frozen)
    if ('trouble' in answer) return answer.trouble
    return settled(account, answer.net)
  },
  // The same record under the same key is nothing new, however often it is put there.
  afterUnsure: ({ firstAt, now }) => (now - firstAt < DAY_MS ? 'resend' : 'look-up'),
  findSent: async (net, account, { frozen }): Promise<Found> => {
    const { repo, rkey } = Frozen.parse(JSON.parse(frozen))
    const query = new URLSearchParams({ repo, collection: POST, rkey })
    const answer = await askAsUser(net, account, 'GET', `com.atproto.repo.getRecord?${query.toString()}`)
    if ('trouble' in answer) return answer.trouble
    if (answer.net.kind === 'answered' && answer.net.status === 200)
      return {
        kind: 'found',
        state: 'sent',
        externalId: `at://${repo}/${POST}/${rkey}`,
        url: pageOf(account, rkey),
      }
    return isNamed(answer.net, 'RecordNotFound') ? { kind: 'missing' } : lookUpTrouble(answer.net)
  },
}

function settled(account: Account, answer: NetAnswer): SendResult {
  if (answer.kind === 'answered' && answer.status === 200) {
    const posted = z.object({ uri: z.string() }).safeParse(jsonOf(answer))
    if (!posted.success) return troubleOf(answer, 'writing')
    const { uri } = posted.data
    return { kind: 'sent', externalId: uri, url: pageOf(account, uri.slice(uri.lastIndexOf('/') + 1)) }
  }
  if (isNamed(answer, 'InvalidSwap') && answer.kind === 'answered')
    return { kind: 'there-already', says: saidBy(answer) }
  return troubleOf(answer, 'writing')
}

function isNamed(answer: NetAnswer, error: string): boolean {
  if (answer.kind !== 'answered') return false
  const named = z.object({ error: z.string() }).safeParse(jsonOf(answer))
  return named.success && named.data.error === error
}

function pageOf({ profile }: Pick<Account, 'profile'>, rkey: string): string {
  return `https://bsky.app/profile/${profile.facts['handle'] ?? profile.facts['did'] ?? ''}/post/${rkey}`
}

async function connect(net: Net, settings: Settings, secret: string): Promise<Connected> {
  const opened = await openSession(net, settings, secret)
  if (!('did' in opened)) return connectTrouble(opened.net)
  const { did, handle } = opened
  return {
    kind: 'connected',
    profile: {
      name: `@${handle}`,
      handle: `@${handle}`,
      url: `https://bsky.app/profile/${handle}`,
      facts: { did, handle },
    },
    mayDo: ['answer', 'look-up', 'see-held'],
  }
}

/** A post by its address: whose repository, and which record. */
interface PostName {
  readonly repo: string
  readonly rkey: string
}

function postOf(address: string | null): PostName | null {
  const at = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/?#]+)$/.exec(address ?? '')
  const page = parsed(address)
  const path =
    page?.hostname === 'bsky.app' ? /^\/profile\/([^/]+)\/post\/([^/]+)\/?$/.exec(page.pathname) : null
  const [, repo, rkey] = at ?? path ?? []
  return repo === undefined || rkey === undefined ? null : { repo, rkey }
}

async function aim(net: Net, account: Account, place: Place): Promise<Aimed> {
  const name = postOf(place.externalId) ?? postOf(place.url)
  if (name === null) return { kind: 'refused', why: 'cannot-answer', says: 'It is no post there.' }
  const repo = await didOf(net, account, name.repo)
  if (typeof repo !== 'string') return repo
  const post = await readPost(net, account, `at://${repo}/${POST}/${name.rkey}`)
  if (!('cid' in post)) return post
  const root = post.record.reply?.root ?? post
  return {
    kind: 'aimed',
    target: { uri: post.uri, cid: post.cid, rootUri: root.uri, rootCid: root.cid },
    ours: await ourAnswers(net, account, post.uri),
    // A post cannot be edited there.
    theirs: 'as-known',
  }
}

async function didOf(net: Net, account: Account, repo: string): Promise<string | Aimed> {
  if (repo.startsWith('did:')) return repo
  const query = `com.atproto.identity.resolveHandle?handle=${encodeURIComponent(repo)}`
  const answer = await askAsUser(net, account, 'GET', query)
  if ('trouble' in answer) return answer.trouble
  const found =
    answer.net.kind === 'answered' && answer.net.status === 200
      ? z.object({ did: z.string() }).safeParse(jsonOf(answer.net))
      : null
  if (found?.success === true) return found.data.did
  return isBadRequest(answer.net) ? { kind: 'gone', says: saidOf(answer.net) } : readTrouble(answer.net)
}

async function readPost(net: Net, account: Account, uri: string): Promise<Post | Aimed> {
  const answer = await askAsUser(
    net,
    account,
    'GET',
    `app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`,
  )
  if ('trouble' in answer) return answer.trouble
  const list =
    answer.net.kind === 'answered' && answer.net.status === 200
      ? z.object({ posts: z.array(Post) }).safeParse(jsonOf(answer.net))
      : null
  if (list?.success === true)
    return list.data.posts[0] ?? { kind: 'gone', says: 'The post is not there any more.' }
  return readTrouble(answer.net)
}

/** What this account has answered there. A server that shows no threads leaves that to the key. */
async function ourAnswers(net: Net, account: Account, uri: string): Promise<OurWords[]> {
  const query = `app.bsky.feed.getPostThread?uri=${encodeURIComponent(uri)}&depth=1&parentHeight=0`
  const answer = await askAsUser(net, account, 'GET', query)
  if ('trouble' in answer || answer.net.kind !== 'answered' || answer.net.status !== 200) return []
  const Thread = z.object({ thread: z.object({ replies: z.array(z.unknown()).nullish() }) })
  const thread = Thread.safeParse(jsonOf(answer.net))
  const replies = thread.success ? (thread.data.thread.replies ?? []) : []
  return replies.flatMap((raw): OurWords[] => {
    const reply = z.object({ post: Post }).safeParse(raw)
    if (!reply.success || reply.data.post.author?.did !== account.profile.facts['did']) return []
    const { uri: externalId, record } = reply.data.post
    const url = pageOf(account, externalId.slice(externalId.lastIndexOf('/') + 1))
    return [{ externalId, url, text: record.text, at: Date.parse(record.createdAt) }]
  })
}

function isBadRequest(answer: NetAnswer): boolean {
  return answer.kind === 'answered' && answer.status === 400
}

function saidOf(answer: NetAnswer): string {
  return answer.kind === 'answered' ? saidBy(answer) : answer.says
}
