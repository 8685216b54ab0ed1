import type { RefObject } from 'react'
import { call } from '../../engine/call.ts'
import { showDone, showFailure, undoAct } from '../../kit/toast.tsx'
import { useText } from '../../kit/use-text.ts'
import type { Answering } from '../use-answering.ts'
import { typeOver } from './field.ts'
import type { OpenChoices } from './use-choices.ts'
import type { Spelling } from './use-spelling.ts'

/** Offers what the misspelt word at the caret, else the next one, may have been meant to be. */
export function useFixing(
  { brand }: Answering,
  { language, wrong }: Spelling,
  field: RefObject<HTMLTextAreaElement | null>,
  open: OpenChoices,
): () => void {
  const { t } = useText()
  const add = async (word: string) => {
    try {
      const { actId } = await call('spelling.add', { brandId: brand.brandId, word })
      showDone(t('writing.wordAdded', { word, brand: brand.name }), () => undoAct(actId))
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  return () => {
    const there = field.current
    const caret = there?.selectionStart ?? 0
    const at = wrong.find(({ end }) => end >= caret) ?? wrong[0]
    if (!there || !at || language === null) return
    there.focus()
    there.setSelectionRange(at.start, at.end)
    const { word } = at
    call('spelling.suggest', { language, word }).then(({ words }) => {
      if (there.value.slice(at.start, at.end) !== word) return
      const suggested = words.map((suggestion) => ({
        key: suggestion,
        label: suggestion,
        hint: '',
        run: () => typeOver(there, at.start, at.end, suggestion),
      }))
      const keep = {
        key: '+',
        label: t('writing.addWord', { word }),
        hint: brand.name,
        run: () => void add(word),
      }
      open.offer({ kind: 'spelling', start: at.start, word, items: [...suggested, keep] })
    }, showFailure)
  }
}
