import type { Channel } from './channel.ts'

/**
 * What the place allows in an answer, by the end of its host name, where it publishes a number: Google Play
 * reviews.reply (350 characters), App Store Connect customerReviewResponses (5,970), Google Business Profile
 * reviews.updateReply (4,096 bytes), Mastodon's default status (500), Bluesky app.bsky.feed.post (300 graphemes),
 * Lemmy comments (10,000), Reddit comments (10,000), X (280).
 */
const LIMITS: readonly (readonly [place: string, graphemes: number])[] = [
  ['play.google.com', 350],
  ['apps.apple.com', 5970],
  ['itunes.apple.com', 5970],
  ['business.google.com', 4096],
  ['mastodon.social', 500],
  ['bsky.app', 300],
  ['reddit.com', 10_000],
  ['x.com', 280],
  ['twitter.com', 280],
]

export const byHand: Channel = {
  name: 'by-hand',
  limit: (place) => {
    if (place === null || !URL.canParse(place)) return null
    const host = new URL(place).hostname
    return LIMITS.find(([end]) => host === end || host.endsWith(`.${end}`))?.[1] ?? null
  },
  send: () => Promise.resolve({ kind: 'by-hand' }),
}
