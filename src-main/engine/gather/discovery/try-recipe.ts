import { CallFailed, type Failure, type FailureKind } from '../../../contract/failure.ts'
import { webPage } from '../fetch/failures.ts'
import type { FoundDocument } from '../gatherer-protocol.ts'
import { turnPlaceOf } from '../health/turn-places.ts'
import { ask, type Look, MAX_SHOWN, readBy, toFound } from './look.ts'
import type { FeedRecipe, MatchedFeed, MatchedFeeds } from '../recipes/recipe.ts'

interface Refused {
  readonly failure: Failure
}
/** A page, or a look-up, that names the feed. */
interface Named {
  readonly names: string | null
}

/**
 * The feeds of one recipe, each asked once. Empty where they are none, and the page itself may name others. Throws
 * CallFailed where asking on would be of no use.
 */
export async function tryRecipe(look: Look, { recipe, feeds }: MatchedFeeds): Promise<FoundDocument[]> {
  const tries = feeds.slice(0, MAX_SHOWN).map((feed) => () => tryFeed(look, recipe, feed))
  const tried =
    recipe.which === 'first' ? await untilFound(tries) : await Promise.all(tries.map((one) => one()))
  const found = tried.filter((one) => 'document' in one)
  const [refused] = tried.filter((one) => 'failure' in one)
  const addresses = feeds.map(({ url }) => url)
  if (found.length === 0 && refused && !mayNameOthers(look.consentedOrigin, refused.failure.kind, addresses))
    throw new CallFailed(refused.failure)
  return worthShowing(found)
}

async function untilFound(tries: readonly (() => Promise<FoundDocument | Refused>)[]) {
  const tried: (FoundDocument | Refused)[] = []
  for (const one of tries) {
    const answer = await one()
    tried.push(answer)
    if ('document' in answer) break
  }
  return tried
}

/** Whether the page that was pasted is worth asking although its recipe's feeds did not come, for such a failure. */
export function mayNameOthers(pastedOrigin: string, kind: FailureKind, feeds: readonly string[]): boolean {
  // Such a place answers nobody twice in a row.
  if (feeds.some((url) => turnPlaceOf(url) !== null)) return false
  if (['throttled', 'unreachable', 'timeout', 'bad-certificate', 'needs-consent'].includes(kind)) return false
  // A wall elsewhere is the answer; the page that leads to it has nothing to add.
  return kind !== 'needs-login' || feeds.some((url) => new URL(url).origin === pastedOrigin)
}

/** A country where nobody has said anything yet is shown when it is the one that was asked for. */
function worthShowing(found: readonly FoundDocument[]): FoundDocument[] {
  return found.filter(
    ({ country, document }, index) => country === null || index === 0 || document.items.length > 0,
  )
}

async function tryFeed(look: Look, recipe: FeedRecipe, feed: MatchedFeed): Promise<FoundDocument | Refused> {
  const first = await askForFeed(look, recipe, feed)
  if (!('names' in first)) return first
  if (first.names === null || first.names === feed.url) return { failure: webPage(new URL(feed.url).host) }
  const second = await askForFeed(look, recipe, { ...feed, url: first.names })
  return 'names' in second ? { failure: webPage(new URL(first.names).host) } : second
}

async function askForFeed(
  look: Look,
  recipe: FeedRecipe,
  { url, title, country }: MatchedFeed,
): Promise<FoundDocument | Refused | Named> {
  const answer = await ask(look, url)
  if ('failure' in answer) return answer
  const read = await readBy(look, answer)
  switch (read.kind) {
    case 'failed':
      return { failure: read.failure }
    case 'list':
      return { names: null }
    case 'page':
      return { names: read.page.feeds[0]?.url ?? null }
    case 'feed': {
      const { document } = read
      const kind = document.kind === 'feed' ? recipe.yields : document.kind
      const found = toFound(look, answer, { ...document, kind, title: title ?? document.title })
      return { ...found, recipe: recipe.name, country }
    }
  }
}
