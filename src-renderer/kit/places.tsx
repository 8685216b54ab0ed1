import { createContext, useContext } from 'react'
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
  /** Goes to a place, in the same scope unless another is given. */
  readonly go: (place: Place, scope?: BrandId | null) => void
}

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation outside of the app')
  return navigation
}
