/** What a place says of who speaks. */
export interface Speaker {
  readonly host: string
  readonly name: string
  readonly handle: string | null
  readonly url: string | null
}

/** By what speakers are found again; null where there is nothing to go by. */
export interface SpeakerKeys {
  /** The handle without `@` and host, in small letters. */
  readonly handle: string | null
  /** Where that handle means one person. */
  readonly network: string
  readonly profile: string | null
}

export function keysOf(speaker: Speaker): SpeakerKeys {
  const [bare = '', ofHost] = (speaker.handle ?? '').trim().replace(/^@/, '').toLowerCase().split('@')
  return {
    handle: bare === '' ? null : bare,
    network: networkOf(ofHost ?? speaker.host),
    profile: profileOf(speaker.url),
  }
}

/** The same network under its languages and its faces for phones: `es.trustpilot.com`, `m.reddit.com`. */
const FACE = /^(?:www\d?|m|mobile|old|new|amp|[a-z]{2}(?:-[a-z]{2})?)\.(?=[^.]+\.[^.]+)/

function networkOf(host: string): string {
  return host.toLowerCase().replace(FACE, '')
}

/** A page of one's own has a path; the front page of a blog is given as everybody's. */
function profileOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { hostname, pathname, search } = new URL(url)
  const path = pathname.replace(/\/+$/, '')
  return path === '' ? null : `${networkOf(hostname)}${path}${search}`
}

/**
 * Whether two speakers of one brand are certainly one person: the same handle on the same network, or the same
 * profile's address, unless both have a handle and they differ: then it is a page that several share.
 */
export function isSamePerson(a: Speaker, b: Speaker): boolean {
  const [one, other] = [keysOf(a), keysOf(b)]
  if (one.handle !== null && other.handle !== null)
    return one.handle === other.handle && one.network === other.network
  return one.profile !== null && one.profile === other.profile && foldName(a.name) === foldName(b.name)
}

function foldName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
