import type { XmlElement } from './xml-document.ts'

function isElement(node: unknown): node is XmlElement {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

/** The children of one name; empty where there are none. */
export function all(element: unknown, name: string): readonly unknown[] {
  const nodes: unknown = isElement(element) ? element[`x-${name}`] : undefined
  return Array.isArray(nodes) ? nodes : []
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
