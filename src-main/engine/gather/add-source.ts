import { CallFailed, type Failure } from '../../contract/failure.ts'
import type { OutputOf } from '../../contract/method.ts'
import type { Brings, SourceKind, sources } from '../../contract/sources.ts'
import { startOf } from '../../contract/day.ts'
import { change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { sourceId } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { toMs } from '../store/time.ts'
import { addressFrom } from './address.ts'
import { maskUrl } from './fetch/mask-url.ts'
import { isPrivateHost } from './fetch/public-address.ts'
import type { FoundDocument } from './gatherer-protocol.ts'
import { type BrandToGuess, defaultAnswersFrom, guess, titleOf } from './guess.ts'
import { addSource, findSourceByUrl, keepFirstBody } from './store.ts'

interface BrandSays extends BrandToGuess {
  readonly timezone: string
}

export function brandToGuess({ db }: BrandFile): BrandSays {
  const row = prepared<[], { name: string; words: string; answers_from: number | null; timezone: string }>(
    db,
    'SELECT name, words, answers_from, timezone FROM brand',
  ).get()
  const words: unknown = JSON.parse(row?.words ?? '[]')
  return {
    name: row?.name ?? '',
    words: Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [],
    answersFrom: row?.answers_from ?? null,
    timezone: row?.timezone ?? 'UTC',
  }
}

/** One address is one source of a brand. */
export function refuseKnown(file: BrandFile, url: string): void {
  const known = findSourceByUrl(file.db, url)
  if (known === null || known.removed_at !== null) return
  throw new CallFailed({
    kind: 'conflict',
    message: `${known.title} is there already.`,
    hint: 'Its settings can be changed in the list of sources.',
    facts: { title: known.title, sourceId: sourceId(file.brandId, known.id) },
  })
}

export interface Wishes {
  readonly kind?: SourceKind | undefined
  readonly brings?: Brings | undefined
  readonly answersFrom?: string | undefined
}

/** Adds a feed that was looked at, with what was fetched as its first gathering. */
export function addFound(
  context: EngineContext,
  file: BrandFile,
  found: FoundDocument,
  wishes: Wishes,
): OutputOf<(typeof sources)['sources.add']> {
  const now = context.host.clock.now()
  const brand = brandToGuess(file)
  const guessed = guess(found, brand, now)
  const kind = wishes.kind ?? found.document.kind
  const title = titleOf(found)
  const row = change(context, file, ['sources'], () => {
    const added = addSource(
      file.db,
      {
        url: found.url,
        host: new URL(found.url).host,
        home_url: found.document.homeUrl,
        title,
        kind,
        format: found.document.format,
        brings: wishes.brings ?? guessed.brings,
        answers_from:
          wishes.answersFrom === undefined
            ? toMs(guessed.answersFrom)
            : startOf(wishes.answersFrom, brand.timezone),
        private_origin: found.privateOrigin,
      },
      now,
    )
    keepFirstBody(file.db, added, found)
    return added
  })
  return { sourceId: sourceId(file.brandId, row), title, kind, found: found.document.items.length }
}

type AddedMany = OutputOf<(typeof sources)['sources.addMany']>

/** Adds every feed of an OPML text; none is fetched, the next gathering does. */
export async function addFromOpml(context: EngineContext, file: BrandFile, opml: string): Promise<AddedMany> {
  // Loaded when needed: few calls read OPML, and every start would pay for the parser.
  const { isOpml, readOpml } = await import('./opml.ts')
  if (!isOpml(opml)) {
    throw new CallFailed({
      kind: 'unknown-format',
      message: 'That is no OPML text: it has no list of feeds.',
      hint: 'Export the list of feeds as OPML from the program that has it.',
    })
  }
  const result: { added: AddedMany['added']; already: number; rejected: AddedMany['rejected'] } = {
    added: [],
    already: 0,
    rejected: [],
  }
  change(context, file, ['sources'], () => {
    for (const { url, title } of readOpml(opml)) {
      const address = tryAddress(url)
      if ('failure' in address) result.rejected.push({ ...address.failure, url: maskUrl(url) })
      else if (findSourceByUrl(file.db, address.href)?.removed_at === null) result.already += 1
      else result.added.push(addUnseen(context, file, address, title))
    }
  })
  return result
}

function tryAddress(url: string): URL | { readonly failure: Failure } {
  try {
    return addressFrom(url)
  } catch (error) {
    if (error instanceof CallFailed) return { failure: error.failure }
    throw error
  }
}

/** Nobody has looked at it yet: it brings everything, and tells its title when it is first gathered. */
function addUnseen(
  context: EngineContext,
  file: BrandFile,
  address: URL,
  title: string,
): AddedMany['added'][number] {
  const now = context.host.clock.now()
  const name = title === '' ? address.host : title
  const row = addSource(
    file.db,
    {
      url: address.href,
      host: address.host,
      home_url: null,
      title: name,
      kind: 'feed',
      format: 'feed',
      brings: 'everything',
      answers_from: defaultAnswersFrom(brandToGuess(file).answersFrom, now),
      // The list is the user's own: what is plainly private in it is consented to, as one pasted by hand.
      private_origin: isPrivateHost(address) ? address.origin : null,
    },
    now,
  )
  return { sourceId: sourceId(file.brandId, row), url: maskUrl(address.href), title: name }
}
