/** A document says what it is near its beginning, but for a long comment or a DTD. */
const LOOKED_AT = 20_000
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g
const FIRST_ROOT = /<(?:[\w.-]+:)?(rss|rdf|feed)(?=[\s/>])/i
const PAGE = /<(?:!doctype\s+html|html|body)[\s>]/i

/** The first element that could hold a feed is one of these, and the document is no web page that mentions one. */
export function isFeedOf(text: string, ...roots: readonly string[]): boolean {
  const head = text.slice(0, LOOKED_AT).replace(COMMENT, '')
  const found = FIRST_ROOT.exec(head)
  if (found === null || !roots.includes(found[1]?.toLowerCase() ?? '')) return false
  return !PAGE.test(head.slice(0, found.index))
}
