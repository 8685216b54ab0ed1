import { decodeHTML } from 'entities'
import { escapeText } from './markup.ts'

const BLOCKS = /<(?:br|p|div|ul|ol|li|blockquote|h[1-6])\b[^<>]*>/i
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i

/** What someone said where a place allows plain text only, and some write HTML all the same. */
export interface Prose {
  readonly markup: string | null
  readonly text: string | null
}

/**
 * Text unless it has paragraphs or line breaks of HTML: a `<b>` alone is more often what somebody wrote. References
 * such as `&#39;` are read, because nobody means them as they stand.
 */
export function prose(said: string | null): Prose {
  if (said === null) return { markup: null, text: null }
  return BLOCKS.test(said) ? { markup: said, text: null } : { markup: null, text: unescaped(said) }
}

function unescaped(text: string): string {
  return REFERENCE.test(text) ? decodeHTML(text) : text
}

/** A title or a name given as plain text, as the markup that items carry. */
export function titleMarkup(text: string): string {
  return escapeText(unescaped(text))
}
