import type { BrandId } from '../../../contract/ids.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import type { BegunSignIn } from '../sign-in.ts'
import type { Net, NetAnswered, Settings } from '../channels/channel.ts'

/** Moves replies: by itself when their time comes, or because the user says so. One reply of an account at a time. */
export interface Outbox {
  readonly network: Network
  /** Sign-ins in the browser that have begun and not come back, by their id. */
  readonly signIns: Map<string, WaitingSignIn>
  /** Moves what can move now. By itself it sends nothing that has waited for days: that needs the user's word. */
  readonly run: (files: readonly BrandFile[], who: 'user' | 'by-itself') => Promise<void>
  /** Something was queued, or the network is back: looks again when the next is due. */
  readonly wake: () => void
  /** A brand's sources brought something: our own words among it confirm what was sent. */
  readonly gathered: (brandId: BrandId) => void
  /** Forgets the sessions of an account. */
  readonly forget: (accountUid: string) => void
  readonly close: () => Promise<void>
}

export interface WaitingSignIn {
  readonly begun: BegunSignIn
  readonly brandId: BrandId
  readonly channel: string
  readonly settings: Settings
}

/** The outbox's network: one for the program, closed with it. */
export interface Network {
  /** What a channel gets: it reaches these origins and no other. */
  readonly to: (origins: readonly string[], heard?: (answer: NetAnswered) => void) => Net
  readonly close: () => Promise<void>
}
