import type { MentionId } from '../../../src-main/contract/ids.ts'
import { gapsIn } from '../../../src-main/contract/gaps.ts'

/** The field where a mention's answer is written, while it is drawn. */
export function fieldOf(mentionId: MentionId): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>(
    `textarea[data-focus="composer"][data-mention="${mentionId}"]`,
  )
}

/** Writes over a stretch of a field as if it was typed: the field's own undo knows it. */
export function typeOver(field: HTMLTextAreaElement, start: number, end: number, text: string): void {
  field.focus()
  field.setSelectionRange(start, end)
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to type into a field that its own undo knows
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
}

/** Chooses the next gap from the caret on, or the first; false where there is none. */
export function chooseGap(field: HTMLTextAreaElement): boolean {
  const gaps = gapsIn(field.value)
  const next = gaps.find(({ start }) => start >= field.selectionEnd) ?? gaps[0]
  if (!next) return false
  field.focus()
  field.setSelectionRange(next.start, next.end)
  return true
}

/** Inserts at the caret, apart from the words around it, and chooses the first gap of what was inserted. */
export function insertApart(field: HTMLTextAreaElement, text: string): void {
  const { selectionStart: start, selectionEnd: end, value } = field
  const before = start > 0 && !/\s$/.test(value.slice(0, start)) ? ' ' : ''
  const after = end < value.length && !/^[\s.,;:!?]/.test(value.slice(end)) ? ' ' : ''
  typeOver(field, start, end, `${before}${text}${after}`)
  const gap = gapsIn(text)[0]
  if (!gap) return
  const at = start + before.length
  field.setSelectionRange(at + gap.start, at + gap.end)
}
