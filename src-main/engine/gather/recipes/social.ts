import type { FeedRecipe } from './recipe.ts'

const REDDIT = String.raw`^(?:(?:www|old|new|np|sh|m)\.)?reddit\.com`
const YOUTUBE = String.raw`^(?:(?:www|m)\.)?youtube\.com`
const BLUESKY_SEARCH = 'xrpc/app.bsky.feed.searchPosts?sort=latest&limit=100&q='

const reddit = { kind: 'feeds', place: 'Reddit' } as const
const bluesky = { kind: 'feeds', place: 'Bluesky', yields: 'feed' } as const
const youtube = { kind: 'feeds', place: 'YouTube', yields: 'feed' } as const

/** Networks that live at one address. */
export const socialRecipes: readonly FeedRecipe[] = [
  {
    ...reddit,
    name: 'subreddit-search',
    pattern: new RegExp(String.raw`${REDDIT}/r/(?<sub>\w+)/search$`),
    needs: ['q'],
    feeds: ['https://www.reddit.com/r/{sub}/search.rss?q={?q}&restrict_sr=on&sort=new'],
    yields: 'feed',
  },
  {
    ...reddit,
    name: 'reddit-search',
    pattern: new RegExp(`${REDDIT}/search$`),
    needs: ['q'],
    feeds: ['https://www.reddit.com/search.rss?q={?q}&sort=new'],
    yields: 'feed',
  },
  {
    ...reddit,
    name: 'reddit-thread',
    pattern: new RegExp(String.raw`${REDDIT}/r/(?<sub>\w+)/comments/(?<id>\w+)(?:/[^/]*){0,2}$`),
    feeds: ['https://www.reddit.com/r/{sub}/comments/{id}/.rss?sort=new'],
    yields: 'comments',
  },
  {
    ...reddit,
    name: 'subreddit-comments',
    pattern: new RegExp(String.raw`${REDDIT}/r/(?<sub>[\w+]+)/comments$`),
    feeds: ['https://www.reddit.com/r/{sub}/comments/.rss'],
    yields: 'comments',
  },
  {
    ...reddit,
    name: 'subreddit',
    pattern: new RegExp(
      String.raw`${REDDIT}/r/(?<sub>[\w+]+)(?:/(?:new|hot|top|best|rising|controversial))?$`,
    ),
    feeds: ['https://www.reddit.com/r/{sub}/new/.rss'],
    yields: 'feed',
  },
  {
    ...reddit,
    name: 'reddit-user',
    pattern: new RegExp(
      String.raw`${REDDIT}/(?:user|u)/(?<user>[\w-]+)(?:/(?:overview|comments|submitted))?$`,
    ),
    feeds: ['https://www.reddit.com/user/{user}/.rss'],
    yields: 'feed',
  },
  {
    // The account's own posts, without its replies (https://github.com/bluesky-social/social-app/issues/5851).
    ...bluesky,
    name: 'bluesky-profile',
    pattern: /^bsky\.app\/profile\/(?<who>did:[\w:.%-]+|[\w.-]+)$/,
    feeds: ['https://bsky.app/profile/{who}/rss'],
  },
  {
    // The first address is the one for everybody; it is closed at times, when the second mostly answers
    // (https://github.com/bluesky-social/atproto/issues/3583).
    ...bluesky,
    name: 'bluesky-search',
    pattern: /^bsky\.app\/search$/,
    needs: ['q'],
    feeds: [
      `https://public.api.bsky.app/${BLUESKY_SEARCH}{?q}`,
      `https://api.bsky.app/${BLUESKY_SEARCH}{?q}`,
    ],
    which: 'first',
  },
  {
    ...bluesky,
    name: 'bluesky-hashtag',
    pattern: /^bsky\.app\/hashtag\/(?<tag>[^/]+)$/,
    feeds: [
      `https://public.api.bsky.app/${BLUESKY_SEARCH}%23{tag}`,
      `https://api.bsky.app/${BLUESKY_SEARCH}%23{tag}`,
    ],
    which: 'first',
  },
  {
    ...youtube,
    name: 'youtube-channel',
    pattern: new RegExp(String.raw`${YOUTUBE}/channel/(?<id>UC[\w-]{22})(?:/\w+)?$`),
    feeds: ['https://www.youtube.com/feeds/videos.xml?channel_id={id}'],
  },
  {
    // Only its page knows which channel a name is.
    ...youtube,
    name: 'youtube-channel',
    pattern: new RegExp(String.raw`${YOUTUBE}/(?<name>(?:@|c/|user/)[^/]+)(?:/\w+)?$`),
    feeds: ['https://www.youtube.com/{name}'],
  },
  {
    ...youtube,
    name: 'youtube-playlist',
    pattern: new RegExp(`${YOUTUBE}/playlist$`),
    needs: ['list'],
    feeds: ['https://www.youtube.com/feeds/videos.xml?playlist_id={?list}'],
  },
  {
    kind: 'feeds',
    name: 'medium',
    place: 'Medium',
    pattern: /^medium\.com\/(?<of>@[\w.-]+|tag\/[^/]+)$/,
    feeds: ['https://medium.com/feed/{of}'],
    yields: 'feed',
  },
]
