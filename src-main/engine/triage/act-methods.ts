import type { acts, JournalEntry } from '../../contract/acts.ts'
import type { Subject } from '../../contract/events.ts'
import { CallFailed } from '../../contract/failure.ts'
import type { ActId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import { findBrandRow } from '../brand/store.ts'
import { brandsOf, change, changed, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { actId, actPlace, sharedActId } from '../store/ids.ts'
import { toInstant, toInstantOrNull } from '../store/time.ts'
import { writeNow } from '../store/user-act.ts'
import { doAct } from './acts/do-act.ts'
import type { Left } from './acts/undo-fields.ts'
import { type Undone, undoAct, undoSharedAct } from './acts/undo-store.ts'
import { type ActRow, findAct, type JournalFile, listActs } from './journal.ts'
import { momentIn } from './snooze/when.ts'

export const actMethods: HandlersFor<typeof acts, EngineContext> = {
  'acts.do': async (context, { on, act }, scope) => {
    const done = await doAct(context, on, act, scope)
    if (act.kind === 'feeling') context.gatherer.remake()
    return done
  },

  'acts.when': (context, { text, brandId, dates }) => {
    // Without a brand it is the clock of the machine the user sits at.
    const timezone =
      brandId === undefined
        ? Intl.DateTimeFormat().resolvedOptions().timeZone
        : findBrandRow(context.stores.brand(brandId)).timezone
    const now = context.host.clock.now()
    const until = momentIn(text, { now, timezone, ...(dates === undefined ? {} : { dates }) })
    return { until: toInstantOrNull(until) }
  },

  'acts.undo': (context, { actId: id }) => {
    const { brands, uid } = actPlace(id)
    if (brands.length === 0) return undoShared(context, id, uid)
    const files = brands.map((brand) => context.stores.brand(brand))
    const undone = standing(files, id, uid).map((file) => undoIn(context, file, uid))
    return {
      undone: undone.reduce((sum, each) => sum + each.undone, 0),
      left: undone.flatMap(({ left }) => left),
    }
  },

  'acts.list': (context, { brandId, limit, by }) => {
    const found = brandsOf(context, brandId).flatMap((file) =>
      listActs(file, limit, by ?? 'anybody').map((act) => ({ file, act })),
    )
    const byUid = Map.groupBy(found, ({ act }) => act.uid)
    const items = [...byUid.values()].flatMap((parts) => toEntry(parts) ?? [])
    // What all brands share is changed from within each of them.
    const shared = listActs(sharedFile(context), limit, by ?? 'anybody')
      .filter(({ count }) => count > 0)
      .map((act) => entryOf(act, sharedActId(act.uid), act.count))
    return { items: [...items, ...shared].sort(undoableFirst).slice(0, limit) }
  },
}

/** What all brands share has a journal of its own, in the install's file. */
function sharedFile({ stores }: EngineContext): JournalFile {
  return { db: stores.install, installUid: stores.installUid }
}

function undoShared(context: EngineContext, id: ActId, uid: string): { undone: number; left: Left[] } {
  const file = sharedFile(context)
  const act = findAct(file, uid)
  if (!act) throw unknownAct(id)
  refuseUndone(act)
  const left = writeNow(context.turn, file.db, () => undoSharedAct(file, act, context.host.clock.now()))
  changed(context, null, ['views'])
  return { undone: act.count - new Set(left.map((each) => each.id)).size, left }
}

function unknownAct(id: ActId): CallFailed {
  return new CallFailed({
    kind: 'not-found',
    message: `There is no act ${id}.`,
    hint: 'acts.list says which there are.',
  })
}

function refuseUndone(act: ActRow): void {
  if (act.undoable === 0) throw conflict('This cannot be undone.')
  if (act.undone_at !== null) throw conflict('This was undone before.')
}

/** The files in which the act still stands. Throws `not-found`, or `conflict` where undo has no say. */
function standing(files: readonly BrandFile[], id: ActId, uid: string): readonly BrandFile[] {
  const acts = files.flatMap((file) => {
    const act = findAct(file, uid)
    return act ? [{ file, act }] : []
  })
  if (acts.length === 0) throw unknownAct(id)
  if (acts.some(({ act }) => act.undoable === 0)) throw conflict('This cannot be undone.')
  const still = acts.filter(({ act }) => act.undone_at === null)
  if (still.length === 0) throw conflict('This was undone before.')
  return still.map(({ file }) => file)
}

function conflict(message: string): CallFailed {
  return new CallFailed({ kind: 'conflict', message, hint: '' })
}

const TOLD: Readonly<Record<string, readonly Subject[]>> = {
  mention: ['mentions', 'tags'],
  tag: ['tags', 'mentions'],
  twin: ['mentions', 'tags'],
  person: ['people', 'mentions'],
  author: ['people', 'mentions'],
  draft_reading: ['replies', 'mentions'],
  heard: ['mentions'],
  fact: ['facts'],
  spelling_word: ['facts'],
  source: ['sources'],
  brand: ['brands'],
  promise: ['promises', 'mentions'],
  view: ['views'],
  rule: ['rules'],
}

/** Acts that change what feelings are learnt from. */
const TEACHING: readonly string[] = ['feeling', 'forget-learnt']

function undoIn(context: EngineContext, file: BrandFile, uid: string): Undone {
  const undone = change(context, file, [], () => undoAct(file, uid, context.host.clock.now()))
  changed(context, file.brandId, [...new Set(undone.subjects.flatMap((subject) => TOLD[subject] ?? []))])
  // A source that is back, or a word that is gone, is the schedule's business.
  if (TEACHING.includes(findAct(file, uid)?.kind ?? '')) context.gatherer.remake()
  if (undone.subjects.includes('source') || undone.subjects.includes('brand')) context.gatherer.wake()
  return undone
}

/** One act to its user, in however many files it was written. */
function toEntry(parts: readonly { readonly file: BrandFile; readonly act: ActRow }[]): JournalEntry | null {
  const [first] = parts
  const count = parts.reduce((sum, { act }) => sum + act.count, 0)
  if (!first || count === 0) return null
  const id = actId(
    parts.map(({ file }) => file.brandId),
    first.act.uid,
  )
  return { ...entryOf(first.act, id, count), undone: parts.every(({ act }) => act.undone_at !== null) }
}

function entryOf({ kind, detail, at, who, undone_at }: ActRow, id: ActId, count: number): JournalEntry {
  return { actId: id, kind, detail, count, at: toInstant(at), who, undone: undone_at !== null }
}

function undoableFirst(a: JournalEntry, b: JournalEntry): number {
  return Number(a.undone) - Number(b.undone) || b.at.localeCompare(a.at) || uidOf(b).localeCompare(uidOf(a))
}

function uidOf({ actId: id }: JournalEntry): string {
  return actPlace(id).uid
}
