interface SamePlace {
  /** Tried on the host. */
  readonly pattern: RegExp
  readonly host: string
}

/** Hosts that show the very same pages at the very same paths: for phones, for old browsers, under a former name. */
const SAME_PLACES: readonly SamePlace[] = [
  { pattern: /^(?:(?:old|new|np|sh|m|amp)\.)?reddit\.com$/, host: 'www.reddit.com' },
  { pattern: /^(?:(?:m|mbasic|touch|web)\.)?facebook\.com$/, host: 'www.facebook.com' },
  { pattern: /^(?:(?:www|m|mobile)\.)?(?:twitter|x)\.com$|^www\.x\.com$/, host: 'x.com' },
  { pattern: /^(?:m\.)?youtube\.com$/, host: 'www.youtube.com' },
  { pattern: /^(?<language>[a-z-]{2,12})\.m\.wikipedia\.org$/, host: '$<language>.wikipedia.org' },
]

/** The one name of an address's host; with its port, unless it is the usual one. */
export function hostOf(url: URL): string {
  return samePlace(url.host.replace(/:443$/, ''))
}

/** The one name of a host that is written in lower case, without the usual port. */
export function samePlace(host: string): string {
  const known = SAME_PLACES.find(({ pattern }) => pattern.test(host))
  return known ? host.replace(known.pattern, known.host) : host
}
