import type { AddressForm } from '../../../contract/brands.ts'
import type { Remark } from '../../../contract/replies.ts'
import { originalRange } from '../../understand/folded.ts'
import type { FoundPromise } from '../promises/find-promises.ts'
import type { Words } from './words/lists.ts'
import type { Looked, Span } from './words/sentences.ts'

/** An earlier answer that says nearly the same. */
export interface Alike {
  /** 0 to 100. */
  readonly percent: number
  readonly mentionId: string
  readonly excerpt: string
}

export interface BrokenPromise {
  readonly text: string
  /** `YYYY-MM-DD`. */
  readonly day: string
}

/** All that the second look knows of a draft: everything is gathered before, and every remark is a decision. */
export interface LookedAt {
  readonly draft: Looked
  /** What the person said, title and text. */
  readonly mention: Looked
  /** The lists of the draft's language, or of the likeliest where the draft is too short to tell. */
  readonly words: Words
  /** The lists of the mention's language. */
  readonly theirWords: Words
  /** ISO 639-1; null where not sure. */
  readonly draftLanguage: string | null
  readonly mentionLanguage: string | null
  /** In stars of five. */
  readonly stars: number | null
  /** What the person may be called, best first; empty where that is not known. */
  readonly names: readonly string[]
  /** The person's own form of address, else the brand's. */
  readonly address: AddressForm | null
  readonly brand: {
    readonly signature: string
    /** Name, words, handles and signature, folded: what the brand says of itself. */
    readonly own: string
  }
  /** Lists with what the brand added and left out. */
  readonly stock: RegExp | null
  readonly jargon: RegExp | null
  readonly promises: readonly FoundPromise[]
  readonly broken: BrokenPromise | null
  readonly alike: Alike | null
  /** How long the place allows an answer to be, and how long it is, in the place's own unit. */
  readonly limit: number | null
  readonly length: number
}

/** One look makes one remark at most. */
export type Look = (at: LookedAt) => Remark | null

/** A range of the folded draft as the contract has it: a range of the draft as written. */
export function rangeIn({ draft }: LookedAt, span: Span): Span {
  return originalRange(draft.folded, span.start, span.end)
}

/** The draft's own words of a range. */
export function wordsAt({ draft }: LookedAt, { start, end }: Span): string {
  return draft.original.slice(start, end)
}
