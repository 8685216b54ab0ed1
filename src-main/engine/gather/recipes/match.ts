import { parseUrl } from '../url.ts'
import { countriesToAsk } from './countries.ts'
import type { FeedRecipe, MatchedFeed, MatchedFeeds, NoFeedRecipe, Recipe } from './recipe.ts'
import { knownPlaces, knownPrograms } from './recipes.ts'

export type Matched =
  | { readonly kind: 'no-feed'; readonly recipe: NoFeedRecipe }
  /** What to try, in order; none where no recipe knows the address. */
  | { readonly kind: 'feeds'; readonly tries: readonly MatchedFeeds[] }

interface Match<Kind extends Recipe> {
  readonly recipe: Kind
  readonly groups: Readonly<Record<string, string | undefined>>
}

/** Where a place keeps no such thing as a country, in Apple's words. */
const DEFAULT_COUNTRY = 'us'

/** What the recipes know of an address, without asking anybody. `languages` are the brand's, ISO 639-1. */
export function matchRecipes(address: URL, languages: readonly string[]): Matched {
  const place = firstMatch(knownPlaces, address)
  if (place === null) {
    const programs = isFeedAddress(address) ? [] : knownPrograms
    const tries = programs.flatMap((recipe) => matchOne(recipe, address) ?? [])
    return { kind: 'feeds', tries: tries.map((match) => toFeeds(match, address, languages)) }
  }
  const { recipe, groups } = place
  if (recipe.kind === 'no-feed') return { kind: 'no-feed', recipe }
  return { kind: 'feeds', tries: [toFeeds({ recipe, groups }, address, languages)] }
}

/** Such an address was pasted to be taken as it is. */
function isFeedAddress({ pathname }: URL): boolean {
  return /\.(?:rss|xml|atom|rdf|json)$|\/feed\/?$/i.test(pathname)
}

function firstMatch(recipes: readonly Recipe[], address: URL): Match<Recipe> | null {
  for (const recipe of recipes) {
    const match = matchOne(recipe, address)
    if (match) return match
  }
  return null
}

function matchOne<Kind extends Recipe>(recipe: Kind, address: URL): Match<Kind> | null {
  const has = (name: string) => (address.searchParams.get(name) ?? '').trim() !== ''
  if (recipe.needs?.every(has) === false) return null
  const found = recipe.pattern.exec(`${address.host}${address.pathname}`.replace(/\/+$/, ''))
  return found && { recipe, groups: found.groups ?? {} }
}

function toFeeds(
  { recipe, groups }: Match<FeedRecipe>,
  address: URL,
  languages: readonly string[],
): MatchedFeeds {
  const own = groups['country'] ?? DEFAULT_COUNTRY
  const countries = recipe.perCountry ? countriesToAsk(own, languages) : [null]
  const feeds = countries.flatMap((country) =>
    recipe.feeds.map((template): MatchedFeed => {
      const words = { ...groups, ...(country === null ? {} : { country }) }
      const title = recipe.title === undefined ? null : titleFrom(recipe.title, words)
      return { url: addressFrom(template, words, address), title, country }
    }),
  )
  // Somebody's home server may be written so that it is no host.
  return { recipe, feeds: feeds.filter(({ url }) => parseUrl(url) !== null) }
}

type Words = Readonly<Record<string, string | undefined>>

function addressFrom(template: string, words: Words, { protocol, search, searchParams }: URL): string {
  return template.replace(/\{(\??)(\w+)\}/g, (_, isParameter: string, name: string) => {
    if (isParameter !== '') return encodeURIComponent((searchParams.get(name) ?? '').trim())
    if (name === 'scheme') return protocol.slice(0, -1)
    return name === 'search' ? search : (words[name] ?? '')
  })
}

/** `cafe-aurora` in an address is “Cafe aurora” in a title. */
function titleFrom(template: string, words: Words): string {
  const title = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'COUNTRY' ? (words['country'] ?? '').toUpperCase() : spoken(words[name] ?? ''),
  )
  return title.replace(/^ · /, '')
}

function spoken(part: string): string {
  const words = decoded(part).replace(/-+/g, ' ').trim()
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a lone % is not encoded
  }
}
