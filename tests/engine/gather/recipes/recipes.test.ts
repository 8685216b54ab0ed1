import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressFrom } from '../../../../src-main/engine/gather/discovery/address.ts'
import { matchRecipes } from '../../../../src-main/engine/gather/recipes/match.ts'
import { knownPlaces, knownPrograms } from '../../../../src-main/engine/gather/recipes/recipes.ts'

/** Which feeds the recipes know for what somebody pasted, in the order they are tried. */
const feedsFor = (pasted: string, languages: readonly string[] = []) => {
  const matched = matchRecipes(addressFrom(pasted), languages)
  return matched.kind === 'no-feed'
    ? matched.recipe.name
    : matched.tries.map(({ recipe, feeds }) => [recipe.name, ...feeds.map(({ url }) => url)])
}

const REDDIT = 'https://www.reddit.com'
const BLUESKY = 'xrpc/app.bsky.feed.searchPosts?sort=latest&limit=100&q='
const HN = 'https://hn.algolia.com/api/v1/search_by_date?hitsPerPage=100'
const CHANNEL = 'UC1234567890abcdefghijkl'

/** What people paste, the recipe that knows it, and the feeds it leads to. */
const PASTED: readonly [string, string, ...string[]][] = [
  ['https://www.reddit.com/r/umbrellas/', 'subreddit', `${REDDIT}/r/umbrellas/new/.rss`],
  ['reddit.com/r/umbrellas', 'subreddit', `${REDDIT}/r/umbrellas/new/.rss`],
  ['https://old.reddit.com/r/umbrellas/top/?t=week', 'subreddit', `${REDDIT}/r/umbrellas/new/.rss`],
  ['r/umbrellas', 'subreddit', `${REDDIT}/r/umbrellas/new/.rss`],
  ['https://reddit.com/r/umbrellas+rain/new', 'subreddit', `${REDDIT}/r/umbrellas+rain/new/.rss`],
  ['https://www.reddit.com/r/rain/comments/', 'subreddit-comments', `${REDDIT}/r/rain/comments/.rss`],
  [
    'https://www.reddit.com/r/rain/comments/1abcde/it_broke_again/',
    'reddit-thread',
    `${REDDIT}/r/rain/comments/1abcde/.rss?sort=new`,
  ],
  ['https://www.reddit.com/user/pau_l-1/comments/', 'reddit-user', `${REDDIT}/user/pau_l-1/.rss`],
  ['u/pau_l-1', 'reddit-user', `${REDDIT}/user/pau_l-1/.rss`],
  [
    'https://www.reddit.com/search/?q=caf%C3%A9+aurora&type=link',
    'reddit-search',
    `${REDDIT}/search.rss?q=caf%C3%A9%20aurora&sort=new`,
  ],
  [
    'https://www.reddit.com/r/rain/search/?q=aurora%26co&restrict_sr=1',
    'subreddit-search',
    `${REDDIT}/r/rain/search.rss?q=aurora%26co&restrict_sr=on&sort=new`,
  ],
  ['https://mastodon.example/@ana', 'mastodon-profile', 'https://mastodon.example/@ana.rss'],
  ['mastodon.example/@ana/', 'mastodon-profile', 'https://mastodon.example/@ana.rss'],
  ['@ana@mastodon.example', 'mastodon-profile', 'https://mastodon.example/@ana.rss'],
  [
    'https://mastodon.example/@ana/with_replies',
    'mastodon-profile',
    'https://mastodon.example/@ana/with_replies.rss',
  ],
  [
    'https://mastodon.example/@luz@elsewhere.example',
    'mastodon-profile',
    'https://elsewhere.example/@luz.rss',
  ],
  [
    'https://mastodon.example/tags/paraguas',
    'mastodon-hashtag',
    'https://mastodon.example/tags/paraguas.rss',
  ],
  [
    'https://bsky.app/profile/ana.bsky.social',
    'bluesky-profile',
    'https://bsky.app/profile/ana.bsky.social/rss',
  ],
  ['@ana.bsky.social', 'bluesky-profile', 'https://bsky.app/profile/ana.bsky.social/rss'],
  [
    'https://bsky.app/profile/did:plc:abc123',
    'bluesky-profile',
    'https://bsky.app/profile/did:plc:abc123/rss',
  ],
  [
    'https://bsky.app/search?q=caf%C3%A9%20aurora',
    'bluesky-search',
    `https://public.api.bsky.app/${BLUESKY}caf%C3%A9%20aurora`,
    `https://api.bsky.app/${BLUESKY}caf%C3%A9%20aurora`,
  ],
  [
    'https://bsky.app/hashtag/aurora',
    'bluesky-hashtag',
    `https://public.api.bsky.app/${BLUESKY}%23aurora`,
    `https://api.bsky.app/${BLUESKY}%23aurora`,
  ],
  ['https://lemmy.example/c/rain@other.example', 'lemmy', 'https://other.example/feeds/c/rain.xml?sort=New'],
  ['!rain@lemmy.example', 'lemmy', 'https://lemmy.example/feeds/c/rain.xml?sort=New'],
  [
    `https://www.youtube.com/channel/${CHANNEL}/videos`,
    'youtube-channel',
    `https://www.youtube.com/feeds/videos.xml?channel_id=${CHANNEL}`,
  ],
  ['https://m.youtube.com/@cafeaurora/featured', 'youtube-channel', 'https://www.youtube.com/@cafeaurora'],
  ['https://youtube.com/c/CafeAurora', 'youtube-channel', 'https://www.youtube.com/c/CafeAurora'],
  [
    'https://www.youtube.com/playlist?list=PL123',
    'youtube-playlist',
    'https://www.youtube.com/feeds/videos.xml?playlist_id=PL123',
  ],
  ['https://medium.com/@ana', 'medium', 'https://medium.com/feed/@ana'],
  ['https://medium.com/tag/umbrellas', 'medium', 'https://medium.com/feed/tag/umbrellas'],
  [
    'https://hn.algolia.com/?dateRange=all&query=caf%C3%A9%20aurora&sort=byDate',
    'hacker-news-search',
    `${HN}&query=caf%C3%A9%20aurora`,
  ],
  ['https://hn.algolia.com/?q=aurora', 'hacker-news-search', `${HN}&query=aurora`],
  ['https://news.ycombinator.com/item?id=8863', 'hacker-news-thread', `${HN}&tags=comment,story_8863`],
  ['https://news.ycombinator.com/threads?id=ana', 'hacker-news-user', `${HN}&tags=author_ana`],
  [
    'https://news.ycombinator.com/from?site=aurora.example',
    'hacker-news-site',
    `${HN}&tags=story&restrictSearchableAttributes=url&query=aurora.example`,
  ],
  [
    'https://forum.example/questions/tagged/umbrella?tab=Newest',
    'stack-exchange-tag',
    'https://forum.example/feeds/tag?tagnames=umbrella&sort=newest',
  ],
  [
    'https://forum.example/questions/12345/why-does-it-drip',
    'stack-exchange-question',
    'https://forum.example/feeds/question/12345',
  ],
  ['https://forum.example/t/it-drips/123/4', 'discourse-topic', 'https://forum.example/t/it-drips/123.rss'],
  [
    'https://shop.example/forum/t/it-drips/123',
    'discourse-topic',
    'https://shop.example/forum/t/it-drips/123.rss',
  ],
  ['https://forum.example/c/help/wet/12', 'discourse-category', 'https://forum.example/c/help/wet/12.rss'],
  [
    'https://forum.example/latest?order=created',
    'discourse-latest',
    'https://forum.example/latest.rss',
    'https://forum.example/posts.rss',
  ],
  [
    'https://podcasts.apple.com/es/podcast/la-lluvia/id1234567890?i=1',
    'apple-podcast',
    'https://itunes.apple.com/lookup?id=1234567890&entity=podcast',
  ],
  [
    'https://news.google.com/search?q=caf%C3%A9%20aurora&hl=es&gl=ES&ceid=ES%3Aes',
    'google-news-search',
    'https://news.google.com/rss/search?q=caf%C3%A9%20aurora&hl=es&gl=ES&ceid=ES%3Aes',
  ],
  [
    'https://www.bing.com/news/search?q=aurora&form=x',
    'bing-news-search',
    'https://www.bing.com/news/search?q=aurora&format=rss',
  ],
  [
    'https://lluvia.blogspot.com/2026/03/paraguas.html',
    'blogger',
    'https://lluvia.blogspot.com/feeds/posts/default',
    'https://lluvia.blogspot.com/feeds/comments/default',
  ],
  [
    'https://apps.apple.com/es/app/cafe-aurora/id310633997',
    'app-store',
    'https://itunes.apple.com/es/rss/customerreviews/page=1/id=310633997/sortby=mostrecent/xml',
  ],
]

test.each(PASTED)('%s is known (%s)', (pasted, ...expected) => {
  expect(feedsFor(pasted)).toEqual([expected])
})

test('a name that several programs would have is tried as each of them', () => {
  expect(feedsFor('https://place.example/u/ana')).toEqual([
    ['lemmy', 'https://place.example/feeds/u/ana.xml?sort=New'],
    ['discourse-user', 'https://place.example/u/ana/activity.rss'],
  ])
})

/** Places that give nobody a feed. */
const WITHOUT: readonly [string, string][] = [
  ['https://play.google.com/store/apps/details?id=com.example.aurora&hl=es', 'google-play'],
  ['https://es.trustpilot.com/review/aurora.example', 'trustpilot'],
  ['https://www.tripadvisor.com.mx/Restaurant_Review-g1-d2-Aurora.html', 'tripadvisor'],
  ['https://www.yelp.es/biz/cafe-aurora', 'yelp'],
  ['https://www.booking.com/hotel/es/aurora.html', 'booking'],
  ['https://www.glassdoor.es/Opiniones/Aurora.htm', 'glassdoor'],
  ['https://www.amazon.co.uk/dp/B000000000', 'amazon'],
  ['https://www.google.com/maps/place/Cafe+Aurora/@40.4,-3.7,17z', 'google-maps'],
  ['https://maps.app.goo.gl/abc123', 'google-maps'],
  ['https://g.page/r/abc/review', 'google-maps'],
  ['https://www.google.es/alerts', 'google-alerts'],
  ['https://m.facebook.com/cafeaurora', 'facebook'],
  ['instagram.com/cafeaurora', 'instagram'],
  ['https://www.threads.net/@cafeaurora', 'threads'],
  ['https://x.com/cafeaurora', 'x'],
  ['https://twitter.com/cafeaurora/status/1', 'x'],
  ['https://es.linkedin.com/company/aurora', 'linkedin'],
  ['https://www.tiktok.com/@cafeaurora', 'tiktok'],
  ['https://t.me/cafeaurora', 'telegram'],
  ['https://discord.gg/abc', 'discord'],
]

test.each(WITHOUT)('%s has no feed, and nobody asks it (%s)', (pasted, name) => {
  expect(feedsFor(pasted)).toBe(name)
})

test.each([
  'https://aurora.example/',
  'https://aurora.example/blog/2026/03/lluvia',
  'https://aurora.example/about',
  'https://www.reddit.com/r/umbrellas/.rss',
  'https://mastodon.example/@ana.rss',
  'https://forum.example/t/it-drips/123.rss',
  'https://bsky.app/profile/ana.bsky.social/post/3k',
  'https://www.google.com/alerts/feeds/123/456',
  'https://lluvia.blogspot.com/feeds/posts/default/-/rain',
  'https://www.youtube.com/feeds/videos.xml?channel_id=UC1',
  'https://itunes.apple.com/es/rss/customerreviews/page=1/id=1/sortby=mostrecent/xml',
  'https://newsroom.tiktok.com/aurora',
  'https://aws.amazon.com/blogs/aws',
  'https://netflix.com/title/1',
  'https://notreddit.com/r/umbrellas',
  'https://forum.example/questions/tagged/umbrella+rain',
])('%s is asked as it is', (pasted) => {
  expect(feedsFor(pasted)).toEqual([])
})

describe('an app of the App Store', () => {
  const tried = (pasted: string, languages: readonly string[]) => {
    const matched = matchRecipes(addressFrom(pasted), languages)
    return matched.kind === 'feeds' ? (matched.tries[0]?.feeds ?? []) : []
  }

  test.each([
    ['fr', [], ['fr']],
    ['es', ['es'], ['es', 'mx', 'ar', 'co', 'cl', 'pe']],
    ['fr', ['es', 'en'], ['fr', 'es', 'us', 'mx', 'gb', 'ar', 'ca', 'co', 'au', 'cl', 'pe']],
    ['pt', ['pt', 'de'], ['pt', 'br']],
  ])('in %s, for a brand that speaks %j, is looked for in %j', (country, languages, countries) => {
    const feeds = tried(`https://apps.apple.com/${country}/app/x/id1`, languages)
    expect(feeds.map((feed) => feed.country)).toEqual(countries)
    expect(feeds.map(({ url }) => new URL(url).pathname.split('/')[1])).toEqual(countries)
  })

  test.each([
    ['https://apps.apple.com/mx/app/cafe-aurora/id1', 'Cafe aurora · App Store MX'],
    ['https://apps.apple.com/jp/app/%E5%82%98/id1', '傘 · App Store JP'],
    ['https://apps.apple.com/app/id1', 'App Store US'],
  ])('%s is called so that its countries can be told apart', (pasted, title) => {
    expect(tried(pasted, []).map((feed) => feed.title)).toEqual([title])
  })
})

test('every recipe has an address above that only it is for', () => {
  const addresses = [
    ...PASTED.map(([pasted]) => pasted),
    ...WITHOUT.map(([pasted]) => pasted),
    'p.example/u/ana',
  ]
  const unproven = [...knownPlaces, ...knownPrograms].filter(({ pattern }) =>
    addresses.every((pasted) => {
      const { host, pathname } = addressFrom(pasted)
      return !pattern.test(`${host}${pathname}`.replace(/\/+$/, ''))
    }),
  )
  expect(unproven).toEqual([])
})

test('whatever is pasted, what the recipes lead to are web addresses', () => {
  const parts =
    'r u c t @ana a@b.example:99999 @a@b.example:99999 tags 12 % %E9 latest app id1 questions tagged search ..'
  const hosts = 'place.example www.reddit.com bsky.app apps.apple.com hn.algolia.com x.blogspot.com'
  const part = fc.constantFrom(...parts.split(' '))
  const host = fc.constantFrom(...hosts.split(' '))
  const search = fc.constantFrom('', '?q=%', '?q=a&id=1&list=%ff', '?query=%00')
  fc.assert(
    fc.property(host, fc.array(part, { maxLength: 5 }), search, (of, path, asked) => {
      const pasted = `https://${of}/${path.join('/')}${asked}`
      const matched = matchRecipes(addressFrom(pasted), ['es'])
      const urls =
        matched.kind === 'feeds' ? matched.tries.flatMap(({ feeds }) => feeds.map(({ url }) => url)) : []
      for (const url of urls)
        expect(/^https:/.test(url) && URL.canParse(url), `${pasted} → ${url}`).toBe(true)
    }),
    { seed: 3, numRuns: 2000 },
  )
})

test('a pattern does not take its time over a long address', () => {
  const long = [`https://place.example/${'a/'.repeat(1900)}`, `https://place.example/t/${'-'.repeat(3900)}`]
  for (const pasted of long) expect(feedsFor(pasted)).toEqual([])
})
