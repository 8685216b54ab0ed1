/** A document says what it is near its beginning, but for a long comment or a DTD. */
const LOOKED_AT = 100_000
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g
const FIRST_ROOT = /<(?:[\w.-]+:)?(rss|rdf|feed)(?=[\s/>])/i
const PAGE = /<(?:!doctype\s+html|html|body)[\s>]/i
const TAG = /<[^>]*>/g
/** A server's complaints stand before a feed; a table or a book that mentions one is none. */
const MAX_WORDS_BEFORE = 2000

/** The first element that could hold a feed is one of these, and the document is nothing else that mentions one. */
export function isFeedOf(text: string, ...roots: readonly string[]): boolean {
  const head = text.slice(0, LOOKED_AT).replace(COMMENT, '')
  const found = FIRST_ROOT.exec(head)
  if (found === null || !roots.includes(found[1]?.toLowerCase() ?? '')) return false
  const before = head.slice(0, found.index)
  return !PAGE.test(before) && !/^\s*[{[]/.test(before) && before.replace(TAG, '').length <= MAX_WORDS_BEFORE
}
