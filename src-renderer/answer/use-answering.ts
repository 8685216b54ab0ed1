import { useState } from 'react'
import type { WayToAnswer } from '../../src-main/contract/accounts.ts'
import type { Brand } from '../../src-main/contract/brands.ts'
import { gapsIn } from '../../src-main/contract/gaps.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Listening } from '../../src-main/contract/listening.ts'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import type { Output } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { focusPane } from '../kit/focus-pane.ts'
import { useText } from '../kit/use-text.ts'
import { queueAnswer } from './queue-answer.ts'
import { useDraft, type Draft } from './use-draft.ts'
import { usePause } from './use-pause.ts'
import { type Promised, type Promising, usePromising } from './use-promising.ts'
import { useWays, type Ways } from './use-ways.ts'

/** One answer as it is written: every part of the composer is given this, and shows its share of it. */
export interface Answering {
  readonly whole: MentionWhole
  readonly brand: Brand
  readonly draft: Draft
  /** What to know before one answers; null until the engine said it. */
  readonly heard: Listening | null
  /** The second look at the words that stood still for a moment; null while there are none. */
  readonly look: Output<'replies.look'> | null
  /** The ways the answer can go, and how long it is for the one that was chosen. */
  readonly ways: Ways
  readonly promising: Promising
  /** What keeps the answer here: `gaps` are to be filled, the promise is `unfinished`, or it waits to be `read`. */
  readonly state: 'ready' | 'blocked' | 'gaps' | 'read' | 'unfinished' | 'sending'
  /** `noting`: with every promise that was found and names a day. */
  readonly queue: (how?: 'noting') => void
}

export function useAnswering(whole: MentionWhole, brand: Brand): Answering {
  const draft = useDraft(whole)
  const heard = valueOf(useCall('replies.listen', { mentionId: whole.id }))
  const look = useLook(whole.id, draft.text)
  const ways = useWays(whole.id, draft.text)
  const promising = usePromising(whole.id, brand, look?.promises ?? NO_PROMISES)
  const queueing = useQueueing(whole, () => {
    draft.reset()
    promising.forget()
    focusPane('reading')
  })
  const standing = stands(draft.text, {
    // How long it may be is said for the way that was chosen, not for the first.
    blocked: !ways.fits || look?.remarks.some(({ code, blocks }) => blocks && code !== 'too-long') === true,
    waitsToBeRead: whole.reading?.waits === true,
    unfinished: promising.state === 'unfinished',
  })
  return {
    whole,
    brand,
    draft,
    heard,
    look,
    ways,
    promising,
    state: queueing.state === 'sending' ? 'sending' : standing,
    queue: (how) => {
      const promises = promising.promised(how === 'noting' ? 'all' : 'noted')
      void queueing.queue(draft.text, promises, ways.chosen)
    },
  }
}

const NO_PROMISES: Output<'replies.look'>['promises'] = []

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

/** Queues once, however often it is asked while it runs. */
function useQueueing(whole: MentionWhole, onQueued: () => void) {
  const { t } = useText()
  const [state, setState] = useState<'ready' | 'sending'>('ready')
  const queue = async (body: string, promises: readonly Promised[], way: WayToAnswer | null) => {
    if (state === 'sending') return
    setState('sending')
    const queued = await queueAnswer(t, { whole, body, promises, way })
    setState('ready')
    if (queued) onQueued()
  }
  return { state, queue }
}
