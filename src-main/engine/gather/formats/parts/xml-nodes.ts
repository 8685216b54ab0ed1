import type { XmlElement } from './xml-tree.ts'

export function isElement(node: unknown): node is XmlElement {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

/** What the tree keeps under a key; an empty element counts as one without anything in it. */
export function childrenOf(element: unknown, key: string): readonly XmlElement[] {
  const nodes: unknown = isElement(element) ? element[key] : undefined
  return Array.isArray(nodes) ? nodes.map((node: unknown) => (isElement(node) ? node : { _: node })) : []
}

const NONE: readonly unknown[] = []
/** A cache, not state: the names that formats ask for, a few dozen, each asked for with every item. */
const KEYS = new Map<string, string>()

function keyOf(name: string): string {
  const known = KEYS.get(name)
  if (known !== undefined) return known
  const key = `x-${name}`
  KEYS.set(name, key)
  return key
}

/** The children of one name; empty where there are none. */
export function all(element: unknown, name: string): readonly unknown[] {
  const nodes: unknown = isElement(element) ? element[keyOf(name)] : undefined
  return Array.isArray(nodes) ? nodes : NONE
}

export function first(element: unknown, name: string): unknown {
  return all(element, name)[0]
}

/** The text of an element, trimmed; null where it is missing or blank. */
export function textOf(node: unknown): string | null {
  const text =
    typeof node === 'string' ? node : isElement(node) && typeof node['_'] === 'string' ? node['_'] : ''
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}

/** What some elements say, in the order of their names. */
export function allTexts(element: unknown, ...names: readonly string[]): readonly string[] {
  const texts: string[] = []
  for (const name of names) {
    for (const node of all(element, name)) {
      const text = textOf(node)
      if (text !== null) texts.push(text)
    }
  }
  return texts
}

/** The first of some elements that says something. */
export function firstText(element: unknown, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const node of all(element, name)) {
      const text = textOf(node)
      if (text !== null) return text
    }
  }
  return null
}

export function attribute(node: unknown, name: string): string | null {
  const attributes = isElement(node) ? node['$'] : undefined
  const value = isElement(attributes) ? attributes[name] : undefined
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
