import { z } from 'zod'
import { jsonOf } from './json-of.ts'
import { type Answer, type Asked, type Handled, type PlaceServer, servePlace } from './place-server.ts'

export const LEMMY_PASSWORD = 'clave de lemmy'

export interface LemmyComment {
  readonly id: number
  readonly creator: string
  readonly post: number
  readonly path: string
  readonly published: string
  content: string
  updated: string | null
  deleted: boolean
}

export interface LemmyServer extends PlaceServer {
  readonly comments: LemmyComment[]
  /** Somebody else comments under the one post, or under a comment; answers the id. */
  readonly say: (name: string, text: string, under?: number) => number
  /** Ends every session, as a change of the password does. */
  readonly endSessions: () => void
}

const OURS = 'cafeluna'
const POST = 3
const NewComment = z.object({ content: z.string(), post_id: z.number(), parent_id: z.number().optional() })
const EditedComment = z.object({ comment_id: z.number(), content: z.string() })

/** Lemmy's interface of version 3, as https://join-lemmy.org/api and lemmy-js-client have it. */
export async function startLemmy(now: () => number): Promise<LemmyServer> {
  const comments: LemmyComment[] = []
  const sessions = new Set<string>()
  let last = 100

  const add = (creator: string, content: string, under: number | null): LemmyComment => {
    last += 1
    const parent = comments.find(({ id }) => id === under)
    const comment: LemmyComment = {
      ...{ id: last, creator, post: POST, content, updated: null, deleted: false },
      path: `${parent?.path ?? '0'}.${last}`,
      published: new Date(now()).toISOString(),
    }
    comments.push(comment)
    return comment
  }
  const show = ({ creator, post, ...comment }: LemmyComment) => ({
    ...comment,
    ...{ post_id: post, creator_id: idOf(creator), removed: false, local: true, language_id: 0 },
    ap_id: `${server.origin}/comment/${comment.id}`,
  })
  const view = (comment: LemmyComment): Answer => ({
    status: 200,
    body: { comment_view: { comment: show(comment), post: { id: POST } } },
  })

  const login = (body: string): Answer => {
    const { password } = jsonOf(z.object({ username_or_email: z.string(), password: z.string() }), body)
    if (password !== LEMMY_PASSWORD) return refused(401, 'incorrect_login')
    const jwt = `jwt-${sessions.size + 1}`
    sessions.add(jwt)
    return { status: 200, body: { jwt, registration_created: false, verify_email_sent: false } }
  }
  const create = (body: string): Handled => {
    const { content, post_id: post, parent_id: parent } = jsonOf(NewComment, body)
    if (post !== POST) return refused(404, 'couldnt_find_post')
    if (parent !== undefined && !comments.some(({ id, deleted }) => id === parent && !deleted))
      return refused(404, 'couldnt_find_comment')
    if (content.length > 10_000) return refused(400, 'invalid_body_field')
    return { commit: () => view(add(OURS, content, parent ?? null)) }
  }
  const edit = (body: string): Handled => {
    const { comment_id: id, content } = jsonOf(EditedComment, body)
    const comment = comments.find((one) => one.id === id)
    if (!comment) return refused(404, 'couldnt_find_comment')
    if (comment.creator !== OURS) return refused(400, 'no_comment_edit_allowed')
    return {
      commit: () => {
        Object.assign(comment, { content, updated: new Date(now()).toISOString() })
        return view(comment)
      },
    }
  }
  const list = (query: URLSearchParams): Answer => {
    const parent = query.get('parent_id')
    const from =
      parent === null
        ? 0
        : (comments.find(({ id }) => id === Number(parent))?.path ?? '').split('.').length - 1
    const deepest = from + Number(query.get('max_depth') ?? 8) - (parent === null ? 0 : 1)
    const found = comments.filter(({ path }) => {
      const steps = path.split('.')
      return (parent === null || steps.includes(parent)) && steps.length - 1 <= deepest
    })
    const newest = found.toReversed().slice(0, Number(query.get('limit') ?? 10))
    return { status: 200, body: { comments: newest.map((comment) => ({ comment: show(comment) })) } }
  }
  const handle = (asked: Asked): Handled => {
    const { method, path, query, body, headers } = asked
    const what = `${method} ${path.replace('/api/v3/', '')}`
    if (what === 'POST user/login') return login(body)
    if (!sessions.has((headers.authorization ?? '').replace('Bearer ', '')))
      return refused(401, 'not_logged_in')
    if (what === 'GET site')
      return {
        status: 200,
        body: { my_user: { local_user_view: { person: { id: idOf(OURS), name: OURS } } } },
      }
    if (what === 'GET comment/list') return list(query)
    if (what === 'GET comment') {
      const comment = comments.find(({ id }) => id === Number(query.get('id')))
      return comment ? view(comment) : refused(404, 'couldnt_find_comment')
    }
    if (what === 'POST comment') return create(body)
    return what === 'PUT comment' ? edit(body) : { status: 404, body: {} }
  }
  const server = await servePlace({
    now,
    handle,
    // It does not say for how long.
    tooMany: () => refused(400, 'rate_limit_error'),
    unavailable: { status: 503, body: '<h1>503 Service Temporarily Unavailable</h1>' },
    broken: { status: 500, body: '<h1>500 Internal Server Error</h1>' },
  })
  return {
    ...server,
    comments,
    say: (name, text, under) => add(name, text, under ?? null).id,
    endSessions: () => sessions.clear(),
  }
}

function refused(status: number, error: string): Answer {
  return { status, body: { error } }
}

function idOf(name: string): number {
  return name === OURS ? 2 : 1000 + name.length
}
