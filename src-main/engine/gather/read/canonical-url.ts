import { isAsItStands, parseUrl } from '../url.ts'
import { hostOf, samePlace } from './same-place.ts'
import { mayWrap, unwrap } from './unwrap.ts'

/** Added by those who count readers; they say nothing about what the address shows. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|hsctatracking|vero_id|oly_(?:enc|anon)_id|_openstat|wickedid|ref_src|ref_url|_ga|_gl|spm|cmpid|at_(?:medium|campaign|custom\d)|ns_\w+|guce_\w+|wt_mc|xtor|pk_\w+|piwik_\w+|matomo_\w+|s_cid|cvid|trk|trkcampaign|share_id|si|rss(?:_id)?)$/i

/** Parts of a page that are a mention of their own: `#comment-12`, `#p34`, `#issuecomment-5`. */
const OWN_PLACE =
  /^#!?(?:[a-z_]*(?:comment|reply|post|review|answer|msg|message|note)[-_=/]?\d+|[a-z]?[-_]?\d{2,})/i

/**
 * One form for all the ways to write the same address: where it leads in the end, host in lower case and by one name, no
 * default port, no tracking parameters, parameters in order, http and https alike. Null when it is no web address.
 */
export function canonicalUrl(address: string | null): string | null {
  const simple = address === null ? null : simpleAddress(address)
  if (simple !== null) return simple
  const url = address === null ? null : parseUrl(unwrap(address))
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString()
  const path = url.pathname.replace(/\/+$/, '') || '/'
  const place = OWN_PLACE.test(url.hash) ? url.hash : ''
  return `https://${hostOf(url)}${path}${query === '' ? '' : `?${query}`}${place}`
}

/** The same for an address of a host and a path, which most are; null for any other. */
function simpleAddress(address: string): string | null {
  if (/[?#]/.test(address) || !isAsItStands(address) || mayWrap(address)) return null
  const from = address.indexOf('//') + 2
  const slash = address.indexOf('/', from)
  const path = address.slice(slash).replace(/\/+$/, '') || '/'
  return `https://${samePlace(address.slice(from, slash))}${path}`
}
