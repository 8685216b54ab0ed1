import { CallFailed } from '../../../../contract/failure.ts'
import { broken } from './broken.ts'
import { countUpTo, cutAfterItems, refuseTooManyParts } from './limits.ts'
import { toXmlFeed, type XmlFeed } from './xml-feed.ts'
import { cleanXml } from './xml-text.ts'
import { readXmlTree } from './xml-tree.ts'

/** Mending takes the longer the more there is to mend: nobody waits for it on a document longer than this. */
const MAX_MENDED = 500_000
const MAX_MENDED_TAGS = 5000

export type { XmlElement } from './xml-tree.ts'
export type { XmlFeed } from './xml-feed.ts'

/**
 * Reads RSS, RDF or Atom in one pass that forgives; about what that refuses, rss-parser is asked, three times slower.
 * Throws `broken-document` with what is wrong.
 */
export async function parseXmlFeed(text: string): Promise<XmlFeed> {
  const cut = cutAfterItems(text)
  refuseTooManyParts(cut, ['<'])
  const clean = cleanXml(cut)
  const { isCutOff, ...feed } = await readByEither(clean)
  if (isCutOff && feed.items.length === 0) throw broken('it was cut off before its first item was whole')
  return feed
}

interface ReadFeed extends XmlFeed {
  readonly isCutOff: boolean
}

async function readByEither(clean: string): Promise<ReadFeed> {
  try {
    return readInOnePass(clean)
  } catch (refusal) {
    if (!(refusal instanceof CallFailed && mayAskRssParser(clean))) throw refusal
    // Loaded here, because it is hardly ever needed and brings much with it.
    const { readWithRssParser } = await import('./xml-second-opinion.ts')
    return { ...(await readWithRssParser(clean)), isCutOff: false }
  }
}

function mayAskRssParser(text: string): boolean {
  return text.length <= MAX_MENDED && countUpTo(text, '<', MAX_MENDED_TAGS + 1) <= MAX_MENDED_TAGS
}

export function readInOnePass(clean: string): ReadFeed {
  const { root, isCutOff } = readXmlTree(clean)
  const feed = toXmlFeed(root)
  if (feed === null) throw broken('it says that it is a feed, and holds none')
  return { ...feed, isCutOff }
}
