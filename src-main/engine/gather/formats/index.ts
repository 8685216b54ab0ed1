import { appStore } from './app-store.ts'
import { atom } from './atom.ts'
import { blueskySearch } from './bluesky-search.ts'
import type { SourceFormat } from './format.ts'
import { hackerNews } from './hacker-news.ts'
import { jsonFeed } from './json-feed.ts'
import { jsonl } from './jsonl.ts'
import { productReviews } from './product-reviews.ts'
import { rss } from './rss.ts'
import { schemaOrg } from './schema-org.ts'
import { shopReviews } from './shop-reviews.ts'

/** Tried in order; the first that recognises the text wins. */
export const sourceFormats: readonly SourceFormat[] = [
  jsonFeed,
  blueskySearch,
  hackerNews,
  appStore,
  jsonl,
  shopReviews,
  productReviews,
  rss,
  atom,
  schemaOrg,
]
