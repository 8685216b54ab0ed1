import { parseUrl } from '../url.ts'

/** Feeds that a page, or a look-up's answer, knows of without naming them as feeds. Data, matched in the reader. */
export interface PageRecipe {
  readonly name: string
  /** Tried on `host/path` of the page. */
  readonly pattern: RegExp
  /** What in its text says so; the first that is found counts. */
  readonly finds: readonly RegExp[]
  /** `{name}` is a named group of what was found; `{page}` the page's address, without parameters, as a folder. */
  readonly feeds: readonly string[]
}

const YOUTUBE = /^(?:(?:www|m)\.)?youtube\.com\//
/** WordPress says on each page where its programming interface is: https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/ */
const WORDPRESS =
  /<link rel=["']https:\/\/api\.w\.org\/["'] href=["'](?<root>https?:\/\/[^"'<>\s]{1,500}\/)wp-json\/["']/

const pageRecipes: readonly PageRecipe[] = [
  {
    // The channel's own id first: a page names those of other channels as well.
    name: 'youtube-channel',
    pattern: YOUTUBE,
    finds: [
      /<link rel="canonical" href="https:\/\/www\.youtube\.com\/channel\/(?<id>UC[\w-]{22})"/,
      /"externalId":"(?<id>UC[\w-]{22})"/,
      /<meta itemprop="(?:identifier|channelId)" content="(?<id>UC[\w-]{22})"/,
      /"channelId":"(?<id>UC[\w-]{22})"/,
    ],
    feeds: ['https://www.youtube.com/feeds/videos.xml?channel_id={id}'],
  },
  {
    name: 'apple-podcast',
    pattern: /^itunes\.apple\.com\/lookup$/,
    finds: [/"feedUrl"\s*:\s*"(?<feed>https?:[^"\s]{1,2000})"/],
    feeds: ['{feed}'],
  },
  {
    name: 'wordpress-comments',
    pattern: /./,
    finds: [WORDPRESS],
    feeds: ['{root}comments/feed/'],
  },
  {
    // A post, which has comments of its own, is also named by its number; a page of many posts is not.
    name: 'wordpress-post',
    pattern: /./,
    finds: [
      /<link rel=["']shortlink["'] href=["'](?:https?:\/\/wp\.me\/[\w-]{1,40}|[^"'<>\s]{1,500}\?p=\d{1,15})["']/,
    ],
    feeds: ['{page}feed/'],
  },
]

export interface FeedInPage {
  readonly url: string
  readonly recipe: string
}

/** The feeds that the recipes find in a document of an address. */
export function feedsInPage(text: string, pageUrl: string): readonly FeedInPage[] {
  const page = parseUrl(pageUrl)
  if (page === null) return []
  const address = `${page.host}${page.pathname}`
  const folder = `${page.origin}${page.pathname.replace(/\/+$/, '')}/`
  return pageRecipes
    .filter(({ pattern }) => pattern.test(address))
    .flatMap(({ name, finds, feeds }) => {
      const found = finds.map((find) => find.exec(text)).find((one) => one !== null)
      if (!found) return []
      const words = { ...found.groups, page: folder }
      const urls = feeds.map((template) => parseUrl(filled(template, words))?.href ?? null)
      return urls.filter((url) => url !== null).map((url) => ({ url, recipe: name }))
    })
}

/** Whether a document that is neither feed nor page is a look-up's answer that names feeds. */
export function isLookUp(text: string, url: string): boolean {
  return text.trimStart().startsWith('{') && feedsInPage(text, url).length > 0
}

function filled(template: string, words: Readonly<Record<string, string>>): string {
  // JSON may write every slash as \/.
  return template.replace(/\{(\w+)\}/g, (_, name: string) => (words[name] ?? '').replaceAll('\\/', '/'))
}
