import { type DomHandler, DomUtils, ElementType } from 'htmlparser2'
import { bareName, type Thing, type Value } from './thing.ts'

type Document = DomHandler['root']
type Node = Document['children'][number]
type Element = Extract<Node, { readonly attribs: unknown }>

/** The top things of a page written as microdata (https://html.spec.whatwg.org/multipage/microdata.html). */
export function thingsInMarkup(document: Document): readonly Thing[] {
  const byId = new Map<string, Element>()
  const tops: Element[] = []
  for (const element of DomUtils.getElementsByTagName('*', document)) {
    const id = element.attribs['id']
    if (id !== undefined && !byId.has(id)) byId.set(id, element)
    if ('itemscope' in element.attribs && !('itemprop' in element.attribs)) tops.push(element)
  }
  return tops.map((element) => toThing(element, byId, new Set()))
}

function toThing(element: Element, byId: ReadonlyMap<string, Element>, outer: ReadonlySet<Element>): Thing {
  const properties = new Map<string, Value[]>()
  const inside = new Set(outer).add(element)
  const referred = words(element, 'itemref').flatMap((id) => byId.get(id) ?? [])
  for (const property of [...element.children.flatMap(propertiesFrom), ...referred.flatMap(propertiesFrom)]) {
    if (inside.has(property)) continue
    const value = 'itemscope' in property.attribs ? toThing(property, byId, inside) : textValue(property)
    for (const name of words(property, 'itemprop').map(bareName))
      properties.set(name, [...(properties.get(name) ?? []), value])
  }
  return {
    types: words(element, 'itemtype').map(bareName),
    id: element.attribs['itemid'] ?? null,
    properties,
  }
}

/** The nearest elements that carry a property, themselves or within; not those of things within them. */
function propertiesFrom(node: Node): Element[] {
  if (!isElement(node)) return []
  const own = 'itemprop' in node.attribs ? [node] : []
  return 'itemscope' in node.attribs ? own : [...own, ...node.children.flatMap(propertiesFrom)]
}

function isElement(node: Node): node is Element {
  return 'attribs' in node
}

function words(element: Element, attribute: string): string[] {
  return (element.attribs[attribute] ?? '').split(/\s+/).filter((word) => word !== '')
}

/** Which attribute holds what an element says; search engines believe `content` anywhere, and so do people. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  audio: 'src',
  embed: 'src',
  iframe: 'src',
  img: 'src',
  source: 'src',
  track: 'src',
  video: 'src',
  a: 'href',
  area: 'href',
  link: 'href',
  object: 'data',
  data: 'value',
  meter: 'value',
  time: 'datetime',
}
const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'blockquote', 'section', 'article'])

function textValue(element: Element): string {
  const attribute = ATTRIBUTES[element.name]
  return (
    element.attribs['content'] ??
    (attribute === undefined ? undefined : element.attribs[attribute]) ??
    element.children
      .map(shownText)
      .join('')
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}

/** The text a reader sees: the source's own line breaks are blanks, those of the markup are lines. */
function shownText(node: Node): string {
  if (node.type === ElementType.ElementType.Text) return node.data.replace(/\s+/g, ' ')
  if (!isElement(node) || /^(?:script|style|template)$/.test(node.name)) return ''
  if (node.name === 'br') return '\n'
  const inner = node.children.map(shownText).join('')
  return BLOCKS.has(node.name) ? `\n\n${inner}\n\n` : inner
}
