import { resolveUrl } from '../url.ts'

export interface SafeHtml {
  readonly html: string
  /** How many remote images it could show when asked. */
  readonly images: number
}

type Attributes = Readonly<Record<string, string>>

const TRACKERS =
  /(?:feeds\.feedburner\.com\/~|feedburner\.com\/~r|pixel\.wp\.com|stats\.wordpress\.com|b\.gif|\/pixel\.(?:gif|png)|doubleclick\.net|feedsportal\.com|google-analytics\.com|\/open\.aspx|list-manage\.com\/track)/i

/** Styles of what nobody is meant to see. */
const UNSEEN =
  /(?:^|[;\s])(?:(?:max-)?(?:width|height)\s*:\s*[0-3](?:px)?|display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:[;!]|$)/i

/** What is kept of a link's attributes: where it leads, absolute, and its title. */
export function safeLink(attributes: Attributes, baseUrl: string | null): Record<string, string> {
  const href = resolveUrl(attributes['href'], baseUrl)
  const kept = attributes['title'] === undefined ? {} : { title: attributes['title'] }
  if (href === null || !/^(?:https?|mailto):/i.test(href)) return kept
  return { ...kept, href, rel: 'noopener noreferrer nofollow', target: '_blank' }
}

/** The address of an image waits in `data-src`; who only counts readers is left out. */
export function safeImage(attributes: Attributes, baseUrl: string | null): Record<string, string> {
  const given = attributes['src'] ?? ''
  const lazy = attributes['data-src'] ?? attributes['data-lazy-src'] ?? attributes['data-original']
  const source = resolveUrl(given === '' || given.startsWith('data:') ? lazy : given, baseUrl)
  if (source === null || !/^https?:/i.test(source) || isTracker(source, attributes)) return {}
  const kept: Record<string, string> = {}
  for (const name of ['alt', 'width', 'height']) {
    const value = attributes[name]
    if (value !== undefined && (name === 'alt' || /^\d{1,5}$/.test(value))) kept[name] = value
  }
  kept['data-src'] = source
  return kept
}

function isTracker(source: string, { width, height, style = '' }: Attributes): boolean {
  const isDot = [width, height].some((size) => size !== undefined && /^[0-3](?:px)?$/.test(size.trim()))
  return isDot || UNSEEN.test(style) || TRACKERS.test(source)
}
