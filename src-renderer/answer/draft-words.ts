import type { MentionId } from '../../src-main/contract/ids.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/** The field where an answer to this mention is written. */
function fieldOf(mentionId: MentionId): HTMLTextAreaElement | null {
  return document.querySelector(`textarea[data-focus="composer"][data-mention="${mentionId}"]`)
}

export function focusWords(mentionId: MentionId): void {
  fieldOf(mentionId)?.focus()
}

/** Marks words of the draft, so that what is typed next takes their place. */
export function showWords(mentionId: MentionId, { start, end }: Range): void {
  const field = fieldOf(mentionId)
  field?.focus()
  field?.setSelectionRange(start, end)
}

/** Puts a text in the place of a range of the draft, as if it were typed: the field's own undo takes it back. */
export function putInstead(
  mentionId: MentionId,
  { start, end, text }: Range & { readonly text: string },
): void {
  showWords(mentionId, { start, end })
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to type into a field that its own undo knows
  document.execCommand('insertText', false, text)
}
