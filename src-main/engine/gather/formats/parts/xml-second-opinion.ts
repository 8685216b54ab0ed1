import Parser from 'rss-parser'
import { broken } from './broken.ts'
import { withInnerItems, type XmlFeed } from './xml-feed.ts'
import { createNames, type Names } from './xml-names.ts'
import { isElement } from './xml-nodes.ts'
import { balanceTags, depthOf, repairXml } from './xml-repair.ts'
import { MAX_DEPTH } from './xml-tree.ts'

/** Reads RSS, RDF or Atom through rss-parser: strictly, and, where that fails, with every element closed by us. */
export async function readWithRssParser(text: string): Promise<XmlFeed> {
  const repaired = repairXml(text)
  if (depthOf(repaired) > MAX_DEPTH) throw broken(`its elements nest deeper than ${MAX_DEPTH}`)
  try {
    return await parse(repaired, 'strict')
  } catch (error) {
    return parse(balanceTags(repaired), 'forgiving').catch(() => {
      throw broken(reasonOf(error))
    })
  }
}

async function parse(text: string, how: 'strict' | 'forgiving'): Promise<XmlFeed> {
  const names = namesIn(text)
  const parser = new Parser<Record<string, unknown>, Record<string, unknown>>({
    defaultRSS: 2,
    customFields: customFields(text, names),
    xml2js: {
      strict: how === 'strict',
      // It looks into an empty item as into any other.
      emptyTag: () => ({}),
      attrNameProcessors: [(name: string) => names.attribute(name.toLowerCase())],
      tagNameProcessors: [(name: string) => names.element(name.toLowerCase()).key],
    },
  })
  const { items, ...feed } = await parser.parseString(text)
  return { feed, items: withInnerItems(items.filter(isElement)), base: rootBase(text) }
}

/** Every element name of the document, so that rss-parser hands over all of them as they are. */
function customFields(text: string, names: Names) {
  const keys = new Set(['$'])
  for (const [, name = ''] of text.matchAll(/<([a-z_][\w:.-]*)/gi))
    keys.add(names.element(name.toLowerCase()).key)
  const fields = [...keys].map((key): (string | { keepArray: boolean })[] => [key, key, { keepArray: true }])
  // rss-parser's types know no renamed feed fields; it treats both lists alike.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- see the line above
  return { item: fields, feed: fields as unknown as string[] }
}

function namesIn(text: string): Names {
  const names = createNames()
  for (const [, prefix = '', uri = ''] of text.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)) {
    names.bind(prefix.toLowerCase(), uri)
  }
  const [, root = '', attributes = ''] = rootTag(text) ?? []
  const namespace = /\sxmlns\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1]
  if (root !== '') names.setRoot(root.toLowerCase(), namespace ?? null)
  return names
}

function rootTag(text: string): RegExpExecArray | null {
  return /<((?:[\w.-]+:)?(?:feed|rss|rdf))(?=[\s>])([^>]*)>/i.exec(text)
}

function rootBase(text: string): string | null {
  return /\sxml:base\s*=\s*["']([^"']*)["']/i.exec(rootTag(text)?.[2] ?? '')?.[1]?.trim() ?? null
}

function reasonOf(error: unknown): string {
  const first = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  return `its XML is broken (${first.slice(0, 120)})`
}
