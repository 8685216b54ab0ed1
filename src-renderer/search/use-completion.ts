import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Completion } from '../../src-main/contract/questions.ts'
import { ask } from '../engine/call.ts'
import { useText } from '../kit/use-text.ts'

export interface Offered {
  readonly text: string
  readonly at: number
  readonly start: number
  readonly end: number
  readonly items: readonly Completion[]
}

const NOTHING: Offered = { text: '', at: 0, start: 0, end: 0, items: [] }
/** Between two letters of somebody who types fast. */
const PAUSE_MS = 40

interface Typed {
  readonly text: string
  readonly at: number
  /** Whether the user wants to be offered something: not after Escape, and not where nothing is being typed. */
  readonly wanted: 'wanted' | 'unwanted'
}

/** What may follow where the caret stands; `now` asks once more, for a key that comes before the answer. */
export function useCompletion({ text, at, wanted }: Typed, brandId: BrandId | null) {
  const { language } = useText()
  const [offered, setOffered] = useState(NOTHING)
  const latest = useRef(0)
  const askNow = async (): Promise<Offered> => {
    const number = (latest.current += 1)
    const { answer } = ask('questions.complete', { text, at, language, ...(brandId && { brandId }) })
    const found = { ...(await answer), text, at }
    if (latest.current === number) setOffered(found)
    return found
  }
  const askLater = useEffectEvent(() => void askNow().catch(() => undefined))
  useEffect(() => {
    if (wanted === 'unwanted') return
    const waits = setTimeout(askLater, PAUSE_MS)
    return () => clearTimeout(waits)
  }, [text, at, wanted, brandId])
  return { offered: wanted === 'wanted' ? offered : NOTHING, now: askNow }
}

/** What is worth being offered: something is being typed there, and it is not there already. */
export function worthOffering({ text, start, end, items }: Offered): readonly Completion[] {
  const word = text.slice(start, end)
  return word === '' ? [] : items.filter((item) => item.text !== word)
}

/** A completion put in its place, and where the caret stands then. */
export function completed(
  { text, start, end }: Pick<Offered, 'text' | 'start' | 'end'>,
  item: Completion,
): { readonly text: string; readonly at: number } {
  const after = text.slice(end)
  const gap = item.kind === 'value' && !/^[\s)]/.test(after) ? ' ' : ''
  const before = text.slice(0, start) + item.text + gap
  // Past a space that was there already, so that the next word can be typed.
  return {
    text: before + after,
    at: before.length + (item.kind === 'value' && after.startsWith(' ') ? 1 : 0),
  }
}
