import type { MentionId } from '../../src-main/contract/ids.ts'

type PaneName = 'list' | 'reading' | 'search' | 'person' | 'address' | 'promise' | 'moment' | 'axis'

/** Two seconds of frames: what a command asked for is drawn by then, or will not be. */
const FRAMES = 120

/** Gives a pane the focus: at once when it is there, so that the next key goes where it should, else when it is drawn. */
export function focusPane(name: PaneName): void {
  focusWhenDrawn(`[data-pane="${name}"], [data-focus="${name}"]`, FRAMES)
}

/** What is typed between asking for a field and having it; null while none is waited for. */
let typedAhead: string | null = null

/** Keeps a letter for the field that is about to come: it is no command any more. Answers whether one is awaited. */
export function typeAhead(letter: string): boolean {
  if (typedAhead === null) return false
  typedAhead += letter
  return true
}

/** The field where this very mention is answered: never the one of the mention before, which is about to go. */
export function focusComposer(mentionId: MentionId): void {
  typedAhead = ''
  focusWhenDrawn(`[data-focus="composer"][data-mention="${mentionId}"]`, FRAMES)
}

/** Who goes somewhere has the focus there, unless something on the way took it: a field that wants to be written. */
export function focusScreen(frames = FRAMES): void {
  if (document.activeElement !== document.body) return
  const pane = document.querySelector<HTMLElement>('main [data-pane]')
  if (pane) pane.focus({ preventScroll: true })
  else if (frames > 0) requestAnimationFrame(() => focusScreen(frames - 1))
}

/** Lets go of the focus, so that the screen one goes to takes it. */
export function letGoOfFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** The same field once it is there again, after something else stood in its place. */
export function focusWriting(mentionId: MentionId): void {
  focusWhenDrawn(`textarea[data-focus="composer"][data-mention="${mentionId}"]`, FRAMES)
}

function focusWhenDrawn(selector: string, frames: number): void {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found && frames > 0) {
    requestAnimationFrame(() => focusWhenDrawn(selector, frames - 1))
    return
  }
  const ahead = typedAhead
  typedAhead = null
  if (!found) return
  found.focus()
  if (found instanceof HTMLInputElement) found.select()
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to type into a field that its own undo knows
  if (ahead && found.matches('input, textarea')) document.execCommand('insertText', false, ahead)
}

/** By then a menu that went has given the focus back by itself (Mantine's `useFocusReturn` does after 10 ms). */
const FOCUS_IS_BACK_MS = 30

/** After a menu went: when what had the focus went with it, the list has it again. */
export function keepFocus(): void {
  // While it goes, a menu still has the focus, and would keep every key for itself: also the one that undoes.
  if (document.activeElement?.closest('[role="menu"]')) letGoOfFocus()
  setTimeout(() => {
    if (document.activeElement === document.body) focusPane('list')
  }, FOCUS_IS_BACK_MS)
}
