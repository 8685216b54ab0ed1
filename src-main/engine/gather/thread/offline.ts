import { CallFailed } from '../../../contract/failure.ts'
import type { Reach } from './reach.ts'

type By = 'user' | 'system'

/** Since when and by whose word nothing may be asked of the network. */
export interface Offline {
  readonly now: () => { readonly since: number; readonly by: By } | null
  readonly reach: () => Reach
  readonly set: (by: By, isOffline: boolean) => void
}

/** The user's word outlives the system's: who switched it off switches it on. */
export function createOffline(now: () => number, userIsOffline: boolean): Offline {
  const since: Record<By, number | null> = { user: userIsOffline ? now() : null, system: null }
  return {
    now: () => {
      if (since.user !== null) return { since: since.user, by: 'user' }
      return since.system === null ? null : { since: since.system, by: 'system' }
    },
    reach: () => (since.user !== null ? 'nowhere' : since.system !== null ? 'loopback' : 'everywhere'),
    set: (by, isOffline) => {
      since[by] = isOffline ? (since[by] ?? now()) : null
    },
  }
}

export function offlineFailure(): CallFailed {
  return new CallFailed({
    kind: 'offline',
    message: 'Ventanilla is offline, so nothing was asked of the network.',
    hint: 'Go online and try again; everything gathered before is here.',
  })
}
