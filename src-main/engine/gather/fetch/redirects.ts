import type { Failure } from '../../../contract/failure.ts'
import { parseUrl } from '../url.ts'
import {
  privateAddress,
  redirectLoop,
  statusFailure,
  tooManyRedirects,
  unsafeRedirect,
  wrongScheme,
} from './failures.ts'
import { isPrivateHost } from './public-address.ts'

export const MAX_REDIRECTS = 5

export type Hop =
  { readonly kind: 'follow'; readonly url: URL } | { readonly kind: 'failed'; readonly failure: Failure }

/** Whether an address may be asked at all, before anything is resolved. `privateOrigin` is the one consented to. */
export function refusalOf(url: URL, privateOrigin: string | null): Failure | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return wrongScheme(url.protocol.slice(0, -1))
  if (url.origin === privateOrigin) return null
  return isPrivateHost(url) ? privateAddress(url.host) : null
}

/** Where a redirect leads, or why it is not followed. `asked` are the addresses asked so far, the last one first. */
export function nextHop(
  asked: readonly URL[],
  status: number,
  location: string | null,
  privateOrigin: string | null,
): Hop {
  const from = asked[0]
  if (!from) throw new Error('A redirect needs an address it came from.')
  const failed = (failure: Failure): Hop => ({ kind: 'failed', failure })
  const to = location === null ? null : parseUrl(location, from.href)
  if (to === null) return failed(statusFailure(from.host, status, null))
  to.hash = ''
  if (to.protocol !== 'http:' && to.protocol !== 'https:')
    return failed(unsafeRedirect(from.host, `a ${to.protocol} address`))
  if (from.protocol === 'https:' && to.protocol === 'http:')
    return failed(unsafeRedirect(from.host, `${to.host} without encryption`))
  if (asked.some((url) => url.href === to.href)) return failed(redirectLoop(from.host))
  if (asked.length > MAX_REDIRECTS) return failed(tooManyRedirects(from.host, MAX_REDIRECTS))
  const refusal = refusalOf(to, privateOrigin)
  return refusal === null ? { kind: 'follow', url: to } : failed(refusal)
}

export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}
