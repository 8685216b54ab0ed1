import type { ElementName } from './xml-names.ts'

/** An element that was opened and is not closed yet. */
export interface Open {
  readonly name: ElementName
  readonly attributes: Readonly<Record<string, string>> | null
  /** Where in the text its inside begins. */
  readonly from: number
  /** It stands in markup that is taken whole. */
  readonly isInText: boolean
  text: string
  children: Record<string, unknown[]> | null
}

export function open(
  name: ElementName,
  parent: Open | null,
  attributes: Open['attributes'],
  from: number,
): Open {
  const isInText = parent !== null && (parent.isInText || parent.name.isText)
  return { name, attributes, from, isInText, text: '', children: null }
}

/** Markup that stands bare inside an element of text is its text: order and faults kept. */
export function toNode({ name, attributes, text, isInText, children }: Open, inside: () => string): unknown {
  const said = children !== null && name.isText && !isInText ? inside() : text
  const kept = name.isText ? null : children
  return attributes === null && kept === null ? said : { ...kept, $: attributes ?? {}, _: said }
}

export function add(parent: Open, key: string, node: unknown): void {
  parent.children ??= {}
  const list = parent.children[key]
  if (list === undefined) parent.children[key] = [node]
  else list.push(node)
}

function addAll(parent: Open, key: string, nodes: readonly unknown[] = []): void {
  for (const node of nodes) add(parent, key, node)
}

/** It was never closed: what came after its own text belongs beside it, but for what a feed is built of. */
export function addUnclosed(parent: Open, element: Open): void {
  const { name, attributes, text, children } = element
  const inner = Object.entries(children ?? {})
  const own = name.isStructure ? inner.filter(([key]) => !name.isItem || key !== name.key) : []
  add(parent, name.key, { ...Object.fromEntries(own), $: attributes ?? {}, _: text })
  if (name.isItem) addNested(parent, element)
  if (!name.isStructure) for (const [key, nodes] of inner) addAll(parent, key, nodes)
}

export function addNested(parent: Open, { name, children }: Open): void {
  addAll(parent, name.key, children?.[name.key])
}
