import { useEffect } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { ask, type Output } from '../engine/call.ts'
import { useStateOf } from '../kit/use-state-of.ts'
import { useText } from '../kit/use-text.ts'

type Answer = Output<'questions.explain'>

export interface Explained extends Answer {
  /** The question it is about; what is typed meanwhile is not explained yet. Null before the first answer. */
  readonly text: string | null
}

const NOTHING: Explained = { text: null, chips: [], marks: [], error: null }

/** Nobody has to explain that nothing is asked. */
const NOTHING_ASKED: Explained = { ...NOTHING, text: '' }

/** What a question says, word by word; the last explanation stays until the next is here, but not in another place. */
export function useExplained(text: string, brandId: BrandId | null, place = ''): Explained {
  const { language } = useText()
  const [explained, setExplained] = useStateOf(place, NOTHING)
  useEffect(() => {
    if (text === '') return
    const asked = ask('questions.explain', { text, language, ...(brandId && { brandId }) })
    let stale = false
    asked.answer.then(
      (answer) => {
        if (!stale) setExplained({ ...answer, text })
      },
      // The list says what cannot be answered; here there is only nothing to explain.
      () => undefined,
    )
    return () => {
      stale = true
      asked.cancel()
    }
  }, [text, brandId, language, setExplained])
  return text === '' ? NOTHING_ASKED : explained
}
