import { z } from 'zod'
import { parseUrl } from '../url.ts'
import { broken } from './parts/broken.ts'
import { parseDate } from './parts/dates.ts'
import { parseJson } from './parts/json.ts'
import { MAX_ITEMS } from './parts/limits.ts'
import { escapeText } from './parts/markup.ts'
import type { GatheredItem, SourceFormat } from './format.ts'

const text = z.string().nullish().catch(null)

/** https://github.com/bluesky-social/atproto : lexicons/app/bsky/feed/{searchPosts,defs,post}.json */
const Post = z.object({
  uri: z.string().startsWith('at://'),
  indexedAt: text,
  author: z.object({ did: z.string(), handle: z.string(), displayName: text }),
  record: z.object({
    text: z.string(),
    createdAt: text,
    reply: z
      .object({ parent: z.object({ uri: z.string() }) })
      .nullish()
      .catch(null),
  }),
})
type Post = z.output<typeof Post>
const Answer = z.object({ posts: z.array(z.unknown()) })

/** What Bluesky's search answers: app.bsky.feed.searchPosts. */
export const blueskySearch: SourceFormat = {
  name: 'bluesky-search',
  recognises: (document) =>
    document.trimStart().startsWith('{') &&
    /"posts"\s*:\s*\[\s*(?:\]|\{)/.test(document) &&
    /"at:\/\/did:|"posts"\s*:\s*\[\s*\]/.test(document),
  parse: (document, baseUrl) => {
    const answer = Answer.safeParse(parseJson(document))
    if (!answer.success) throw broken('it is JSON, but no list of posts')
    const asked = baseUrl === null ? null : (parseUrl(baseUrl)?.searchParams.get('q') ?? null)
    return {
      title: asked === null ? 'Bluesky' : `Bluesky: ${escapeText(asked)}`,
      homeUrl: asked === null ? null : `https://bsky.app/search?q=${encodeURIComponent(asked)}`,
      items: answer.data.posts.slice(0, MAX_ITEMS).flatMap((raw) => {
        const post = Post.safeParse(raw)
        return post.success ? [toItem(post.data)] : []
      }),
    }
  },
}

function toItem({ uri, author, record, indexedAt }: Post): GatheredItem {
  const parent = record.reply?.parent.uri ?? null
  const profile = `https://bsky.app/profile/${nameOf(author)}`
  return {
    externalId: uri,
    title: '',
    markup: null,
    text: record.text,
    url: `${profile}/post/${uri.slice(uri.lastIndexOf('/') + 1)}`,
    author: {
      name: author.displayName?.trim() || author.handle,
      handle: nameOf(author),
      url: profile,
    },
    rating: null,
    publishedAt: publishedAt(record.createdAt ?? null, indexedAt ?? null),
    updatedAt: null,
    inReplyTo: parent,
    kind: parent === null ? 'post' : 'comment',
  }
}

/** A handle whose host no longer says so is `handle.invalid`, for everybody. */
function nameOf({ did, handle }: Post['author']): string {
  return handle === 'handle.invalid' ? did : handle
}

/** Who writes a post may date it as they like; nobody has read it before it was indexed. */
function publishedAt(created: string | null, indexed: string | null): number | null {
  const [createdAt, indexedAt] = [parseDate(created), parseDate(indexed)]
  return createdAt === null || (indexedAt !== null && createdAt > indexedAt) ? indexedAt : createdAt
}
