import { z } from 'zod'
import { TagPath } from '../../../contract/acts.ts'
import { CallFailed, type Failure } from '../../../contract/failure.ts'
import type { OutputOf } from '../../../contract/method.ts'
import { type adding, Brings, Minutes, SourceKind } from '../../../contract/sources.ts'
import { addBrand } from '../../brand/new-brand.ts'
import { change, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { sourceId } from '../../store/ids.ts'
import { brandToGuess } from '../sources/add-source.ts'
import { addressFrom } from '../discovery/address.ts'
import { maskUrl } from '../fetch/mask-url.ts'
import { isPrivateHost } from '../fetch/public-address.ts'
import { defaultAnswersFrom } from '../sources/guess.ts'
import { type FeedList, type Folder, isOpml, type ListedFeed, readOpml } from './opml.ts'
import { setFromList } from './opml-store.ts'
import { fold } from '../save/naming.ts'
import { addSource, findSourceByUrl } from '../store.ts'

type Folders = 'ignore' | 'tags'
type AddedMany = OutputOf<(typeof adding)['sources.addMany']>
type FromList = OutputOf<(typeof adding)['brands.fromOpml']>

/** Adds every feed of an OPML text; none is fetched, the next gathering does. */
export function addList(context: EngineContext, file: BrandFile, opml: string, folders: Folders): AddedMany {
  return addFeeds(context, file, listOf(opml).feeds, folders)
}

/** Adds the feeds of each top folder of an OPML text to the brand called like it, made where there is none. */
export function brandsOfList(context: EngineContext, opml: string, folders: Folders): FromList {
  const list = listOf(opml)
  const brands = feedsByBrand(list)
  const nameless = brands.get('') ?? []
  return {
    brands: [...brands]
      .filter(([name]) => name !== '')
      .map(([name, feeds]) => {
        const known = findBrandCalled(context, name)
        const file = known ?? addBrand(context, { name })
        return {
          brandId: file.brandId,
          name: brandToGuess(file).name,
          was: known === null ? 'created' : 'there',
          ...addFeeds(context, file, feeds, folders),
        }
      }),
    rejected: nameless.map(({ url }) => ({ ...NAMELESS, url: maskUrl(url) })),
  }
}

const NAMELESS: Failure = {
  kind: 'bad-row',
  message: 'This feed lies in no folder, and the list has no title: there is no brand to add it to.',
  hint: 'Add it to a brand by its address, or put it in a folder called like the brand.',
}

function listOf(opml: string): FeedList {
  if (isOpml(opml)) return readOpml(opml)
  throw new CallFailed({
    kind: 'unknown-format',
    message: 'That is no OPML text: it has no list of feeds.',
    hint: 'Export the list of feeds as OPML from the program that has it.',
  })
}

const MAX_BRAND_NAME = 120

/** Which brand each feed is for, by name; `''` for those that nothing names. A feed in two top folders is for both. */
function feedsByBrand({ title, feeds }: FeedList): ReadonlyMap<string, readonly ListedFeed[]> {
  const brands = new Map<string, ListedFeed[]>()
  for (const feed of feeds) {
    const names = new Set(feed.folders.length === 0 ? [title] : feed.folders.map(([top]) => top ?? ''))
    for (const name of names) {
      const called = name.slice(0, MAX_BRAND_NAME).trim()
      const within = feed.folders.filter(([top]) => top === name).map((folder) => folder.slice(1))
      const inBrand = { ...feed, folders: within.filter((folder) => folder.length > 0) }
      brands.set(called, [...(brands.get(called) ?? []), inBrand])
    }
  }
  return brands
}

function findBrandCalled({ stores }: EngineContext, name: string): BrandFile | null {
  const wanted = fold(name)
  return stores.openBrands().files.find((file) => fold(brandToGuess(file).name) === wanted) ?? null
}

function addFeeds(
  context: EngineContext,
  file: BrandFile,
  feeds: readonly ListedFeed[],
  folders: Folders,
): AddedMany {
  const result: { added: AddedMany['added']; already: number; rejected: AddedMany['rejected'] } = {
    added: [],
    already: 0,
    rejected: [],
  }
  change(context, file, ['sources'], () => {
    for (const feed of feeds) {
      const address = tryAddress(feed.url)
      if ('failure' in address) result.rejected.push({ ...address.failure, url: maskUrl(feed.url) })
      else if (findSourceByUrl(file.db, address.href)?.removed_at === null) result.already += 1
      else result.added.push(addUnseen(context, file, address, feed, folders))
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

/** What our own lists say of a source; what is not understood counts as not said. */
const Ours = z.object({
  kind: SourceKind.exclude(['file']).catch('feed'),
  brings: Brings.catch('everything'),
  paused: z.literal('true').optional().catch(undefined),
  everyminutes: z.coerce.number().pipe(Minutes).nullable().catch(null),
})

/** Nobody has looked at it yet: it brings everything, and tells its title when it is first gathered. */
function addUnseen(
  context: EngineContext,
  file: BrandFile,
  address: URL,
  feed: ListedFeed,
  folders: Folders,
): AddedMany['added'][number] {
  const now = context.host.clock.now()
  const title = feed.title === '' ? address.host : feed.title
  const { kind, brings, paused, everyminutes } = Ours.parse(feed.ours)
  const row = addSource(
    file.db,
    {
      url: address.href,
      host: address.host,
      home_url: feed.homeUrl,
      title,
      kind,
      format: 'feed',
      brings,
      answers_from: defaultAnswersFrom(brandToGuess(file).answersFrom, now),
      // The list is the user's own: what is plainly private in it is consented to, as one pasted by hand.
      private_origin: isPrivateHost(address) ? address.origin : null,
    },
    now,
  )
  setFromList(file.db, row, {
    tags: folders === 'tags' ? tagsOf(feed.folders) : [],
    paused: paused === undefined ? 0 : 1,
    everyMinutes: everyminutes,
  })
  return { sourceId: sourceId(file.brandId, row), url: maskUrl(address.href), title }
}

/** Folders as tags: `Delivery` in `Shop` is `Shop/Delivery`. Names that no tag can have are left out. */
function tagsOf(folders: readonly Folder[]): readonly string[] {
  const paths = folders.map((folder) => TagPath.safeParse(folder.join('/')))
  return [...new Set(paths.flatMap((path) => (path.success ? [path.data] : [])))]
}
