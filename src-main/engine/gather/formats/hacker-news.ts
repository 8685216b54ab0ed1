import { z } from 'zod'
import { parseUrl } from '../url.ts'
import { broken } from './parts/broken.ts'
import { parseDate } from './parts/dates.ts'
import { parseJson } from './parts/json.ts'
import { MAX_ITEMS } from './parts/limits.ts'
import { escapeText } from './parts/markup.ts'
import type { GatheredItem, SourceFormat } from './format.ts'

const text = z.string().nullish().catch(null)
const number = z.number().int().nullish().catch(null)

/** https://hn.algolia.com/api : stories have `title` and `story_text`, comments `comment_text` and their story's title. */
const Hit = z.object({
  objectID: z.string().min(1),
  created_at: text,
  author: text,
  title: text,
  story_title: text,
  story_text: text,
  comment_text: text,
  url: text,
  parent_id: number,
  points: number,
})
type Hit = z.output<typeof Hit>
const Answer = z.object({ hits: z.array(z.unknown()), query: text })

const NEWS = 'https://news.ycombinator.com'

/** What the search of Hacker News answers. */
export const hackerNews: SourceFormat = {
  name: 'hacker-news',
  recognises: (document) =>
    document.trimStart().startsWith('{') &&
    /"hits"\s*:\s*\[\s*(?:\]|\{)/.test(document) &&
    /"nbHits"/.test(document) &&
    /"story_id"|"objectID"|"hits"\s*:\s*\[\s*\]/.test(document),
  parse: (document, baseUrl) => {
    const answer = Answer.safeParse(parseJson(document))
    if (!answer.success) throw broken('it is JSON, but no list of hits')
    const hits = answer.data.hits.slice(0, MAX_ITEMS).flatMap((raw) => {
      const hit = Hit.safeParse(raw)
      return hit.success ? [hit.data] : []
    })
    const subject = subjectOf(answer.data.query ?? '', baseUrl, hits)
    return {
      title: subject === '' ? 'Hacker News' : `Hacker News: ${escapeText(subject)}`,
      homeUrl: NEWS,
      items: hits.map(toItem),
    }
  },
}

/** What was searched for: words, an author, or the comments of one story. */
function subjectOf(query: string, baseUrl: string | null, hits: readonly Hit[]): string {
  if (query.trim() !== '') return query.trim()
  const tags = baseUrl === null ? '' : (parseUrl(baseUrl)?.searchParams.get('tags') ?? '')
  const author = /(?:^|,)author_([\w-]+)/.exec(tags)?.[1]
  return author ?? (/(?:^|,)story_\d/.test(tags) ? (hits[0]?.story_title ?? '') : '')
}

function toItem(hit: Hit): GatheredItem {
  const isComment = filled(hit.comment_text) !== null
  return {
    externalId: hit.objectID,
    title: escapeText((isComment ? hit.story_title : hit.title) ?? ''),
    markup: filled(hit.comment_text) ?? filled(hit.story_text) ?? linkTo(filled(hit.url)),
    text: null,
    url: `${NEWS}/item?id=${encodeURIComponent(hit.objectID)}`,
    author: authorOf(filled(hit.author)),
    rating: null,
    publishedAt: parseDate(hit.created_at ?? null),
    updatedAt: null,
    inReplyTo: isComment && typeof hit.parent_id === 'number' ? String(hit.parent_id) : null,
    kind: isComment ? 'comment' : 'post',
    details: typeof hit.points === 'number' ? { votes: hit.points } : {},
  }
}

function authorOf(name: string | null): GatheredItem['author'] {
  if (name === null) return null
  return { name, handle: name, url: `${NEWS}/user?id=${encodeURIComponent(name)}` }
}

/** A story that is a link says nothing else. */
function linkTo(url: string | null): string | null {
  if (url === null) return null
  const escaped = escapeText(url).replaceAll('"', '&quot;')
  return `<p><a href="${escaped}">${escaped}</a></p>`
}

function filled(given: string | null | undefined): string | null {
  return given === null || given === undefined || given.trim() === '' ? null : given
}
