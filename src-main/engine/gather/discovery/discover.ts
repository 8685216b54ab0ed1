import { CallFailed } from '../../../contract/failure.ts'
import { addressFrom } from './address.ts'
import { listOfFeeds, noFeed, noFeedFound } from '../fetch/failures.ts'
import type { FoundDocument, LookedFor } from '../gatherer-protocol.ts'
import { ask, type Fresh, type Look, MAX_SHOWN, readBy, toFound } from './look.ts'
import type { NamedFeed, PageLinks } from '../read/page-links.ts'
import { matchRecipes } from '../recipes/match.ts'
import { tryRecipe } from './try-recipe.ts'

/** Where sites keep a feed that their pages do not name. */
const WELL_KNOWN = ['/feed', '/rss', '/atom.xml', '/feed.json', '/index.xml']

/**
 * Reads every feed behind an address a user gave; giving it is the consent for its origin. The recipes come first;
 * where none answers, the page is asked which feeds it names. Throws CallFailed.
 */
export async function discover(
  asking: Omit<Look, 'consentedOrigin' | 'signal'>,
  { url, languages }: LookedFor,
  signal: AbortSignal,
): Promise<FoundDocument[]> {
  const start = addressFrom(url)
  const look: Look = { ...asking, consentedOrigin: start.origin, signal }
  const matched = matchRecipes(start, languages)
  if (matched.kind === 'no-feed') throw new CallFailed(noFeed(start.host, matched.recipe))
  for (const one of matched.tries) {
    const found = await tryRecipe(look, one)
    if (found.length > 0) return found
  }
  return behindPage(look, start)
}

async function behindPage(look: Look, start: URL): Promise<FoundDocument[]> {
  const first = await ask(look, start.href)
  if ('failure' in first) throw new CallFailed(first.failure)
  const read = await readBy(look, first)
  switch (read.kind) {
    case 'feed': {
      const itself = toFound(look, first, read.document)
      const named = await feedsAt(look, (read.page?.feeds ?? []).slice(0, MAX_SHOWN - 1), 'all')
      return [itself, ...named.filter((other) => other.url !== itself.url)]
    }
    case 'failed':
      throw new CallFailed(read.failure)
    case 'list':
      throw new CallFailed(listOfFeeds(start.host, read.opml))
    case 'page':
      return feedsOfPage(look, first, read.page)
  }
}

async function feedsOfPage(look: Look, page: Fresh, links: PageLinks): Promise<FoundDocument[]> {
  const named = await feedsAt(look, links.feeds.slice(0, MAX_SHOWN), 'all')
  if (named.length > 0) return named
  const origin = new URL(page.url).origin
  const tried = new Set([page.url, ...links.feeds.map(({ url }) => url)])
  const guesses = WELL_KNOWN.map((path) => ({
    url: `${origin}${path}`,
    title: links.title,
    recipe: null,
  })).filter(({ url }) => !tried.has(url))
  const guessed = await feedsAt(look, guesses, 'first')
  if (guessed.length > 0) return guessed
  throw new CallFailed(noFeedFound(new URL(page.url).host))
}

/** Reads feeds one by one; an address that is none is left out. */
async function feedsAt(
  look: Look,
  links: readonly NamedFeed[],
  which: 'all' | 'first',
): Promise<FoundDocument[]> {
  const found: FoundDocument[] = []
  for (const { url, title, recipe } of links) {
    const answer = await ask(look, url)
    if ('failure' in answer) continue
    const read = await readBy(look, answer)
    if (read.kind !== 'feed') continue
    const known = found.some((other) => other.url === answer.url)
    const document = { ...read.document, title: read.document.title || title }
    if (!known) found.push({ ...toFound(look, answer, document), recipe })
    if (which === 'first') break
  }
  return found
}
