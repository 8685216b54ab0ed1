import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { PromiseFound } from '../../src-main/contract/promises.ts'
import { rememberUnsaved } from '../kit/remembered.ts'
import { promiseOf, type PromiseDraft } from './promise-row.tsx'

export interface Promised {
  readonly text: string
  readonly due: string
}

/** What the answer promises, while it is written. */
export interface Promising {
  /** A promise that the user writes down by hand. */
  readonly draft: PromiseDraft | null
  readonly change: (draft: PromiseDraft | null) => void
  /** Opens that line and goes to it. */
  readonly begin: (draft: PromiseDraft) => void
  readonly begun: 'asked-now' | 'before'
  /** What the draft promises itself. */
  readonly found: readonly PromiseFound[]
  readonly isNoted: (found: PromiseFound) => boolean
  /** Confirms a promise that was found, or takes that back. */
  readonly note: (found: PromiseFound) => void
  readonly state: 'whole' | 'unfinished'
  /** What goes into the ledger with the answer: what is noted, or all that names a day. */
  readonly promised: (which: 'noted' | 'all') => readonly Promised[]
  readonly forget: () => void
}

const usePromiseDraft = rememberUnsaved<PromiseDraft | null>()
const useNoted = rememberUnsaved<readonly string[]>()

export function usePromising(mentionId: MentionId, brand: Brand, found: readonly PromiseFound[]): Promising {
  const draft = usePromiseDraft(mentionId, () => null)
  // By their words: a promise that is written anew is to be confirmed anew.
  const noted = useNoted(mentionId, () => [])
  const [begun, setBegun] = useState<'asked-now' | 'before'>('before')
  const written = draft.value && promiseOf(draft.value, brand.timezone)
  const isNoted = ({ text }: PromiseFound) => noted.value.includes(text)
  return {
    draft: draft.value,
    change: draft.remember,
    begin: (begunWith) => {
      setBegun('asked-now')
      draft.remember(begunWith)
    },
    begun,
    found,
    isNoted,
    note: (one) =>
      noted.remember(
        isNoted(one) ? noted.value.filter((text) => text !== one.text) : [...noted.value, one.text],
      ),
    state: draft.value !== null && written === null ? 'unfinished' : 'whole',
    promised: (which) => [
      ...found.flatMap((one) =>
        one.when === 'to-come' && one.due !== null && (which === 'all' || isNoted(one))
          ? [{ text: one.text.slice(0, 500), due: one.due }]
          : [],
      ),
      ...(written ? [written] : []),
    ],
    forget: () => {
      draft.forget(null)
      noted.forget([])
    },
  }
}
