import { parseUrl } from '../url.ts'
import { hostOf } from './same-place.ts'

interface Wrapper {
  /** Tried on `host/path`, the host by its one name, no slash at the end. */
  readonly pattern: RegExp
  /** The parameters that may hold the address, the surest first. */
  readonly parameters: readonly string[]
}

const GOOGLE = String.raw`^(?:[\w-]+\.)?google\.(?:com?\.)?[a-z]{2,3}`

/** Pages that only send on, and say in a parameter where to. Alerts of Google wrap every link so. */
const WRAPPERS: readonly Wrapper[] = [
  { pattern: new RegExp(`${GOOGLE}/url$`), parameters: ['url', 'q'] },
  { pattern: /^(?:lm?|www)\.facebook\.com\/l\.php$/, parameters: ['u'] },
  { pattern: /^l\.(?:instagram|threads)\.(?:com|net)$/, parameters: ['u'] },
  { pattern: /^www\.youtube\.com\/redirect$/, parameters: ['q'] },
  { pattern: /^out\.reddit\.com\//, parameters: ['url'] },
  { pattern: /^(?:www\.)?linkedin\.com\/(?:redir\/redirect|safety\/go)$/, parameters: ['url'] },
  { pattern: /^t\.umblr\.com\/redirect$/, parameters: ['z'] },
  { pattern: /^(?:www\.)?bing\.com\/news\/apiclick\.aspx$/, parameters: ['url'] },
  { pattern: /^duckduckgo\.com\/l$/, parameters: ['uddg'] },
  { pattern: /^steamcommunity\.com\/linkfilter$/, parameters: ['u', 'url'] },
  { pattern: /^vk\.com\/away\.php$/, parameters: ['to'] },
]

/**
 * Copies of pages kept for phones: `google.com/amp/s/HOST/PATH` and `HOST.cdn.ampproject.org/c/s/HOST/PATH`
 * (https://developers.google.com/amp/cache/overview). `s` says https.
 */
const AMP = [
  new RegExp(`${GOOGLE}/amp/(?<secure>s/)?(?<page>[^/]+\\.[^/]+.*)$`),
  /^[\w-]+\.cdn\.ampproject\.org\/[cv]\/(?<secure>s\/)?(?<page>[^/]+\.[^/]+.*)$/,
]

/** Part of every address that one of the above is about; what is written strangely may turn out to be one. */
const MAY_WRAP =
  /google\.|facebook\.com|instagram\.|threads\.|youtube\.com|reddit\.com|linkedin\.com|umblr\.com|bing\.com|duckduckgo\.com|steamcommunity\.com|vk\.com|ampproject\.org|[^\x21-\x7e]|\/\/[^/]*%/i

/** Whether an address may lead somewhere else in the end; false where it surely does not. */
export function mayWrap(address: string): boolean {
  return MAY_WRAP.test(address)
}

/** The address a link leads to in the end, without asking anybody; the link itself where nothing wraps it. */
export function unwrap(address: string): string {
  let url = mayWrap(address) ? parseUrl(address) : null
  if (url === null) return address
  // Each inside is shorter than what it was in, so this ends.
  for (let inside = insideOf(url); inside !== null; inside = insideOf(url)) url = inside
  return url.href === parseUrl(address)?.href ? address : url.href
}

function insideOf(url: URL): URL | null {
  const place = `${hostOf(url)}${url.pathname}`.replace(/\/+$/, '')
  const wrapper = WRAPPERS.find(({ pattern }) => pattern.test(place))
  const said = wrapper?.parameters.map((name) => webAddress(url.searchParams.get(name))) ?? []
  return said.find((one) => one !== null) ?? originalOfAmp(place, url.search)
}

function originalOfAmp(place: string, search: string): URL | null {
  const found = AMP.map((pattern) => pattern.exec(place)?.groups).find((groups) => groups !== undefined)
  if (!found) return null
  return webAddress(`${found['secure'] === undefined ? 'http' : 'https'}://${found['page'] ?? ''}${search}`)
}

function webAddress(text: string | null): URL | null {
  return text !== null && /^https?:\/\//i.test(text) ? parseUrl(text) : null
}
