import { resolveUrl } from '../../url.ts'
import { attribute } from './xml-nodes.ts'

/** What relative addresses inside an element start from: its `xml:base`, itself relative to the outer one's. */
export function baseOf(element: unknown, outer: string | null): string | null {
  const base = resolveUrl(attribute(element, 'xml:base'), outer)
  return base !== null && /^https?:/i.test(base) ? base : outer
}
