/** Whatever prefix a feed binds to one of these, the formats know it by ours. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms\/?$/, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/slash\/?$/, 'slash'],
  [/^https?:\/\/purl\.org\/syndication\/thread\/1\.0\/?$/, 'thr'],
  [/^https?:\/\/(?:www\.)?wellformedweb\.org\/CommentAPI\/?$/i, 'wfw'],
  [/^https?:\/\/rssnamespace\.org\/feedburner\/ext\/1\.0$/, 'feedburner'],
  [/^https?:\/\/itunes\.apple\.com\/rss\/?$/, 'im'],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/i, 'itunes'],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/, 'media'],
  [/^https?:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#)$/i, 'atom'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/, 'rdf'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml$/, 'xhtml'],
  [/^https?:\/\/purl\.org\/(?:rss\/1\.0|net\/rss1\.1#?)\/?$/, ''],
  [/^https?:\/\/(?:my|channel)\.netscape\.com\/rdf\/simple\/0\.9\/?$/, ''],
  [
    /^https?:\/\/(?:backend\.userland\.com|blogs\.law\.harvard\.edu\/tech|cyber\.law\.harvard\.edu)\/rss\d*$/i,
    '',
  ],
]

/** What rss-parser needs to find under its own name. Everything else is kept from it: it loses or throws. */
const STRUCTURE = new Set(['feed', 'entry', 'rss', 'channel', 'item'])
const ITEMS = new Set(['item', 'entry'])
const TEXTS = new Set(
  'title summary content description encoded subtitle tagline body copyright rights'.split(' '),
)
/** Their modules use the same names for elements that hold others. */
const HOLDERS = new Set(['media', 'itunes'])

/** Nobody needs more prefixes for XHTML than one. */
const MAX_XHTML = 8

export interface ElementName {
  /** Where the tree keeps it: `x-dc:creator`; without `x-` what a feed is built of. */
  readonly key: string
  readonly isItem: boolean
  /** The feed is built of these. */
  readonly isStructure: boolean
  /** It says something: an element inside it is markup, no structure. */
  readonly isText: boolean
}

/** The names of one document. Prefixes are bound as they are met; whoever binds one again means it so from there on. */
export interface Names {
  readonly bind: (prefix: string, uri: string) => void
  /** Tells which element the feed is, and its `xmlns`: what shares its prefix needs none. */
  readonly setRoot: (name: string, namespace: string | null) => void
  readonly element: (name: string) => ElementName
  readonly attribute: (name: string) => string
  /** The prefixes that stand for XHTML. */
  readonly xhtml: () => readonly string[]
}

export function createNames(): Names {
  const bound = new Map<string, string>()
  const met = new Map<string, ElementName>()
  const xhtml: string[] = []
  const bind = (prefix: string, known: string) => {
    bound.set(prefix, known)
    met.clear()
  }
  return {
    bind: (prefix, uri) => {
      const known = knownAs(uri)
      if (known === undefined || bound.get(prefix) === '' || bound.get(prefix) === known) return
      bind(prefix, known)
      if (known === 'xhtml' && xhtml.length < MAX_XHTML) xhtml.push(prefix)
    },
    setRoot: (name, namespace) => {
      const [prefix, local] = split(name)
      if (prefix !== '' && bound.get(prefix) !== 'rdf') bind(prefix, '')
      // In Atom itself, Atom needs no prefix.
      if (local === 'feed') for (const [one, known] of bound) if (known === 'atom') bind(one, '')
      // Where the feed has a prefix, what has none is somebody else's.
      const isForeign = [...bound.values()].includes('') && prefix !== '' && namespace !== null
      if (isForeign) bind('', knownAs(namespace) ?? 'foreign')
    },
    element: (name) => {
      const found = met.get(name) ?? toElementName(resolve(name, bound))
      met.set(name, found)
      return found
    },
    attribute: (name) => (name.includes(':') ? resolve(name, bound) : name),
    xhtml: () => xhtml,
  }
}

function knownAs(uri: string): string | undefined {
  return PREFIXES.find(([pattern]) => pattern.test(uri.trim()))?.[1]
}

function toElementName(full: string): ElementName {
  const [prefix, local] = split(full)
  const key = full === 'rdf:rdf' ? 'rdf:RDF' : STRUCTURE.has(full) ? full : `x-${full}`
  return {
    key,
    isItem: ITEMS.has(full),
    isStructure: !key.startsWith('x-'),
    isText: TEXTS.has(local) && !HOLDERS.has(prefix),
  }
}

function resolve(name: string, bound: ReadonlyMap<string, string>): string {
  const [prefix, local] = split(name)
  const known = bound.get(prefix) ?? prefix
  return known === '' ? local : `${known}:${local}`
}

function split(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}
