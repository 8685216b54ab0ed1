import type { NoFeedRecipe } from './recipe.ts'

const reviews = {
  kind: 'no-feed',
  alternatives: ['csv-import', 'mail-import', 'by-hand', 'alerts-feed'],
  note: 'Bring in the export of its business account as CSV, or the e-mails it sends about new reviews.',
} as const
const walled = {
  kind: 'no-feed',
  alternatives: ['mail-import', 'by-hand', 'alerts-feed'],
  note: 'Bring in the e-mails it sends when somebody names you, or paste what you find there by hand.',
} as const

/** Places that give nobody a feed; asking them would only bring a wall. */
export const noFeedRecipes: readonly NoFeedRecipe[] = [
  {
    ...reviews,
    name: 'google-play',
    place: 'Google Play',
    pattern: /^play\.google\.com\/store\/apps(?:\/.*)?$/,
    alternatives: ['csv-import', 'mail-import', 'alerts-feed'],
    note: 'Bring in the reviews that Play Console exports as CSV; it also sends e-mails about new ones.',
  },
  { ...reviews, name: 'trustpilot', place: 'Trustpilot', pattern: host('trustpilot') },
  { ...reviews, name: 'tripadvisor', place: 'Tripadvisor', pattern: host('tripadvisor') },
  { ...reviews, name: 'yelp', place: 'Yelp', pattern: host('yelp') },
  { ...reviews, name: 'booking', place: 'Booking.com', pattern: host('booking') },
  { ...reviews, name: 'glassdoor', place: 'Glassdoor', pattern: host('glassdoor') },
  { ...reviews, name: 'amazon', place: 'Amazon', pattern: host('amazon') },
  {
    ...reviews,
    name: 'google-maps',
    place: 'Google Maps',
    pattern:
      /^(?:(?:www\.)?google\.[a-z.]+\/maps(?:\/.*)?|maps\.google\.[a-z.]+(?:\/.*)?|maps\.app\.goo\.gl\/.*|goo\.gl\/maps\/.*|g\.page\/.*|business\.google\.com(?:\/.*)?)$/,
  },
  {
    kind: 'no-feed',
    name: 'google-alerts',
    place: 'Google Alerts',
    pattern: /^(?:www\.)?google\.[a-z.]+\/alerts(?!\/feeds)(?:\/.*)?$/,
    alternatives: ['alerts-feed', 'mail-import'],
    note: 'Make an alert there, choose “RSS feed” where it asks how to deliver, and paste that feed’s address.',
  },
  { ...walled, name: 'facebook', place: 'Facebook', pattern: host('facebook|fb') },
  { ...walled, name: 'instagram', place: 'Instagram', pattern: host('instagram') },
  { ...walled, name: 'threads', place: 'Threads', pattern: host('threads') },
  { ...walled, name: 'x', place: 'X', pattern: /^(?:(?:www|m|mobile)\.)?(?:x|twitter)\.com(?:\/.*)?$/ },
  { ...walled, name: 'linkedin', place: 'LinkedIn', pattern: host('linkedin') },
  { ...walled, name: 'tiktok', place: 'TikTok', pattern: host('tiktok') },
  {
    ...walled,
    name: 'telegram',
    place: 'Telegram',
    pattern: /^(?:t\.me|telegram\.me)(?:\/.*)?$/,
    alternatives: ['by-hand', 'alerts-feed'],
  },
  {
    ...walled,
    name: 'discord',
    place: 'Discord',
    pattern: /^(?:discord\.gg|(?:www\.)?discord\.com\/(?:channels|invite))(?:\/.*)?$/,
    alternatives: ['by-hand'],
  },
]

/** A name in any country's domain, in any language: `es.trustpilot.com`, `www.amazon.co.uk`; not its blog or newsroom. */
function host(name: string): RegExp {
  return new RegExp(
    String.raw`^(?:(?:www|m|mobile|[a-z]{2}(?:-[a-z]{2})?)\.)?(?:${name})\.(?:com|net|[a-z]{2}|com\.[a-z]{2}|co\.[a-z]{2})(?:/.*)?$`,
  )
}
