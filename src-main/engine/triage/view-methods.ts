import type { ActKind } from '../../contract/acts.ts'
import { CallFailed } from '../../contract/failure.ts'
import type { ActId, BrandId, ViewId } from '../../contract/ids.ts'
import type { CallScope, HandlersFor } from '../../contract/method.ts'
import type { SavedView, views } from '../../contract/views.ts'
import { brandsOf, changed, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { actId, sharedActId, viewId, viewPlace } from '../store/ids.ts'
import { writeNow } from '../store/user-act.ts'
import { countInBackground, MANY } from './background-counts.ts'
import { countOutbox, countViews } from './counts-store.ts'
import { beginAct, endAct, type OpenAct } from './journal.ts'
import { rememberedCount } from './remembered-counts.ts'
import { parseQuestion, readQuestion } from './question/parse.ts'
import { fold } from './question/fold.ts'
import { VIEWS } from './views.ts'
import {
  addView,
  findView,
  listViews,
  removeView,
  setView,
  type ViewRow,
  type ViewShelf,
} from './views-store.ts'

export const viewMethods: HandlersFor<typeof views, EngineContext> = {
  'views.list': (context, { brandId }) => {
    const files = brandsOf(context, brandId)
    const now = context.host.clock.now()
    const counts = files.map((file) =>
      countViews(file, now, (where) => rememberedCount(context, file, where)),
    )
    return {
      items: VIEWS.map(({ name, where }) => ({
        name,
        where,
        count: counts.reduce((sum, count) => sum + count[name], 0),
      })),
      saved: shelvesOf(context, brandId).flatMap((shelf) =>
        listViews(shelf).map((row) => toSaved(context, shelf, row, files)),
      ),
      outbox: files.reduce((sum, file) => sum + countOutbox(file), 0),
    }
  },

  'views.counts': async (context, { brandId, where }, scope) => ({
    items: await countEach(context, brandsOf(context, brandId), where, scope),
  }),

  'views.save': (context, given) => {
    parseQuestion(given.where)
    if ('viewId' in given) return changeView(context, given.viewId, 'view-change', { question: given.where })
    const shelf = shelfOf(context, given.brandId)
    refuseTaken(shelf, given.name, null)
    const now = context.host.clock.now()
    return act(context, shelf, { kind: 'view-save', detail: given.name }, (open) => {
      const { id } = addView(shelf, open, { name: given.name, question: given.where, now })
      return { result: { viewId: viewId(shelf.of, id) }, count: 1 }
    })
  },

  'views.rename': (context, { viewId: id, name }) => {
    const { of, row } = viewPlace(id)
    refuseTaken(shelfOf(context, of), name, row)
    return changeView(context, id, 'view-rename', { name })
  },

  'views.remove': (context, { viewId: id }) => {
    const { shelf, view } = theView(context, id)
    return act(context, shelf, { kind: 'view-remove', detail: view.name }, (open) => {
      removeView(shelf, open, view)
      return { result: { viewId: id }, count: 1 }
    })
  },

  'views.order': (context, { viewIds }) => {
    const [first, ...others] = new Set(viewIds.map((id) => viewPlace(id).of))
    if (first === undefined || others.length > 0)
      throw new CallFailed({
        kind: 'conflict',
        message: 'These views are not of one brand.',
        hint: 'Order each brand’s own, and those of all brands, by themselves.',
      })
    const shelf = shelfOf(context, first)
    const named = viewIds.map((id) => theView(context, id).view)
    const rest = listViews(shelf).filter(({ id }) => !named.some((view) => view.id === id))
    return act(context, shelf, { kind: 'view-order', detail: '' }, (open) => {
      const moved = [...named, ...rest].filter((view, index) =>
        setView(shelf, open, view, { place: index + 1 }),
      )
      return { result: {}, count: moved.length }
    })
  },
}

function shelfOf(context: EngineContext, of: BrandId | 'all'): ViewShelf {
  return of === 'all' ? { db: context.stores.install, of } : { db: context.stores.brand(of).db, of }
}

/** The brand's own first, then what all brands share. */
function shelvesOf(context: EngineContext, brandId: BrandId | undefined): ViewShelf[] {
  const shared = shelfOf(context, 'all')
  return brandId === undefined ? [shared] : [shelfOf(context, brandId), shared]
}

function toSaved(
  context: EngineContext,
  shelf: ViewShelf,
  row: ViewRow,
  files: readonly BrandFile[],
): SavedView {
  const read = readQuestion(row.question)
  const counted =
    read.kind === 'mistake'
      ? null
      : files.reduce((sum, file) => sum + rememberedCount(context, file, row.question), 0)
  return {
    viewId: viewId(shelf.of, row.id),
    brandId: shelf.of === 'all' ? null : shelf.of,
    name: row.name,
    where: row.question,
    count: counted === null ? null : Math.min(counted, MANY),
    more: counted !== null && counted > MANY,
  }
}

/** What some questions hold, one after another; one that is not understood holds nothing. */
async function countEach(
  context: EngineContext,
  files: readonly BrandFile[],
  questions: readonly string[],
  scope: CallScope,
) {
  const items: { count: number | null; more: boolean }[] = []
  for (const where of questions) items.push(await countUpToMany(context, files, where, scope))
  return items
}

async function countUpToMany(
  context: EngineContext,
  files: readonly BrandFile[],
  where: string,
  scope: CallScope,
) {
  const read = readQuestion(where)
  if (read.kind === 'mistake') return { count: null, more: false }
  const wanted = { question: read.question, now: context.host.clock.now() }
  let count = 0
  for (const file of files) {
    if (count > MANY) break
    count += await countInBackground(file, wanted, scope, MANY - count)
  }
  return { count: Math.min(count, MANY), more: count > MANY }
}

function theView(context: EngineContext, id: ViewId): { readonly shelf: ViewShelf; readonly view: ViewRow } {
  const { of, row } = viewPlace(id)
  const shelf = shelfOf(context, of)
  const view = findView(shelf, row)
  if (view) return { shelf, view }
  throw new CallFailed({
    kind: 'not-found',
    message: `There is no view ${id}.`,
    hint: 'views.list says which there are.',
  })
}

/** Two views of one name could not be told apart in the rail. */
function refuseTaken(shelf: ViewShelf, name: string, but: number | null): void {
  const taken = listViews(shelf).some((view) => view.id !== but && fold(view.name) === fold(name))
  if (!taken) return
  throw new CallFailed({
    kind: 'conflict',
    message: `There is a view called ${name} already.`,
    hint: 'Call it something else.',
  })
}

function changeView(
  context: EngineContext,
  id: ViewId,
  kind: ActKind,
  fields: Partial<Pick<ViewRow, 'name' | 'question'>>,
): { viewId: ViewId; actId: ActId } {
  const { shelf, view } = theView(context, id)
  return act(context, shelf, { kind, detail: fields.name ?? view.name }, (open) => {
    const changedIt = setView(shelf, open, view, fields)
    return { result: { viewId: id }, count: changedIt ? 1 : 0 }
  })
}

/** Writes one act in the journal beside the views it is about. */
function act<Result extends object>(
  context: EngineContext,
  shelf: ViewShelf,
  head: { readonly kind: ActKind; readonly detail: string },
  write: (open: OpenAct) => { readonly result: Result; readonly count: number },
): Result & { actId: ActId } {
  const { db, of } = shelf
  const at = context.host.clock.now()
  const done = writeNow(context.turn, db, () => {
    const open = beginAct(
      { db, installUid: context.stores.installUid },
      { ...head, who: 'user', at, undoable: true },
    )
    const { result, count } = write(open)
    endAct(db, open, count)
    return { ...result, actId: of === 'all' ? sharedActId(open.uid) : actId([of], open.uid) }
  })
  changed(context, of === 'all' ? null : of, ['views'])
  return done
}
