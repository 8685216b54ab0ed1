import Parser from 'rss-parser'
import { broken } from './broken.ts'
import { cutAfterItems, refuseTooManyParts } from './limits.ts'
import { balanceTags, depthOf, repairXml } from './xml-repair.ts'

/** An element as xml2js gives it: text, or an object of attributes (`$`), text (`_`) and arrays of children. */
export type XmlElement = Readonly<Record<string, unknown>>

export interface XmlFeed {
  readonly feed: XmlElement
  readonly items: readonly XmlElement[]
}

export const MAX_DEPTH = 512

/** Whatever prefix a feed binds to one of these, the formats know it by ours. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms\/?$/, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/slash\/?$/, 'slash'],
  [/^https?:\/\/purl\.org\/syndication\/thread\/1\.0\/?$/, 'thr'],
  [/^https?:\/\/(?:wellformedweb\.org\/CommentAPI|www\.wellformedweb\.org\/CommentAPI)\/?$/, 'wfw'],
  [/^https?:\/\/itunes\.apple\.com\/rss\/?$/, 'im'],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/i, 'itunes'],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/, 'media'],
  [/^https?:\/\/www\.w3\.org\/2005\/Atom$/i, 'atom'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/, 'rdf'],
  [
    /^https?:\/\/(?:purl\.org\/rss\/1\.0\/|my\.netscape\.com\/rdf\/simple\/0\.9\/|channel\.netscape\.com\/rdf\/simple\/0\.9\/)$/,
    '',
  ],
]

/** What rss-parser needs to find under its own name. Everything else is kept from it: it loses or throws. */
const STRUCTURE = new Set(['feed', 'entry', 'rss', 'channel', 'item'])

/** Reads RSS, RDF or Atom through rss-parser. Throws `broken-document` with what is wrong. */
export async function parseXmlFeed(text: string): Promise<XmlFeed> {
  const cut = cutAfterItems(text)
  refuseTooManyParts(cut, ['<'])
  const repaired = repairXml(cut)
  if (depthOf(repaired) > MAX_DEPTH) throw broken(`its elements nest deeper than ${MAX_DEPTH}`)
  try {
    return await parse(repaired, 'strict')
  } catch (error) {
    // Half a feed is better than none: the second reading forgives what is not closed.
    return parse(balanceTags(repaired), 'forgiving').catch(() => {
      throw broken(reasonOf(error))
    })
  }
}

async function parse(text: string, how: 'strict' | 'forgiving'): Promise<XmlFeed> {
  const toName = nameIn(text)
  const parser = new Parser<Record<string, unknown>, Record<string, unknown>>({
    defaultRSS: 2,
    customFields: customFields(text, toName),
    xml2js: {
      strict: how === 'strict',
      attrNameProcessors: [(name: string) => name.toLowerCase()],
      tagNameProcessors: [toName],
    },
  })
  const { items, ...feed } = await parser.parseString(text)
  return { feed, items }
}

/** Every element name of the document, so that rss-parser hands over all of them as they are. */
function customFields(text: string, toName: (name: string) => string) {
  const names = new Set(['$'])
  for (const [, name = ''] of text.matchAll(/<([a-z_][\w:.-]*)/gi)) names.add(toName(name))
  const fields = [...names].map((name): (string | { keepArray: boolean })[] => [
    name,
    name,
    { keepArray: true },
  ])
  // rss-parser's types know no renamed feed fields; it treats both lists alike.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- see the line above
  return { item: fields, feed: fields as unknown as string[] }
}

/** Gives an element the name the formats know it by. */
function nameIn(text: string): (name: string) => string {
  const head = text.slice(0, 20_000)
  const bound = new Map<string, string>()
  for (const [, prefix = '', uri = ''] of head.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)) {
    const known = PREFIXES.find(([pattern]) => pattern.test(uri.trim()))
    if (known) bound.set(prefix.toLowerCase(), known[1])
  }
  const root = /<([a-z_][\w.-]*):(?:feed|rss|rdf)\b/i.exec(head)?.[1]?.toLowerCase()
  if (root !== undefined && bound.get(root) !== 'rdf') bound.set(root, '')
  return (name) => canonicalName(name.toLowerCase(), bound)
}

function canonicalName(name: string, bound: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':')
  const prefix = colon < 0 ? '' : name.slice(0, colon)
  const known = bound.get(prefix) ?? prefix
  const local = name.slice(colon + 1)
  const full = known === '' ? local : `${known}:${local}`
  if (full === 'rdf:rdf') return 'rdf:RDF'
  return STRUCTURE.has(full) ? full : `x-${full}`
}

function reasonOf(error: unknown): string {
  const first = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  return `its XML is broken (${first.slice(0, 120)})`
}
