import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FailureKind } from '../../../src-main/contract/failure.ts'

/** One way to misbehave: what is served, and what must come of it. */
export interface Case {
  readonly name: string
  /** In words, for whoever reads the list. */
  readonly serves: string
  readonly on: Listening
  readonly comes: Comes
  /** Where it is asked, when that is not `/feed` of its own server. */
  readonly at?: (place: Place) => string
  /** Takes seconds by its nature: left out of the short sample. */
  readonly slow?: true
  /** Asked ten times, an hour apart: what is there in the end. */
  readonly rounds?: Rounds
}

/** What is there after ten rounds of a source that changes. */
export interface Rounds {
  readonly mentions: number
  readonly revisions: number
  /** How many of the ten fail. */
  readonly failures: number
}

/** What the user must find after one gathering. */
export type Comes =
  /** So many mentions. */
  | { readonly kind: 'gathered'; readonly items: number }
  /** A failure that says what the source did. */
  | { readonly kind: 'failed'; readonly with: FailureKind }
  /** Not asked, or not followed: where it leads is never connected to. */
  | { readonly kind: 'refused'; readonly with: FailureKind }
  /** Ended by one of our limits. */
  | { readonly kind: 'stopped'; readonly with: FailureKind }

export const gathered = (items: number): Comes => ({ kind: 'gathered', items })
export const failed = (kind: FailureKind): Comes => ({ kind: 'failed', with: kind })
export const refused = (kind: FailureKind): Comes => ({ kind: 'refused', with: kind })
export const stopped = (kind: FailureKind): Comes => ({ kind: 'stopped', with: kind })

/** Where a case's own server is. */
export interface Place {
  readonly host: string
  readonly port: number
}

/** One request to a case. */
export interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The path without its query. */
  readonly path: string
  readonly origin: string
  /** Which gathering this is, from 0. */
  readonly round: number
  /** Addresses that nobody may ever ask: each tells when somebody does. */
  readonly canary: Canaries
}

export interface Canaries {
  /** `http://127.0.0.1:PORT/word`: the word tells cases apart. */
  readonly url: (word: string) => string
  readonly port: number
  /** A file of ours whose bytes nobody may ever see in the data. */
  readonly file: string
}

export type Certificate = 'good' | 'expired' | 'not-yet' | 'other-host' | 'self-signed'

export type Listening =
  | { readonly kind: 'http'; readonly answer: (asked: Asked) => void }
  | { readonly kind: 'https'; readonly certificate: Certificate; readonly answer: (asked: Asked) => void }
  /** Bytes as they are, after the first bytes of a request came (or at once). */
  | { readonly kind: 'tcp'; readonly connected: (socket: Socket) => void }
