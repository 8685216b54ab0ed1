import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { BrandId, MentionId, ViewId } from '../../src-main/contract/ids.ts'
import type { ViewName } from '../../src-main/contract/views.ts'

/** Where the user is: the one piece of route state. */
export type Place =
  | {
      readonly kind: 'inbox'
      readonly view: ViewName
      readonly question?: string
      /** The saved view whose question it is. */
      readonly saved?: ViewId
      readonly mentionId?: MentionId
    }
  | {
      readonly kind:
        'outbox' | 'promises' | 'tags' | 'rules' | 'reports' | 'settings' | 'new-brand' | 'import'
    }
  | { readonly kind: 'sources'; readonly asks?: 'to-add' | 'to-export' }
  /** `url`: where it was said, when the user comes from there. */
  | { readonly kind: 'by-hand'; readonly url?: string }
  | { readonly kind: 'brand'; readonly brandId: BrandId }

export interface Navigation {
  readonly place: Place
  /** The brand the user looks at; null is all brands. */
  readonly scope: BrandId | null
  /** Goes to a place, or one that follows from where one is; in the same scope unless another is given. */
  readonly go: (place: Place | ((from: Place) => Place), scope?: BrandId | null) => void
}

const NavigationContext = createContext<Navigation | null>(null)
const ScopeContext = createContext<BrandId | null>(null)
const WaysContext = createContext<Ways | null>(null)

/** How one goes somewhere; the same for as long as the window is open. */
export interface Ways extends Pick<Navigation, 'go'> {
  /** One is about to go there: what it shows is asked for. */
  readonly prepare: Navigation['go']
}

interface NavigationProviderProps {
  readonly place: Place
  readonly scope: BrandId | null
  readonly ways: Ways
  readonly children: ReactNode
}

/** Who asks for less of it is drawn again less often. */
export function NavigationProvider({ place, scope, ways, children }: NavigationProviderProps) {
  const navigation = useMemo(() => ({ place, scope, go: ways.go }), [place, scope, ways])
  return (
    <WaysContext value={ways}>
      <ScopeContext value={scope}>
        <NavigationContext value={navigation}>{children}</NavigationContext>
      </ScopeContext>
    </WaysContext>
  )
}

/** Where one is, and the way elsewhere. */
export function useNavigation(): Navigation {
  return there(useContext(NavigationContext))
}

/** The brand the user looks at; null is all brands. Changes less often than the place. */
export function useScope(): BrandId | null {
  return useContext(ScopeContext)
}

/** The way elsewhere, for what looks the same wherever one is. */
export function useWays(): Ways {
  return there(useContext(WaysContext))
}

function there<T>(value: T | null): T {
  if (value === null) throw new Error('Going somewhere outside of the app')
  return value
}
