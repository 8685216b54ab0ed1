import { useEffect, useState } from 'react'
import type { MentionId } from '../../../src-main/contract/ids.ts'
import type { Output } from '../../engine/call.ts'
import { watchCall } from '../../engine/watch.ts'
import { usePause } from '../use-pause.ts'
import { moved } from './marks.ts'

type Checked = Output<'spelling.check'> & { readonly text: string }

export interface Spelling {
  readonly language: Checked['language']
  readonly wrong: Checked['wrong']
}

const CHECK_AFTER_MS = 300
const NOTHING: Spelling = { language: null, wrong: [] }

/** The misspelt words of a draft; the engine looks them up once the typing pauses. */
export function useSpelling(mentionId: MentionId, text: string): Spelling {
  const paused = usePause(text, CHECK_AFTER_MS)
  const [checked, setChecked] = useState<Checked | null>(null)
  useEffect(() => {
    if (paused.trim() === '') return
    return watchCall('spelling.check', { mentionId, text: paused }, (answered) => {
      // Help that does not come is no hindrance: nothing is marked.
      setChecked(answered.kind === 'ready' ? { ...answered.value, text: paused } : null)
    })
  }, [mentionId, paused])
  if (checked === null || text.trim() === '') return NOTHING
  return { language: checked.language, wrong: moved(checked.text, text, checked.wrong) }
}
