import type { Failure, FailureKind } from '../../../contract/failure.ts'
import type { Alternative } from '../../../contract/sources.ts'
import type { NoFeedRecipe } from '../recipes/recipe.ts'

/** Words for what went wrong on the network: what happened, what is safe, what to do. They name hosts, never addresses. */
const AGAIN = 'Nothing is lost; it is tried again by itself.'

type Facts = NonNullable<Failure['facts']>

export function networkFailure(kind: FailureKind, message: string, hint: string, facts: Facts): Failure {
  return { kind, message, hint, facts }
}

export function badAddress(): Failure {
  return networkFailure(
    'bad-address',
    'That is not a web address.',
    'Paste an address such as https://example.com/feed, or the name of a site.',
    {},
  )
}

export function wrongScheme(scheme: string): Failure {
  return networkFailure(
    'bad-address',
    `Ventanilla gathers from http and https addresses, not from ${scheme}.`,
    'Paste the web address of the page or feed; a file is brought in with import.',
    { scheme },
  )
}

export function privateAddress(host: string): Failure {
  return networkFailure(
    'private-address',
    `${host} is on this computer or a private network, and was not asked.`,
    'If you want exactly this address, add it as a source yourself: that is the consent for it.',
    { host },
  )
}

export function unreachable(host: string, why: string): Failure {
  return networkFailure(
    'unreachable',
    `${host} could not be reached (${why}).`,
    `${AGAIN} If the address is new, check its spelling.`,
    { host, why },
  )
}

export function tooSlow(host: string, seconds: number, phase: 'connect' | 'first-byte' | 'whole'): Failure {
  const message =
    phase === 'whole'
      ? `${host} did not finish its answer within ${seconds} s.`
      : `${host} did not answer for ${seconds} s.`
  return networkFailure('timeout', message, AGAIN, { host, seconds, phase })
}

export function tooLarge(host: string, bytes: number): Failure {
  const mebibytes = Math.round(bytes / 1_048_576)
  return networkFailure(
    'too-large',
    `${host} sent more than ${mebibytes} MiB (unpacked), and was stopped there.`,
    'Nothing is lost. Look for a smaller feed of the same place.',
    { host, mebibytes },
  )
}

export function redirectLoop(host: string): Failure {
  return networkFailure(
    'too-many-redirects',
    `${host} sends from one address to the next in a circle.`,
    'Nothing is lost. Open the address in a browser and paste the one where it ends.',
    { host },
  )
}

export function tooManyRedirects(host: string, hops: number): Failure {
  return networkFailure(
    'too-many-redirects',
    `${host} sends on more than ${hops} times.`,
    'Nothing is lost. Open the address in a browser and paste the one where it ends.',
    { host, hops },
  )
}

export function unsafeRedirect(host: string, to: string): Failure {
  return networkFailure(
    'unsafe-redirect',
    `${host} sends on to ${to}, where Ventanilla does not follow.`,
    'Nothing is lost. If you trust the new address, add it as a source yourself.',
    { host, to },
  )
}

export function badCertificate(host: string, why: string): Failure {
  return networkFailure(
    'bad-certificate',
    `The certificate of ${host} is not to be trusted (${why}).`,
    `${AGAIN} If it stays so, tell whoever runs the site.`,
    { host, why },
  )
}

export function cutOff(host: string): Failure {
  return networkFailure('unreachable', `${host} broke off in the middle of its answer.`, AGAIN, {
    host,
    why: 'cut off',
  })
}

export function badPacking(host: string): Failure {
  return networkFailure(
    'broken-document',
    `What ${host} sent cannot be unpacked: it is not packed in the way it says.`,
    `${AGAIN} If it stays so, tell whoever runs the site.`,
    { host, what: 'its packing is broken' },
  )
}

/** An answer that is neither the document nor a redirect. */
export function statusFailure(host: string, status: number, retryAfterSeconds: number | null): Failure {
  const facts = { host, status }
  if (status === 410) {
    return networkFailure(
      'gone',
      `${host} says that this source is gone for good (410).`,
      'What was gathered stays. It is not asked again; remove it, or look for its new address.',
      facts,
    )
  }
  if (status === 401 || status === 403 || status === 407) {
    return networkFailure(
      'needs-login',
      `${host} does not let Ventanilla in (${status}).`,
      `${AGAIN} If the feed needs a login, look for its public or private feed address.`,
      facts,
    )
  }
  if (status === 429 || (status === 503 && retryAfterSeconds !== null)) {
    const wait = retryAfterSeconds === null ? {} : { retryAfterSeconds }
    return networkFailure(
      'throttled',
      `${host} asks to come back later (${status}).`,
      'Nothing is lost; it is asked again when it said, not before.',
      { ...facts, ...wait },
    )
  }
  if (status === 404) {
    return networkFailure(
      'http-status',
      `${host} has nothing at this address (404).`,
      `${AGAIN} Check the address, or look for its new one.`,
      facts,
    )
  }
  return networkFailure('http-status', `${host} answered with an error (${status}).`, AGAIN, facts)
}

/** A place that is left alone for a while: it asked for that (`retry-after`), or answers once a minute (`turn`). */
export function notYet(host: string, seconds: number, why: 'retry-after' | 'turn'): Failure {
  const message =
    why === 'turn'
      ? `${host} answers one question a minute, and was asked a moment ago: the next may be asked in ${seconds} s.`
      : `${host} asked to be left alone for ${seconds} s more.`
  return networkFailure('throttled', message, 'Nothing is lost; try again then.', {
    host,
    retryAfterSeconds: seconds,
  })
}

/** A place that sends whoever brings no cookies to a page that asks to allow them. */
export function needsConsent(host: string): Failure {
  return networkFailure(
    'needs-consent',
    `${host} asks for consent to cookies before it shows anything.`,
    'Nothing was agreed to. Paste the address of the feed itself; for a channel of YouTube, youtube.com/channel/ and its id ("Share channel", "Copy channel ID").',
    { host },
  )
}

/** Where a feed was expected, a page for people came. */
export function webPage(host: string): Failure {
  return networkFailure(
    'web-page',
    `${host} sent a web page where a feed was expected.`,
    `${AGAIN} If the feed has moved, paste the page's address to find it.`,
    { host },
  )
}

/** Where a feed was expected, a list of feeds came; with its text where it may be brought in. */
export function listOfFeeds(host: string, opml: string | null): Failure {
  return networkFailure(
    'list-of-feeds',
    `${host} sent a list of feeds (OPML), not a feed.`,
    'Bring the list in, and choose among its feeds.',
    { host, ...(opml === null ? {} : { opml }) },
  )
}

export function noFeedFound(host: string): Failure {
  return networkFailure(
    'no-feed-found',
    `No feed was found at ${host}.`,
    'Look on the page for "RSS", "Atom" or "feed" and paste that address; for a place without feeds, an alerts feed or an imported file may do.',
    { host, alternatives: ['alerts-feed', 'csv-import', 'mail-import', 'by-hand'] satisfies Alternative[] },
  )
}

/** A place known to have none: it was not asked. */
export function noFeed(host: string, { place, name, alternatives, note }: NoFeedRecipe): Failure {
  return networkFailure('no-feed', `${place} offers no feed.`, note, {
    host,
    place,
    recipe: name,
    alternatives: [...alternatives],
  })
}
