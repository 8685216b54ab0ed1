import type { Alternative, SourceKind } from '../../../contract/sources.ts'

/**
 * How a kind of place is known by its address, and where its feeds are. Data, matched without any network.
 * `pattern` is tried on `host/path`: the host in lower case, no scheme, no slash at the end.
 * In a template `{name}` is a named group of the pattern, `{?q}` a parameter of the address, `{scheme}` its scheme,
 * `{search}` all its parameters, and `{country}` each country in turn.
 */
export interface FeedRecipe extends KnownPlace {
  readonly kind: 'feeds'
  /** Feeds; or pages and look-ups that name them. */
  readonly feeds: readonly string[]
  /** `first`: the same thing at several addresses, of which the first that answers will do. */
  readonly which?: 'all' | 'first'
  readonly yields: SourceKind
  /** `{app}` and the like, where the feed's own title says too little. `{COUNTRY}` is the country. */
  readonly title?: string
  /** The place keeps a feed for each country: its own first, then those where the brand's languages are spoken. */
  readonly perCountry?: true
}

/** A place known to have no feed that could be gathered: it is not even asked. */
export interface NoFeedRecipe extends KnownPlace {
  readonly kind: 'no-feed'
  /** The most fitting first. */
  readonly alternatives: readonly Alternative[]
  /** What to do now, for a person. */
  readonly note: string
}

interface KnownPlace {
  readonly name: string
  /** What people call the place. */
  readonly place: string
  readonly pattern: RegExp
  /** Parameters that the address must have. */
  readonly needs?: readonly string[]
}

export type Recipe = FeedRecipe | NoFeedRecipe

/** What one recipe makes of one address. */
export interface MatchedFeeds {
  readonly recipe: FeedRecipe
  readonly feeds: readonly MatchedFeed[]
}

export interface MatchedFeed {
  readonly url: string
  readonly title: string | null
  readonly country: string | null
}
