import { createHash } from 'node:crypto'
import { z } from 'zod'
import { jsonOf } from './json-of.ts'
import {
  type Answer,
  type Asked,
  escapeHtml,
  type Handled,
  type PlaceServer,
  servePlace,
} from './place-server.ts'

export const DISCOURSE_KEY = '0123456789abcdef0123456789abcdef'
const USER = 'cafeluna'
const MEMO_MS = 120_000
const UNIQUE_MS = 5 * 60_000

export interface DiscoursePost {
  readonly id: number
  readonly topic: number
  readonly number: number
  readonly replyTo: number | null
  readonly user: string
  raw: string
  readonly at: number
  updatedAt: number
  version: number
}

export interface DiscourseServer extends PlaceServer {
  /** Somebody opens a topic; answers its number. */
  readonly say: (name: string, text: string) => number
  readonly postsOf: (topic: number) => DiscoursePost[]
  readonly pending: readonly { readonly raw: string; readonly topic: number }[]
  /** Everything of ours, oldest first. */
  readonly ours: () => string[]
  readonly edit: (topic: number) => void
  readonly remove: (topic: number) => void
  /** Whether new posts wait for a moderator. */
  reviews: boolean
  revoked: boolean
}

const NewPost = z.object({
  raw: z.string(),
  topic_id: z.number(),
  reply_to_post_number: z.number().optional(),
})

/** Discourse's posts with its memory of identical requests, its rule against similar posts, and its review queue. */
export async function startDiscourse(now: () => number): Promise<DiscourseServer> {
  const posts: DiscoursePost[] = []
  const pending: { id: number; raw: string; topic: number; at: number }[] = []
  const topics = new Set<number>()
  const memo = new Map<string, { answer: Answer; at: number }>()
  const unique = new Map<string, number>()
  const state = { reviews: false, revoked: false, last: 300, lastTopic: 11 }

  const add = (topic: number, user: string, raw: string, replyTo: number | null): DiscoursePost => {
    const number = posts.filter((post) => post.topic === topic).length + 1
    const post = {
      id: (state.last += 1),
      topic,
      number,
      replyTo,
      user,
      raw,
      at: now(),
      updatedAt: now(),
      version: 1,
    }
    posts.push(post)
    return post
  }
  const show = (post: DiscoursePost) => ({
    id: post.id,
    username: post.user,
    created_at: new Date(post.at).toISOString(),
    updated_at: new Date(post.updatedAt).toISOString(),
    raw: post.raw,
    cooked: `<p>${escapeHtml(post.raw)}</p>`,
    post_number: post.number,
    post_type: 1,
    reply_to_post_number: post.replyTo,
    topic_id: post.topic,
    topic_slug: 'un-tema',
    version: post.version,
    post_url: `/t/un-tema/${post.topic}/${post.number}`,
  })
  const publish = (raw: string, topic: number, replyTo: number | null): Answer => {
    const key = createHash('sha1').update(raw.replace(/\s+/g, '')).digest('hex')
    if (now() - (unique.get(key) ?? -Infinity) < UNIQUE_MS)
      return wrong(422, {
        action: 'create_post',
        errors: ['Body is too similar to what you recently posted'],
      })
    if (state.reviews) {
      pending.push({ id: (state.last += 1), raw, topic, at: now() })
      return {
        status: 200,
        body: { action: 'enqueued', success: true, pending_count: pending.length, pending_post: {} },
      }
    }
    unique.set(key, now())
    return { status: 200, body: show(add(topic, USER, raw, replyTo)) }
  }
  const create = (asked: Asked): Handled => {
    const { raw, topic_id: topic, reply_to_post_number: replyTo = null } = jsonOf(NewPost, asked.body)
    if (!topics.has(topic)) return NOT_FOUND
    const same = createHash('sha1').update(asked.body).digest('hex')
    const known = memo.get(same)
    if (known && now() - known.at < MEMO_MS) return { commit: () => known.answer }
    if (raw.length < 20)
      return wrong(422, { action: 'create_post', errors: ['Body is too short (minimum is 20 characters)'] })
    return {
      lock: same,
      commit: () => {
        const answer = publish(raw, topic, replyTo)
        memo.set(same, { answer, at: now() })
        return answer
      },
    }
  }
  const topicOf = (topic: number, only: readonly number[] | null): Answer => {
    if (!topics.has(topic)) return NOT_FOUND
    const all = posts.filter((post) => post.topic === topic)
    const shown = only === null ? all.slice(0, 20) : all.filter(({ id }) => only.includes(id))
    return {
      status: 200,
      body: { id: topic, post_stream: { posts: shown.map(show), stream: all.map(({ id }) => id) } },
    }
  }
  const handle = (asked: Asked): Handled => {
    if (state.revoked || asked.headers['api-key'] !== DISCOURSE_KEY || asked.headers['api-username'] !== USER)
      return wrong(403, {
        errors: ['You are not permitted to view the requested resource. The API username or key is invalid.'],
        error_type: 'invalid_access',
      })
    if (asked.path === '/session/current.json')
      return { status: 200, body: { current_user: { id: 2, username: USER, name: 'Café Luna' } } }
    if (asked.path === '/posts.json' && asked.method === 'POST') return create(asked)
    if (asked.path === `/posts/${USER}/pending.json`)
      return {
        status: 200,
        body: {
          pending_posts: pending.map(({ id, raw, topic }) => ({ id, raw_text: raw, topic_id: topic })),
        },
      }
    const topic = /^\/t\/(\d+)(\/posts)?\.json$/.exec(asked.path)
    if (topic)
      return topicOf(
        Number(topic[1]),
        topic[2] === undefined ? null : asked.query.getAll('post_ids[]').map(Number),
      )
    const post = posts.find(({ id }) => asked.path === `/posts/${id}.json`)
    if (!post || asked.method !== 'PUT') return NOT_FOUND
    return {
      commit: () => {
        post.raw = jsonOf(z.object({ post: z.object({ raw: z.string() }) }), asked.body).post.raw
        post.version += 1
        post.updatedAt = now()
        return { status: 200, body: { post: show(post) } }
      },
    }
  }
  const server = await servePlace({
    now,
    handle,
    tooMany: (seconds) => ({
      status: 429,
      headers: { 'retry-after': String(seconds) },
      body: {
        errors: ['You’ve performed this action too many times, please try again later.'],
        error_type: 'rate_limit',
        extras: { wait_seconds: seconds, time_left: `${seconds} seconds` },
      },
    }),
    unavailable: { status: 503, body: '<h1>503</h1>' },
    broken: { status: 500, body: '<h1>Oops</h1>' },
  })
  return Object.assign(state, {
    ...server,
    pending,
    say: (name: string, text: string) => {
      const topic = (state.lastTopic += 1)
      topics.add(topic)
      add(topic, name, text, null)
      return topic
    },
    postsOf: (topic: number) => posts.filter((post) => post.topic === topic),
    ours: () => posts.filter(({ user }) => user === USER).map(({ raw }) => raw),
    edit: (topic: number) => {
      const post = posts.find((one) => one.topic === topic)
      if (post) Object.assign(post, { version: 2, updatedAt: now() })
    },
    remove: (topic: number) => void topics.delete(topic),
  })
}

const NOT_FOUND: Answer = {
  status: 404,
  body: { errors: ['The requested URL or resource could not be found.'], error_type: 'not_found' },
}

function wrong(status: number, body: unknown): Answer {
  return { status, body }
}
