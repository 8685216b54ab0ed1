import { useState } from 'react'
import type { WayToAnswer } from '../../src-main/contract/accounts.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { usePause } from './use-pause.ts'

export interface Ways {
  readonly all: readonly WayToAnswer[]
  /** Null until the engine has said which there are. */
  readonly chosen: WayToAnswer | null
  readonly choose: (way: WayToAnswer) => void
  /** Whether the text is longer than the place takes: then it cannot be queued. */
  readonly fits: boolean
}

const COUNT_AFTER_MS = 150

/** The ways to answer a mention, and how long the text is for each, once the typing pauses. */
export function useWays(mentionId: MentionId, text: string): Ways {
  const [wanted, setWanted] = useState<string | null>(null)
  const body = usePause(text, COUNT_AFTER_MS)
  const all = valueOf(useCall('channels.for', { mentionId, body }, 'keep'))?.items ?? []
  const chosen = all.find((way) => keyOf(way) === wanted) ?? all[0] ?? null
  const fits = chosen === null || chosen.limits.every(({ length, most }) => length <= most)
  return { all, chosen, choose: (way) => setWanted(keyOf(way)), fits }
}

/** Tells two ways apart. */
export function keyOf({ channel, accountId }: WayToAnswer): string {
  return `${channel} ${accountId ?? ''}`
}
