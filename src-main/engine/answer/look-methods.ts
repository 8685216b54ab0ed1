import type { look } from '../../contract/look.ts'
import type { MentionId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { PromiseFound } from '../../contract/promises.ts'
import type { Remark, replies } from '../../contract/replies.ts'
import type { promises } from '../../contract/promises.ts'
import { readBrand } from '../brand/store.ts'
import { change, type EngineContext } from '../context.ts'
import { placeOf } from '../store/ids.ts'
import { toInstant } from '../store/time.ts'
import { beginAct, endAct, setFields } from '../triage/journal.ts'
import { answerable, placeOfMention } from './answerable.ts'
import { findAlike } from './answers-shelf.ts'
import { dismiss, type Dismissed, listDismissed, readLookSettings } from './look-settings-store.ts'
import { findBrokenPromise, findSaidTo } from './look-store.ts'
import { lookWords } from './look-words.ts'
import type { FoundPromise } from './promises/find-promises.ts'
import { lookAtDraft } from './second-look/index.ts'
import { lookedAt } from './second-look/look.ts'
import type { LookedAt } from './second-look/looked-at.ts'
import { countGraphemes } from './second-look/too-long.ts'
import { waysToAnswer } from './ways.ts'

type LookMethods = typeof look & Pick<typeof replies, 'replies.look'> & Pick<typeof promises, 'promises.find'>

export const lookMethods: HandlersFor<LookMethods, EngineContext> = {
  'replies.look': async (context, { mentionId, body }) => {
    const { brand, row } = placeOf(mentionId)
    const file = context.stores.brand(brand)
    const at = await gatherFor(context, mentionId, body)
    const remarks = lookAtDraft(at, new Set(readLookSettings(file).off))
    const dismissed = listDismissed(file, row)
    return {
      remarks: remarks.filter((remark) => !isDismissed(remark, dismissed)),
      promises: at.promises.map(asContract),
      length: at.length,
      limit: at.limit,
    }
  },

  'promises.find': async (context, { mentionId, body }) => ({
    promises: (await gatherFor(context, mentionId, body)).promises.map(asContract),
  }),

  'look.settings': ({ stores }, { brandId }) => readLookSettings(stores.brand(brandId)),

  'look.set': (context, { brandId, off, phrases }) => {
    const file = context.stores.brand(brandId)
    const held = readLookSettings(file)
    const wanted = { off: off ?? held.off, phrases: { ...held.phrases, ...withoutUndefined(phrases ?? {}) } }
    change(context, file, ['brands'], () => {
      const at = context.host.clock.now()
      const act = beginAct(file, { kind: 'second-look', detail: '', who: 'user', at, undoable: true })
      setFields(file, act, 'brand', 1, { second_look: JSON.stringify(wanted) })
      endAct(file.db, act, 1)
    })
    return readLookSettings(file)
  },

  'look.dismiss': (context, { mentionId, code, phrase = '' }) => {
    const { brand, row } = placeOf(mentionId)
    const file = context.stores.brand(brand)
    answerable(file, mentionId)
    change(context, file, ['replies'], () => dismiss(file, row, { code, phrase }))
    return { dismissed: true }
  },
}

/** Everything the looks decide from. */
async function gatherFor(context: EngineContext, id: MentionId, body: string): Promise<LookedAt> {
  // The language tables are loaded with the first look, not at start.
  const { detectLanguage } = await import('../understand/language.ts')
  const { brand: brandId, row } = placeOf(id)
  const file = context.stores.brand(brandId)
  const now = context.host.clock.now()
  const mention = answerable(file, id)
  const said = findSaidTo(file, row)
  const brand = readBrand(file, now)
  const tightest = waysToAnswer(file, placeOfMention(file, row))[0]?.limits[0] ?? null
  return lookedAt(
    {
      body,
      said: [mention.title, mention.text].filter((text) => text !== '').join('\n'),
      saidLanguage: mention.language,
      stars: said.stars,
      signatures: mention.signatures,
      personAddress: said.address,
      brand,
      phrases: readLookSettings(file).phrases,
      broken: findBrokenPromise(file, { mention: row, person: said.person, now, timezone: brand.timezone }),
      limit: tightest?.most ?? null,
      length: tightest?.count(body) ?? countGraphemes(body),
      now,
    },
    lookWords(context.host),
    detectLanguage,
    (pairs) => findAlike(file, pairs, row, brand.signature),
  )
}

function isDismissed(remark: Remark, dismissed: readonly Dismissed[]): boolean {
  return (
    !remark.blocks &&
    dismissed.some(({ code, phrase }) => code === remark.code && phrase === phraseOf(remark))
  )
}

/** The words a remark is about: what it is let be for. */
function phraseOf({ facts = {} }: Remark): string {
  return String(facts['phrase'] ?? facts['promise'] ?? facts['question'] ?? '')
}

function asContract({ text, start, end, due, day, when }: FoundPromise): PromiseFound {
  return { text, start, end, due: due === null ? null : toInstant(due), day, when }
}

function withoutUndefined<T extends object>(given: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  const kept = Object.entries(given).filter(([, value]) => value !== undefined)
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the same entries, without those that are undefined
  return Object.fromEntries(kept) as { [Name in keyof T]: Exclude<T[Name], undefined> }
}
