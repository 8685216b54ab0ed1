import type { MentionId } from '../../../contract/ids.ts'
import type { imports } from '../../../contract/imports.ts'
import { startOf } from '../../../contract/day.ts'
import type { z } from 'zod'
import { change, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { mentionId } from '../../store/ids.ts'
import { prepared } from '../../store/prepared.ts'
import { headOf } from '../../triage/twins-store.ts'
import { addressFrom } from '../discovery/address.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { recognise } from '../save/known.ts'
import { openSaving, saveSome, type Saving } from '../save/save.ts'
import { addSource, findSourceByUrl } from '../store.ts'

type Given = z.output<(typeof imports)['mentions.add']['input']>

const URL_OF_SOURCE = 'by-hand:'

/** Adds what the user pasted; what is known already is found, not added. Throws `bad-address`. */
export async function addByHand(context: EngineContext, file: BrandFile, given: Given): Promise<MentionId> {
  const url = given.url === undefined || given.url === '' ? null : addressOf(given.url)
  const item = await readGiven(context, file, given, url)
  return change(context, file, ['mentions', 'sources', 'people', 'brands'], () => {
    const sourceRow = sourceByHand(file, context.host.clock.now())
    // Its author is who speaks under that name there, and an answer goes there.
    const host = url === null ? null : new URL(url).host
    const saving = openSaving(file.db, sourceRow, [item], context.host.clock.now(), host)
    if (saving === null) throw new Error('The source of what is added by hand is not there.')
    saveSome(saving, () => false)
    return mentionId(file.brandId, rowOf(saving))
  })
}

/** As pasted, with its scheme; unlike a feed's, a mention's address may name a place within its page. */
function addressOf(pasted: string): string {
  const { href } = addressFrom(pasted)
  return `${href}${/#.*$/.exec(pasted)?.[0] ?? ''}`
}

async function readGiven(
  { gatherer }: EngineContext,
  file: BrandFile,
  given: Given,
  url: string | null,
): Promise<ReadMention> {
  const { text, title, author, handle, publishedAt, rating, kind } = given
  const line = {
    text,
    title,
    author: { name: author, handle },
    url,
    publishedAt: publishedAt === undefined ? null : startOf(publishedAt, timezoneOf(file)),
    rating,
    kind,
  }
  const { items } = await gatherer.readDocument({
    body: Buffer.from(JSON.stringify(line)),
    contentType: 'application/x-ndjson; charset=utf-8',
    url: URL_OF_SOURCE,
  })
  const [item] = items
  if (!item) throw new Error('What was added by hand could not be read.')
  return item
}

function timezoneOf({ db }: BrandFile): string {
  const brand = prepared<[], { timezone: string }>(db, 'SELECT timezone FROM brand').get()
  return brand?.timezone ?? 'UTC'
}

/** One of each brand. What is pasted today wants an answer, however old it is: none comes in as before our time. */
function sourceByHand({ db }: BrandFile, now: number): number {
  const known = findSourceByUrl(db, URL_OF_SOURCE)
  if (known && known.removed_at === null) return known.id
  return addSource(
    db,
    {
      url: URL_OF_SOURCE,
      host: URL_OF_SOURCE,
      home_url: null,
      title: 'By hand',
      kind: 'file',
      format: 'by-hand',
      brings: 'everything',
      answers_from: 0,
      private_origin: null,
    },
    now,
  )
}

function rowOf({ db, place, items: [item] }: Saving): number {
  const found = item === undefined ? null : recognise(db, place, item.distinct)
  if (found?.kind !== 'known') throw new Error('What was added by hand is not there.')
  // Shown with what was there already: that is what the user wants to see.
  return headOf(db, found.known.id)
}
