import { useEffect, useState } from 'react'
import { ask, onEngineEvent, type Asked, type Output } from '../engine/call.ts'
import { concerns } from '../engine/subjects.ts'
import type { ListQuestion } from './watch-pages.ts'

export type Days = Output<'mentions.days'>

const AT_MOST_EVERY_MS = 5000

/** To count what words match takes a while, in which the next key would wait. */
const TYPED_AFTER_MS = 400

/**
 * How many mentions of a list there are on each day; counted again when something changed, once in a while. Of a question
 * that is being typed, when the keys pause.
 */
export function useDays(
  { brandId, where }: ListQuestion,
  wanted: 'wanted' | 'when-typed' | 'not-wanted',
): Days | null {
  const key = JSON.stringify([brandId, where])
  const [last, setLast] = useState<{ key: string; days: Days } | null>(null)
  useEffect(() => {
    if (wanted === 'not-wanted') return
    const input = { ...(brandId && { brandId }), where }
    let asked: Asked<Days> | null = null
    let waits: ReturnType<typeof setTimeout> | null = null
    const count = () => {
      waits = null
      const mine = ask('mentions.days', input)
      asked = mine
      mine.answer.then(
        (days) => {
          if (asked === mine) setLast({ key, days })
        },
        () => undefined,
      )
    }
    const stopListening = onEngineEvent((event) => {
      if (concerns(event, 'mentions.list', input)) waits ??= setTimeout(count, AT_MOST_EVERY_MS)
    })
    if (wanted === 'when-typed') waits = setTimeout(count, TYPED_AFTER_MS)
    else count()
    return () => {
      stopListening()
      if (waits) clearTimeout(waits)
      asked?.cancel()
      asked = null
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for brand and question
  }, [key, wanted])
  return last?.key === key ? last.days : null
}
