import type { RefObject } from 'react'
import { useText } from '../../kit/use-text.ts'
import { emojiQuery, findEmoji, loadEmoji } from './emoji.ts'
import { typeOver } from './field.ts'
import type { OpenChoices } from './use-choices.ts'

/** Offers emoji while `:` and the beginning of a name stand before the caret. */
export function useEmoji(
  field: RefObject<HTMLTextAreaElement | null>,
  open: OpenChoices,
): (typed: HTMLTextAreaElement) => void {
  const { language } = useText()
  return (typed) => {
    const asked = emojiQuery(typed.value.slice(0, typed.selectionStart))
    if (!asked) return
    const { value, selectionStart: caret } = typed
    void loadEmoji(language).then((emoji) => {
      const there = field.current
      // Somebody typed on meanwhile: the next answer is on its way.
      if (there?.value !== value || there.selectionStart !== caret) return
      const items = findEmoji(emoji, asked.query).map(({ unicode, label }) => ({
        key: unicode,
        label: `${unicode} ${label}`,
        hint: '',
        run: () => typeOver(there, asked.start, caret, unicode),
      }))
      open.offer({ kind: 'emoji', start: asked.start, word: asked.query, items })
    })
  }
}
