import { createContext, useContext } from 'react'
import type { ViewId } from '../../src-main/contract/ids.ts'
import type { SavedView } from '../../src-main/contract/views.ts'
import type { Output } from '../engine/call.ts'
import type { Place } from './places.tsx'

export type Views = Output<'views.list'>

/** The views of the brand one looks at, or of all, asked for once for the whole window; null until they are here. */
export const ViewsContext = createContext<Views | null>(null)

export function useViews(): Views | null {
  return useContext(ViewsContext)
}

export function useSavedView(id: ViewId | undefined): SavedView | null {
  const views = useViews()
  return views?.saved.find(({ viewId }) => viewId === id) ?? null
}

/** Where a saved view is opened: its question stands in the search box, to be read and changed. */
export function placeOfView({ viewId, where }: SavedView): Place {
  return { kind: 'inbox', view: 'everything', question: where, saved: viewId }
}
