import { CallFailed } from '../../../contract/failure.ts'
import type { SourceKind } from '../../../contract/sources.ts'
import type { GatheredDocument, GatheredItem, SourceFormat } from '../formats/format.ts'
import { sourceFormats } from '../formats/index.ts'
import { MAX_ITEMS } from '../formats/parts/limits.ts'
import type { FeedDocument, ReadDocument, ReadResult } from '../gatherer-protocol.ts'
import { isLookUp } from '../recipes/page-recipes.ts'
import { decode } from './decode.ts'
import { readPageLinks } from './page-links.ts'
import { plainTitle } from './plain-text.ts'
import { readItem } from './read-item.ts'

/** How a web page begins, and no feed does. */
const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype html|html)\b/i

/** Bytes to mentions. Pure: the same bytes give the same answer anywhere. */
export function readDocument(document: FeedDocument): Promise<ReadResult> {
  return readText(decode(document.body, document.contentType), document)
}

/** The same for one that is decoded: its bytes are looked at no more. */
export async function readText(text: string, document: FeedDocument): Promise<ReadResult> {
  const format = sourceFormats.find((one) => one.recognises(text, document.contentType))
  if (!format) return notAFeed(text, document)
  try {
    const page = HTML.test(text) ? readPageLinks(text, document.url) : null
    return { kind: 'feed', document: await readAs(format, text, document.url), page }
  } catch (error) {
    if (error instanceof CallFailed) return { kind: 'failed', failure: error.failure }
    throw error
  }
}

async function readAs(format: SourceFormat, text: string, url: string): Promise<ReadDocument> {
  const baseUrl = url.startsWith('http') ? url : null
  const parsed = await format.parse(text, baseUrl)
  const items = parsed.items.slice(0, MAX_ITEMS)
  return {
    format: format.name,
    title: plainTitle(parsed.title).slice(0, 300),
    homeUrl: parsed.homeUrl,
    kind: sourceKind(items, parsed, url),
    items: items.map((item) => readItem(item, baseUrl)),
    rejected: parsed.rejected ?? [],
    nextUrl: parsed.nextUrl ?? null,
    ttlSeconds: parsed.ttlSeconds ?? null,
  }
}

/** What a source holds, by what most of its items are. */
function sourceKind(items: readonly GatheredItem[], { title }: GatheredDocument, url: string): SourceKind {
  const count = (kind: GatheredItem['kind']) => items.filter((item) => item.kind === kind).length
  if (count('review') > items.length / 2) return 'reviews'
  if (count('comment') > items.length / 2) return 'comments'
  const isOfComments =
    /\/comments(?:\/|\.|$)/i.test(url) ||
    /^(?:comments (?:on|for)|comentarios (?:en|de)|comentários)/i.test(title)
  return isOfComments ? 'comments' : 'feed'
}

/** How a list of feeds begins (OPML); a longer one than anybody keeps is not looked at. */
const LIST = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<opml[\s>]/i
const LONGEST_LIST = 2_000_000

function notAFeed(text: string, { contentType, url }: FeedDocument): ReadResult {
  if (LIST.test(text) && text.length <= LONGEST_LIST) return { kind: 'list', opml: text }
  if (
    /<(?:!doctype html|html|head|body|meta|title)\b/i.test(text.slice(0, 20_000)) ||
    (contentType?.includes('html') ?? false) ||
    isLookUp(text, url)
  ) {
    return { kind: 'page', page: readPageLinks(text, url) }
  }
  const isEmpty = text.trim() === ''
  return {
    kind: 'failed',
    failure: {
      kind: 'not-a-feed',
      message: isEmpty
        ? 'The source sent an empty document.'
        : 'What the source sent is no feed Ventanilla can read.',
      hint: 'Look whether the address is the one of a feed; the page it belongs to often names it.',
    },
  }
}
