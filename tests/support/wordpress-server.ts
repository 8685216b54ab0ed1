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

export const WORDPRESS_PASSWORD = 'abcd EFGH 1234 ijkl MNOP 5678'
const USER = 'iris'
const FLOOD_MS = 15_000

export interface WordpressComment {
  readonly id: number
  readonly post: number
  readonly parent: number
  readonly author: number
  readonly name: string
  /** As it is stored: markup. */
  content: string
  readonly at: number
  status: 'approved' | 'hold'
}

export interface WordpressServer extends PlaceServer {
  readonly comments: readonly WordpressComment[]
  /** Somebody comments; answers the comment's id. */
  readonly say: (name: string, text: string) => number
  readonly edit: (id: number, text: string) => void
  readonly remove: (id: number) => void
  /** What the next comments of ours are. */
  moderates: boolean
  /** Whether the login may moderate: see what is held, and write without the flood guard. */
  moderator: boolean
  revoked: boolean
}

const NewComment = z.object({ post: z.number(), parent: z.number().default(0), content: z.string() })

/** WordPress's comments over REST, with its duplicate guard and the holes of it, its flood guard and its moderation. */
export async function startWordpress(now: () => number): Promise<WordpressServer> {
  const comments: WordpressComment[] = []
  const state = { moderates: false, moderator: true, revoked: false, last: 30, lastOurs: -Infinity }
  let origin = ''

  const add = (comment: Omit<WordpressComment, 'id'>): WordpressComment => {
    const kept = { ...comment, id: (state.last += 1) }
    comments.push(kept)
    return kept
  }
  const show = (comment: WordpressComment) => ({
    id: comment.id,
    post: comment.post,
    parent: comment.parent,
    author: comment.author,
    author_name: comment.name,
    author_url: '',
    date: stamp(comment.at),
    date_gmt: stamp(comment.at),
    content: { rendered: `<p>${textured(comment.content)}</p>\n` },
    link: `${origin}/una-entrada/#comment-${comment.id}`,
    status: comment.status,
    type: 'comment',
    author_avatar_urls: {},
    meta: [],
    _links: {},
  })

  const create = (asked: Asked): Handled => {
    const { post, parent, content } = jsonOf(NewComment, asked.body)
    if (content.trim() === '') return wrong(400, 'rest_comment_content_invalid', 'Invalid comment content.')
    if (parent !== 0 && !comments.some(({ id }) => id === parent))
      return wrong(
        403,
        'rest_comment_invalid_post_id',
        'Sorry, you are not allowed to create this comment without a post.',
      )
    // What comes in is compared with what is stored, and storing changes it.
    const isTwin = comments.some(
      (one) => one.post === post && one.parent === parent && one.author === 2 && one.content === content,
    )
    if (isTwin)
      return wrong(
        409,
        'comment_duplicate',
        'Duplicate comment detected; it looks as though you&#8217;ve already said that!',
      )
    if (!state.moderator && now() - state.lastOurs < FLOOD_MS)
      return wrong(400, 'comment_flood', 'You are posting comments too quickly. Slow down.')
    return {
      commit: () => {
        state.lastOurs = now()
        const status = state.moderates ? 'hold' : 'approved'
        const kept = add({
          post,
          parent,
          author: 2,
          name: 'Iris',
          content: stored(content),
          at: now(),
          status,
        })
        return { status: 201, headers: { location: `/wp-json/wp/v2/comments/${kept.id}` }, body: show(kept) }
      },
    }
  }
  const list = (asked: Asked): Answer => {
    const status = asked.query.get('status')
    if (status !== null && !state.moderator)
      return wrong(401, 'rest_forbidden_param', 'Query parameter not permitted: status')
    const post = Number(asked.query.get('post') ?? 0)
    const parent = Number(asked.query.get('parent') ?? 0)
    const after = asked.query.get('after')
    const all = comments.filter(
      (one) =>
        (post === 0 || one.post === post) &&
        (!asked.query.has('parent') || one.parent === parent) &&
        (status === 'all' || status === 'any' || one.status === (status === 'hold' ? 'hold' : 'approved')) &&
        (after === null || one.at > Date.parse(`${after}Z`)),
    )
    const size = Number(asked.query.get('per_page') ?? 10)
    const page = Number(asked.query.get('page') ?? 1)
    return {
      status: 200,
      headers: { 'x-wp-total': String(all.length), 'x-wp-totalpages': String(Math.ceil(all.length / size)) },
      body: all.slice((page - 1) * size, page * size).map(show),
    }
  }
  const handle = (asked: Asked): Handled => {
    const login = Buffer.from((asked.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString(
      'utf8',
    )
    if (state.revoked || login !== `${USER}:${WORDPRESS_PASSWORD}`)
      return wrong(401, 'incorrect_password', 'The provided password is an invalid application password.')
    if (asked.path === '/wp-json/wp/v2/users/me')
      return { status: 200, body: { id: 2, name: 'Iris', link: `${origin}/author/iris/` } }
    if (asked.path === '/wp-json/wp/v2/comments') return asked.method === 'POST' ? create(asked) : list(asked)
    const id = Number(/^\/wp-json\/wp\/v2\/comments\/(\d+)$/.exec(asked.path)?.[1] ?? 0)
    const comment = comments.find((one) => one.id === id)
    if (id === 0)
      return wrong(404, 'rest_no_route', 'No route was found matching the URL and request method.')
    if (!comment) return wrong(404, 'rest_comment_invalid_id', 'Invalid comment ID.')
    if (asked.method === 'GET') return { status: 200, body: show(comment) }
    return {
      commit: () => {
        comment.content = stored(jsonOf(z.object({ content: z.string() }), asked.body).content)
        return { status: 200, body: show(comment) }
      },
    }
  }
  const server = await servePlace({
    now,
    handle,
    tooMany: (seconds) => ({
      status: 429,
      headers: { 'retry-after': String(seconds) },
      body: '<h1>429 Too Many Requests</h1>',
    }),
    unavailable: { status: 503, body: '<h1>503 Service Unavailable</h1>' },
    broken: { status: 500, body: '<p>There has been a critical error on this website.</p>' },
  })
  origin = server.origin
  return Object.assign(state, {
    ...server,
    comments,
    say: (name: string, text: string) =>
      add({ post: 12, parent: 0, author: 0, name, content: stored(text), at: now(), status: 'approved' }).id,
    edit: (id: number, text: string) => {
      const comment = comments.find((one) => one.id === id)
      if (comment) comment.content = stored(text)
    },
    remove: (id: number) =>
      void comments.splice(
        comments.findIndex((one) => one.id === id),
        1,
      ),
  })
}

function stamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19)
}

/** kses and the link filters, before it is stored. */
function stored(text: string): string {
  return escapeHtml(text)
}

/** wptexturize and make_clickable, when it is shown. */
function textured(markup: string): string {
  return markup
    .replace(/"([^"]*)"/g, '&#8220;$1&#8221;')
    .replace(/'/g, '&#8217;')
    .replace(/--/g, '&#8211;')
    .replace(/\.\.\./g, '&#8230;')
    .replace(/https:\/\/[^\s<]+/g, (url) => `<a href="${url}" rel="nofollow ugc">${url}</a>`)
    .replace(/\n/g, '<br />\n')
}

function wrong(status: number, code: string, message: string): Answer {
  return { status, body: { code, message, data: { status } } }
}
