import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import type { Output } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { focusPane } from '../kit/focus-pane.ts'
import { useText } from '../kit/use-text.ts'
import { queueAnswer } from './queue-answer.ts'
import { useDraft, type Draft } from './use-draft.ts'
import { usePause } from './use-pause.ts'
import { type Promised, type Promising, usePromising } from './use-promising.ts'

/** One answer as it is written: every part of the composer is given this, and shows its share of it. */
export interface Answering {
  readonly whole: MentionWhole
  readonly brand: Brand
  readonly draft: Draft
  /** The second look at the words that stood still for a moment; null while there are none. */
  readonly look: Output<'replies.look'> | null
  readonly promising: Promising
  /** `unfinished`: only the promise lacks something. */
  readonly state: 'ready' | 'blocked' | 'unfinished' | 'sending'
  /** `noting`: with every promise that was found and names a day. */
  readonly queue: (how?: 'noting') => void
}

export function useAnswering(whole: MentionWhole, brand: Brand): Answering {
  const draft = useDraft(whole)
  const look = useLook(whole.id, draft.text)
  const promising = usePromising(whole.id, brand, look?.promises ?? NO_PROMISES)
  const queueing = useQueueing(whole, () => {
    draft.reset()
    promising.forget()
    focusPane('reading')
  })
  const blocked = draft.text.trim() === '' || look?.remarks.some(({ blocks }) => blocks) === true
  const unfinished = promising.state === 'unfinished'
  return {
    whole,
    brand,
    draft,
    look,
    promising,
    state:
      queueing.state === 'sending' ? 'sending' : blocked ? 'blocked' : unfinished ? 'unfinished' : 'ready',
    queue: (how) => void queueing.queue(draft.text, promising.promised(how === 'noting' ? 'all' : 'noted')),
  }
}

const NO_PROMISES: Output<'replies.look'>['promises'] = []

const LOOK_AFTER_MS = 250

/** The second look at what is written, once the typing pauses. */
function useLook(mentionId: MentionId, text: string): Output<'replies.look'> | null {
  const paused = usePause(text, LOOK_AFTER_MS)
  const written = text.trim() !== '' && paused.trim() !== ''
  const look = valueOf(useCall('replies.look', written ? { mentionId, body: paused } : null, 'keep'))
  return written ? look : null
}

/** Queues once, however often it is asked while it runs. */
function useQueueing(whole: MentionWhole, onQueued: () => void) {
  const { t } = useText()
  const [state, setState] = useState<'ready' | 'sending'>('ready')
  const queue = async (body: string, promises: readonly Promised[]) => {
    if (state === 'sending') return
    setState('sending')
    const queued = await queueAnswer(t, { whole, body, promises })
    setState('ready')
    if (queued) onQueued()
  }
  return { state, queue }
}
