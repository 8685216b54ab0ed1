import { parseUrl } from '../url.ts'

const SECRET_NAME =
  /(?:^|[_-])(?:tokens?|key|apikey|secret|sig|signature|pass|password|pwd|auth|authorization|code|hash|session|sid|private|credential|access)$|^(?:k|t|u|uid|hmac|jwt|feedkey|rsskey|rsstoken|apitoken|accesstoken|authkey)$/i
/** Identify a public place, however random they look. */
const PUBLIC_NAME =
  /^(?:channel_id|playlist_id|list|v|id|p|feed|q|query|search|tag|user|page|lang|hl|gl|country)$/i

/** An address as it may be shown: what could be a secret in it is `…`. */
export function maskUrl(address: string): string {
  const url = parseUrl(address)
  if (url === null) return '…'
  const user = url.username === '' && url.password === '' ? '' : '…@'
  const path = url.pathname.split('/').map(maskSegment).join('/')
  const query = url.search === '' ? '' : `?${url.search.slice(1).split('&').map(maskParameter).join('&')}`
  const place = url.hash.length > 40 ? '#…' : url.hash
  return `${url.protocol}//${user}${url.host}${path}${query}${place}`
}

function maskSegment(segment: string): string {
  const extension = /\.(?:xml|rss|rdf|atom|json|php)$/i.exec(segment)?.[0] ?? ''
  return looksRandom(segment.slice(0, segment.length - extension.length)) ? `…${extension}` : segment
}

function maskParameter(parameter: string): string {
  const equals = parameter.indexOf('=')
  if (equals < 0) return looksRandom(parameter) ? '…' : parameter
  const name = parameter.slice(0, equals)
  const value = parameter.slice(equals + 1)
  const isSecret = SECRET_NAME.test(name) || (!PUBLIC_NAME.test(name) && looksRandom(value))
  return isSecret && value !== '' ? `${name}=…` : parameter
}

/** Long, and no words: digits and letters mixed, as tokens are and titles are not. */
function looksRandom(text: string): boolean {
  if (text.length < 16 || !/^[\w.~+=%-]+$/.test(text)) return false
  if (/^[0-9a-f-]{32,}$/i.test(text) && /\d/.test(text)) return true
  const longest = text
    .split(/[-_.]/)
    .reduce((longer, part) => (part.length > longer.length ? part : longer), '')
  if (longest.length < 12) return false
  const digits = longest.replace(/\D/g, '').length
  const isMixedCase = /[a-z]/.test(longest) && /[A-Z]/.test(longest.slice(1))
  return digits >= 3 && digits < longest.length ? true : isMixedCase && longest.length >= 20
}
