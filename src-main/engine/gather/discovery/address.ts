import { CallFailed } from '../../../contract/failure.ts'
import { badAddress, wrongScheme } from '../fetch/failures.ts'
import { isPrivateHost } from '../fetch/public-address.ts'
import { unfold } from '../recipes/shorthand.ts'
import { parseUrl } from '../url.ts'

/** The address a person meant: with or without its scheme, or as people write it where an address would be longer. */
export function addressFrom(pasted: string): URL {
  const text = unfold(pasted.trim().replace(/^<(.*)>$/, '$1'))
    .replace(/^feed:\/\//i, 'http://')
    .replace(/^feed:(?=https?:)/i, '')
  const given = /^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:\/|$))/i.test(text)
    ? parseUrl(text)
    : parseUrl(`${guessScheme(text)}://${text}`)
  if (given === null || given.hostname === '') throw new CallFailed(badAddress())
  if (given.protocol !== 'http:' && given.protocol !== 'https:')
    throw new CallFailed(wrongScheme(given.protocol.slice(0, -1)))
  if (!/[.:]|^localhost$/.test(given.hostname)) throw new CallFailed(badAddress())
  given.hash = ''
  return given
}

/** The public network speaks https; what runs on this computer or in the office mostly does not. */
function guessScheme(text: string): 'http' | 'https' {
  const url = parseUrl(`http://${text}`)
  return url !== null && isPrivateHost(url) ? 'http' : 'https'
}
