import type { FeedRecipe } from './recipe.ts'

/** A host, with the folders that a forum may lie in. */
const SITE = String.raw`^(?<site>[^/]+(?:/[^/]+)*?)`
const HOST = '^(?<host>[^/]+)'
const HOME = String.raw`(?<home>[\w-]+(?:\.[\w-]+)*(?::\d+)?)`

const mastodon = { kind: 'feeds', place: 'Mastodon', yields: 'feed' } as const
const lemmy = { kind: 'feeds', place: 'Lemmy', yields: 'feed' } as const
const discourse = { kind: 'feeds', place: 'Discourse' } as const
const stackExchange = { kind: 'feeds', place: 'Stack Exchange' } as const

/**
 * Programs that anybody may run: known by how their paths look on any host, and sure only when a feed comes back.
 * Paths of Mastodon: https://github.com/mastodon/documentation/issues/836 ; of Lemmy: crates/routes/src/feeds.rs.
 */
export const communityRecipes: readonly FeedRecipe[] = [
  {
    // Somebody of another server, as this one shows them: their own server has the feed.
    ...mastodon,
    name: 'mastodon-profile',
    pattern: new RegExp(String.raw`${HOST}/(?:web/)?@(?<user>[\w.-]+)@${HOME}$`),
    feeds: ['{scheme}://{home}/@{user}.rss'],
  },
  {
    ...mastodon,
    name: 'mastodon-profile',
    pattern: new RegExp(
      String.raw`${HOST}/(?:web/)?(?<of>@[\w.-]+(?:/(?:with_replies|media|tagged/[^/]+))?|users/[\w.-]+)$`,
    ),
    feeds: ['{scheme}://{host}/{of}.rss'],
  },
  {
    ...mastodon,
    name: 'mastodon-hashtag',
    pattern: new RegExp(`${HOST}/(?:web/)?tags/(?<tag>[^/]+)$`),
    feeds: ['{scheme}://{host}/tags/{tag}.rss'],
  },
  {
    ...lemmy,
    name: 'lemmy',
    pattern: new RegExp(String.raw`${HOST}/(?<of>[cu]/\w+)@${HOME}$`),
    feeds: ['{scheme}://{home}/feeds/{of}.xml?sort=New'],
  },
  {
    ...lemmy,
    name: 'lemmy',
    pattern: new RegExp(String.raw`${HOST}/(?<of>[cu]/\w+)$`),
    feeds: ['{scheme}://{host}/feeds/{of}.xml?sort=New'],
  },
  {
    ...discourse,
    name: 'discourse-user',
    pattern: new RegExp(String.raw`${SITE}/u/(?<user>[\w.-]+)(?:/(?:activity|summary).*)?$`),
    feeds: ['{scheme}://{site}/u/{user}/activity.rss'],
    yields: 'feed',
  },
  {
    ...discourse,
    name: 'discourse-topic',
    pattern: new RegExp(String.raw`${SITE}/t/(?<topic>[^/]+/\d+)(?:/\d+)?$`),
    feeds: ['{scheme}://{site}/t/{topic}.rss'],
    yields: 'comments',
  },
  {
    ...discourse,
    name: 'discourse-category',
    pattern: new RegExp(String.raw`${SITE}/c/(?<category>(?:[^/]+/){1,3}\d+)(?:/\w+)*$`),
    feeds: ['{scheme}://{site}/c/{category}.rss'],
    yields: 'feed',
  },
  {
    // The topics, and everything said in any of them.
    ...discourse,
    name: 'discourse-latest',
    pattern: new RegExp(`${SITE}/(?:latest|new|top|categories)$`),
    feeds: ['{scheme}://{site}/latest.rss', '{scheme}://{site}/posts.rss'],
    yields: 'feed',
  },
  {
    // Of several tags only the page itself names the feed.
    ...stackExchange,
    name: 'stack-exchange-tag',
    pattern: new RegExp(`${HOST}/questions/tagged/(?<tag>[^/+]+)$`),
    feeds: ['{scheme}://{host}/feeds/tag?tagnames={tag}&sort=newest'],
    yields: 'feed',
  },
  {
    ...stackExchange,
    name: 'stack-exchange-question',
    pattern: new RegExp(String.raw`${HOST}/questions/(?<id>\d+)(?:/[^/]*){0,2}$`),
    feeds: ['{scheme}://{host}/feeds/question/{id}'],
    yields: 'comments',
  },
]
