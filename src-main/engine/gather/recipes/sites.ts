import type { FeedRecipe } from './recipe.ts'

const hackerNews = { kind: 'feeds', place: 'Hacker News', yields: 'feed' } as const
/** https://hn.algolia.com/api : Hacker News itself has no search. */
const HN_SEARCH = 'https://hn.algolia.com/api/v1/search_by_date?hitsPerPage=100'

/** Shops, news and searches that live at one address. */
export const siteRecipes: readonly FeedRecipe[] = [
  {
    ...hackerNews,
    name: 'hacker-news-thread',
    pattern: /^news\.ycombinator\.com\/item$/,
    needs: ['id'],
    feeds: [`${HN_SEARCH}&tags=comment,story_{?id}`],
    yields: 'comments',
  },
  {
    ...hackerNews,
    name: 'hacker-news-user',
    pattern: /^news\.ycombinator\.com\/(?:user|threads|submitted)$/,
    needs: ['id'],
    feeds: [`${HN_SEARCH}&tags=author_{?id}`],
  },
  {
    ...hackerNews,
    name: 'hacker-news-site',
    pattern: /^news\.ycombinator\.com\/from$/,
    needs: ['site'],
    feeds: [`${HN_SEARCH}&tags=story&restrictSearchableAttributes=url&query={?site}`],
  },
  {
    ...hackerNews,
    name: 'hacker-news-search',
    pattern: /^hn\.algolia\.com$/,
    needs: ['q'],
    feeds: [`${HN_SEARCH}&query={?q}`],
  },
  {
    ...hackerNews,
    name: 'hacker-news-search',
    pattern: /^hn\.algolia\.com$/,
    needs: ['query'],
    feeds: [`${HN_SEARCH}&query={?query}`],
  },
  {
    // Ten pages of fifty reviews a country; as JSON they come without their dates
    // (https://github.com/facundoolano/app-store-scraper/issues/50).
    kind: 'feeds',
    name: 'app-store',
    place: 'App Store',
    pattern:
      /^(?:apps|itunes)\.apple\.com\/(?:(?<country>[a-z]{2})\/)?app\/(?:(?<app>[^/]+)\/)?id(?<id>\d+)$/,
    feeds: ['https://itunes.apple.com/{country}/rss/customerreviews/page=1/id={id}/sortby=mostrecent/xml'],
    yields: 'reviews',
    title: '{app} · App Store {COUNTRY}',
    perCountry: true,
  },
  {
    // The look-up names the podcast's own feed.
    kind: 'feeds',
    name: 'apple-podcast',
    place: 'Apple Podcasts',
    pattern: /^podcasts\.apple\.com\/(?:[a-z]{2}\/)?podcast\/(?:[^/]+\/)?id(?<id>\d+)$/,
    feeds: ['https://itunes.apple.com/lookup?id={id}&entity=podcast'],
    yields: 'feed',
  },
  {
    kind: 'feeds',
    name: 'google-news-search',
    place: 'Google News',
    pattern: /^news\.google\.com\/search$/,
    needs: ['q'],
    feeds: ['https://news.google.com/rss/search{search}'],
    yields: 'feed',
  },
  {
    kind: 'feeds',
    name: 'bing-news-search',
    place: 'Bing News',
    pattern: /^www\.bing\.com\/news\/search$/,
    needs: ['q'],
    feeds: ['https://www.bing.com/news/search?q={?q}&format=rss'],
    yields: 'feed',
  },
  {
    kind: 'feeds',
    name: 'blogger',
    place: 'Blogger',
    pattern: /^(?<blog>[\w-]+\.blogspot\.(?:com(?:\.[a-z]{2})?|[a-z]{2}))(?:\/(?!feeds\/).*)?$/,
    feeds: ['https://{blog}/feeds/posts/default', 'https://{blog}/feeds/comments/default'],
    yields: 'feed',
  },
]
