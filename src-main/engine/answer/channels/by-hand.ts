import type { Limit } from './channel.ts'
import { bytes, characters, graphemes } from './parts/count.ts'
import { parsed } from './parts/server.ts'

/**
 * What the place allows in an answer, by the end of its host name, where it publishes a number: Google Play
 * reviews.reply (350 characters), App Store Connect customerReviewResponses (5,970), Google Business Profile
 * reviews.updateReply (4,096 bytes), Mastodon's default status (500), Bluesky app.bsky.feed.post (300 graphemes),
 * Lemmy comments (10,000), Reddit comments (10,000), X (280).
 */
const LIMITS: readonly (readonly [place: string, limit: Limit])[] = [
  ['play.google.com', characters(350)],
  ['apps.apple.com', characters(5970)],
  ['itunes.apple.com', characters(5970)],
  ['business.google.com', bytes(4096)],
  ['mastodon.social', graphemes(500)],
  ['bsky.app', graphemes(300)],
  ['reddit.com', characters(10_000)],
  ['x.com', characters(280)],
  ['twitter.com', characters(280)],
]

/** The user posts it: the program copies the text, opens the place, and asks whether it went out. */
export const byHand = {
  name: 'by-hand',
  limits: (place: string | null): readonly Limit[] => {
    const host = parsed(place)?.hostname ?? ''
    return LIMITS.filter(([end]) => host === end || host.endsWith(`.${end}`)).map(([, limit]) => limit)
  },
} as const
