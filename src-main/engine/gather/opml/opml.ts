import { Parser } from 'htmlparser2'
import { parseUrl } from '../url.ts'

/** A list of feeds, as OPML 2.0 (http://opml.org/spec2.opml) writes it. */
export interface FeedList {
  readonly title: string
  readonly feeds: readonly ListedFeed[]
}

export interface ListedFeed {
  readonly url: string
  readonly title: string
  readonly homeUrl: string | null
  /** The folders it lies in, each by its way from the top; none when it lies in no folder. */
  readonly folders: readonly Folder[]
  /** Our own attributes, by their names without the prefix, unchecked. */
  readonly ours: Readonly<Record<string, string>>
}

/** The names of a folder and of those around it, the outermost first. */
export type Folder = readonly string[]

/** What our own attributes are named by, whatever prefix a program gives it. */
export const OUR_NAMESPACE = 'urn:ventanilla:sources'

const MAX_FEEDS = 10_000
const MAX_TITLE = 300

type Attributes = Readonly<Record<string, string>>
type Growing = Omit<ListedFeed, 'folders'> & { readonly folders: Folder[] }

/** The feeds of an OPML text, each once, with every folder it lies in. */
export function readOpml(opml: string): FeedList {
  const feeds = new Map<string, Growing>()
  /** One entry for each outline that is open: the folder's name, or null for a feed or a nameless folder. */
  const open: (string | null)[] = []
  let prefix: string | null = null
  let title = ''
  let isInTitle = false
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'opml') prefix = ourPrefix(attributes)
        if (name === 'title' && open.length === 0) isInTitle = true
        if (name !== 'outline') return
        const feed = toFeed(attributes, prefix)
        if (feed !== null) noteFeed(feeds, feed, open)
        open.push(feed === null ? nameOf(attributes) || null : null)
      },
      ontext: (text) => {
        if (isInTitle) title += text
      },
      onclosetag: (name) => {
        if (name === 'title') isInTitle = false
        if (name === 'outline') open.pop()
      },
    },
    // Programs write xmlUrl, xmlURL and xmlurl.
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  )
  parser.end(opml.replace(/^\ufeff/, ''))
  return { title: oneLine(title), feeds: [...feeds.values()] }
}

export function isOpml(text: string): boolean {
  return /<opml[\s>]/i.test(text.slice(0, 20_000))
}

function noteFeed(feeds: Map<string, Growing>, feed: Growing, open: readonly (string | null)[]): void {
  const known = feeds.get(feed.url)
  if (known === undefined && feeds.size >= MAX_FEEDS) return
  const { folders } = known ?? feed
  const folder = open.filter((name) => name !== null)
  if (folder.length > 0 && !folders.some((other) => isSame(other, folder))) folders.push(folder)
  if (known === undefined) feeds.set(feed.url, feed)
}

function isSame(a: Folder, b: Folder): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index])
}

function toFeed(attributes: Attributes, prefix: string | null): Growing | null {
  const url = attributes['xmlurl']?.trim() ?? ''
  if (url === '') return null
  return {
    url,
    title: nameOf(attributes),
    homeUrl: webAddress(attributes['htmlurl']),
    folders: [],
    ours: oursOf(attributes, prefix),
  }
}

function webAddress(text: string | undefined): string | null {
  const url = text === undefined || !/^https?:/i.test(text.trim()) ? null : parseUrl(text)
  return url?.href ?? null
}

function nameOf(attributes: Attributes): string {
  return oneLine(attributes['title'] ?? '') || oneLine(attributes['text'] ?? '')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE)
}

function ourPrefix(attributes: Attributes): string | null {
  const declared = Object.entries(attributes).find(
    ([name, value]) => name.startsWith('xmlns:') && value === OUR_NAMESPACE,
  )
  return declared ? `${declared[0].slice('xmlns:'.length)}:` : null
}

function oursOf(attributes: Attributes, prefix: string | null): Record<string, string> {
  if (prefix === null) return {}
  const own = Object.entries(attributes).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]))
}
