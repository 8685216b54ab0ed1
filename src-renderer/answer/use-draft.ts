import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import { call, toFailure } from '../engine/call.ts'

export interface Draft {
  readonly text: string
  readonly type: (text: string) => void
  /** Keeps what is not kept yet, now. */
  readonly save: () => void
  /** Lets go of what was typed here: the engine's text is shown again. */
  readonly reset: () => void
  readonly state: 'untouched' | 'typing' | 'saved'
  readonly failure: Failure | null
}

/** Saved this long after the first letter that is not kept, whether the typing pauses or not: a crash costs no more. */
const SAVE_AFTER_MS = 400

/** The answer as it is written, kept while one writes and whenever the window may go away. */
export function useDraft({ id, drafts }: Pick<MentionWhole, 'id' | 'drafts'>): Draft {
  const kept = drafts.find(({ state }) => state === 'now')?.body ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const sent = useRef<string | null>(null)
  const waits = useRef<ReturnType<typeof setTimeout> | null>(null)

  const save = () => {
    if (typed === null || typed === sent.current) return
    sent.current = typed
    call('replies.saveDraft', { mentionId: id, body: typed }).then(
      () => {
        setSaved(typed)
        setFailure(null)
      },
      (thrown: unknown) => {
        sent.current = null
        setFailure(toFailure(thrown))
      },
    )
  }
  const saveNow = useEffectEvent(save)
  useEffect(() => {
    if (typed === null || waits.current !== null) return
    waits.current = setTimeout(() => {
      waits.current = null
      saveNow()
    }, SAVE_AFTER_MS)
  }, [typed])
  useEffect(() => {
    const keep = () => saveNow()
    document.addEventListener('visibilitychange', keep)
    window.addEventListener('pagehide', keep)
    return () => {
      document.removeEventListener('visibilitychange', keep)
      window.removeEventListener('pagehide', keep)
      if (waits.current) clearTimeout(waits.current)
      waits.current = null
      keep()
    }
  }, [])
  const reset = () => {
    setTyped(null)
    setSaved(null)
    sent.current = null
  }
  const state = typed === null ? 'untouched' : typed === saved ? 'saved' : 'typing'
  return { text: typed ?? kept, type: setTyped, save, reset, state, failure }
}
