import { CallFailed } from '../../../contract/failure.ts'
import type { OutputOf } from '../../../contract/method.ts'
import type { adding, Brings, SourceKind } from '../../../contract/sources.ts'
import { startOf } from '../../../contract/day.ts'
import { change, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { sourceId } from '../../store/ids.ts'
import { prepared } from '../../store/prepared.ts'
import { toMs } from '../../store/time.ts'
import type { FoundDocument } from '../gatherer-protocol.ts'
import { type BrandToGuess, guess, titleOf } from './guess.ts'
import { addSource, findSourceByUrl, keepFirstBody } from '../store.ts'

interface BrandSays extends BrandToGuess {
  readonly timezone: string
  readonly languages: readonly string[]
}

interface BrandColumns {
  readonly name: string
  readonly words: string
  readonly languages: string
  readonly answers_from: number | null
  readonly timezone: string
}

export function brandToGuess({ db }: BrandFile): BrandSays {
  const row = prepared<[], BrandColumns>(
    db,
    'SELECT name, words, languages, answers_from, timezone FROM brand',
  ).get()
  return {
    name: row?.name ?? '',
    words: texts(row?.words ?? '[]'),
    languages: texts(row?.languages ?? '[]'),
    answersFrom: row?.answers_from ?? null,
    timezone: row?.timezone ?? 'UTC',
  }
}

function texts(json: string): readonly string[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
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
): OutputOf<(typeof adding)['sources.add']> {
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
