import type { ViewId } from '../../src-main/contract/ids.ts'
import type { SavedView } from '../../src-main/contract/views.ts'

/**
 * The new order of a view's own (a brand's, or those of all brands) when it goes up, down, or to where another one
 * stands; null where it stays.
 */
export function moved(
  saved: readonly Pick<SavedView, 'viewId' | 'brandId'>[],
  viewId: ViewId,
  to: -1 | 1 | ViewId,
): ViewId[] | null {
  const view = saved.find((each) => each.viewId === viewId)
  const own = saved.filter(({ brandId }) => brandId === view?.brandId).map((each) => each.viewId)
  const from = own.indexOf(viewId)
  const at = typeof to === 'string' ? own.indexOf(to) : from + to
  if (from < 0 || at < 0 || at >= own.length || at === from) return null
  const others = own.filter((id) => id !== viewId)
  return [...others.slice(0, at), viewId, ...others.slice(at)]
}
