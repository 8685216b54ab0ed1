import type { FoundFeed } from '../../../contract/sources.ts'
import { toInstant, toInstantOrNull } from '../../store/time.ts'
import type { FoundDocument, ReadMention } from '../gatherer-protocol.ts'
import { fold, namesIn, toBrandWords } from '../save/naming.ts'

export interface BrandToGuess {
  readonly name: string
  readonly words: readonly string[]
  readonly answersFrom: number | null
}

type Guess = FoundFeed['guess']

const FORTNIGHT_MS = 14 * 24 * 3_600_000
const SHOWN = 10
const SHOWN_TEXT = 500

/** Mentions older than this come in as before our time, unless the user says otherwise. */
export function defaultAnswersFrom(brandAnswersFrom: number | null, now: number): number {
  return brandAnswersFrom ?? now - FORTNIGHT_MS
}

/** What a source most likely brings: all of it, or only what names the brand. */
export function guess(found: FoundDocument, brand: BrandToGuess, now: number): Guess {
  const { document, url } = found
  const words = toBrandWords(brand.words)
  const names = (text: string) => namesIn(words, text).length > 0
  const naming = document.items.filter(({ title, text }) => names(`${title}\n${text}`)).length
  const answersFrom = toInstant(defaultAnswersFrom(brand.answersFrom, now))
  const because = reasonFor()
  return { brings: because === 'names-few' ? 'what-names-us' : 'everything', because, naming, answersFrom }

  function reasonFor(): Guess['because'] {
    if (document.kind === 'reviews') return 'reviews'
    if (words.names.length === 0) return 'no-words'
    if (names(document.title) || names(hostWords(url)) || names(hostWords(document.homeUrl ?? url)))
      return 'own-place'
    if (document.items.length > 0 && naming === document.items.length) return 'names-all'
    // A brand that was given no more than its name, which nobody writes here: too little to leave everything out by.
    return naming === 0 && brand.words.every((word) => fold(word) === fold(brand.name))
      ? 'no-words'
      : 'names-few'
  }
}

/** `blog.cafe-aurora.example` as words: `blog cafe aurora cafe-aurora example`. */
function hostWords(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return host.replaceAll('.', ' . ').replaceAll('-', ' ')
}

/** A feed as it is shown before it is added. */
export function toFoundFeed(found: FoundDocument, brand: BrandToGuess, now: number): FoundFeed {
  const { document, url } = found
  return {
    url,
    title: titleOf(found),
    homeUrl: document.homeUrl,
    kind: document.kind,
    recipe: found.recipe,
    country: found.country,
    format: document.format,
    found: document.items.length,
    items: document.items
      .toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))
      .slice(0, SHOWN)
      .map(toShown),
    guess: guess(found, brand, now),
  }
}

/** A feed without a title is called by its host. */
export function titleOf({ document, url }: FoundDocument): string {
  return document.title || new URL(url).host
}

function toShown({ title, text, author, publishedAt, url }: ReadMention): FoundFeed['items'][number] {
  const isDate = publishedAt !== null && Math.abs(publishedAt) < 8.64e15 && publishedAt > -62_135_596_800_000
  return {
    title,
    text: text.slice(0, SHOWN_TEXT),
    author: author?.name ?? '',
    publishedAt: isDate && publishedAt < 253_402_300_800_000 ? toInstantOrNull(publishedAt) : null,
    url,
  }
}
