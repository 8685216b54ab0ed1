import type { ActId, ViewId } from '../../src-main/contract/ids.ts'
import type { SavedView } from '../../src-main/contract/views.ts'
import { call } from '../engine/call.ts'
import { useText } from '../kit/use-text.ts'
import { showDone, showFailure, undoAct } from '../kit/toast.tsx'
import { moved } from './order.ts'

export interface ViewActs {
  readonly rename: (view: SavedView, name: string) => Promise<void>
  readonly remove: (view: SavedView) => Promise<void>
  /** Up or down among its own: a brand's, or those of all brands. */
  readonly move: (view: SavedView, by: -1 | 1) => Promise<void>
  /** Where another one stands. */
  readonly put: (viewId: ViewId, before: ViewId) => Promise<void>
}

/** What can be done to saved views; each says so, with the way back. */
export function useViewActs(saved: readonly SavedView[]): ViewActs {
  const { t } = useText()
  const done = async (acting: Promise<{ readonly actId: ActId }>, words: string) => {
    try {
      const { actId } = await acting
      showDone(words, () => undoAct(actId))
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  const order = async (viewIds: readonly ViewId[] | null) => {
    if (viewIds) await done(call('views.order', { viewIds: [...viewIds] }), t('views.done.order'))
  }
  return {
    rename: (view, name) =>
      name.trim() === '' || name.trim() === view.name
        ? Promise.resolve()
        : done(
            call('views.rename', { viewId: view.viewId, name }),
            t('views.done.rename', { name: name.trim() }),
          ),
    remove: ({ viewId, name }) => done(call('views.remove', { viewId }), t('views.done.remove', { name })),
    move: (view, by) => order(moved(saved, view.viewId, by)),
    put: (viewId, before) => order(moved(saved, viewId, before)),
  }
}
