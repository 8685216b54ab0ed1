import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import { gapsIn } from '../../src-main/contract/gaps.ts'
import type { Listening } from '../../src-main/contract/listening.ts'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import type { Output } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { focusPane } from '../kit/focus-pane.ts'
import { rememberUnsaved } from '../kit/remembered.ts'
import { useText } from '../kit/use-text.ts'
import { promiseOf, type PromiseDraft } from './promise-row.tsx'
import { queueAnswer } from './queue-answer.ts'
import { useDraft, type Draft } from './use-draft.ts'
import { usePause } from './use-pause.ts'

/** What the answer promises, while it is written. */
export interface Promising {
  readonly draft: PromiseDraft | null
  readonly change: (draft: PromiseDraft | null) => void
}

/** One answer as it is written: every part of the composer is given this, and shows its share of it. */
export interface Answering {
  readonly whole: MentionWhole
  readonly brand: Brand
  readonly draft: Draft
  /** What to know before one answers; null until the engine said it. */
  readonly heard: Listening | null
  /** The second look at the words that stood still for a moment; null while there are none. */
  readonly look: Output<'replies.look'> | null
  readonly promising: Promising
  /** What keeps the answer here: `gaps` are to be filled, the promise is `unfinished`, or it waits to be `read`. */
  readonly state: 'ready' | 'blocked' | 'gaps' | 'read' | 'unfinished' | 'sending'
  readonly queue: () => void
}

const usePromise = rememberUnsaved<PromiseDraft | null>()

export function useAnswering(whole: MentionWhole, brand: Brand): Answering {
  const draft = useDraft(whole)
  const promise = usePromise(whole.id, () => null)
  const heard = valueOf(useCall('replies.listen', { mentionId: whole.id }))
  const look = useLook(whole.id, draft.text)
  const promised = promise.value && promiseOf(promise.value, brand.timezone)
  const queueing = useQueueing(whole, () => {
    draft.reset()
    promise.forget(null)
    focusPane('reading')
  })
  const standing = stands(draft.text, {
    blocked: look?.remarks.some(({ blocks }) => blocks) === true,
    waitsToBeRead: whole.reading?.waits === true,
    unfinished: promise.value !== null && promised === null,
  })
  return {
    whole,
    brand,
    draft,
    heard,
    look,
    promising: { draft: promise.value, change: promise.remember },
    state: queueing.state === 'sending' ? 'sending' : standing,
    queue: () => void queueing.queue(draft.text, promised ? [promised] : []),
  }
}

interface Hindrances {
  readonly blocked: boolean
  readonly waitsToBeRead: boolean
  readonly unfinished: boolean
}

/** What keeps an answer here, the first thing first. */
function stands(text: string, { blocked, waitsToBeRead, unfinished }: Hindrances): Answering['state'] {
  if (text.trim() === '' || blocked) return 'blocked'
  if (gapsIn(text).length > 0) return 'gaps'
  if (waitsToBeRead) return 'read'
  return unfinished ? 'unfinished' : 'ready'
}

const LOOK_AFTER_MS = 250

/** The second look at what is written, once the typing pauses. */
function useLook(mentionId: MentionId, text: string): Output<'replies.look'> | null {
  const paused = usePause(text, LOOK_AFTER_MS)
  const written = text.trim() !== '' && paused.trim() !== ''
  const look = valueOf(useCall('replies.look', written ? { mentionId, body: paused } : null, 'keep'))
  return written ? look : null
}

type Promises = readonly { readonly text: string; readonly due: string }[]

/** Queues once, however often it is asked while it runs. */
function useQueueing(whole: MentionWhole, onQueued: () => void) {
  const { t } = useText()
  const [state, setState] = useState<'ready' | 'sending'>('ready')
  const queue = async (body: string, promises: Promises) => {
    if (state === 'sending') return
    setState('sending')
    const queued = await queueAnswer(t, { whole, body, promises })
    setState('ready')
    if (queued) onQueued()
  }
  return { state, queue }
}
