import type { MentionId } from '../../src-main/contract/ids.ts'

type PaneName = 'list' | 'reading' | 'search' | 'person'

/** Two seconds of frames: what a command asked for is drawn by then, or will not be. */
const FRAMES = 120

/** Gives a pane the focus: at once when it is there, so that the next key goes where it should, else when it is drawn. */
export function focusPane(name: PaneName): void {
  focusWhenDrawn(`[data-pane="${name}"], [data-focus="${name}"]`, FRAMES)
}

/** The field where this very mention is answered: never the one of the mention before, which is about to go. */
export function focusComposer(mentionId: MentionId): void {
  focusWhenDrawn(`[data-focus="composer"][data-mention="${mentionId}"]`, FRAMES)
}

function focusWhenDrawn(selector: string, frames: number): void {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) {
    if (frames > 0) requestAnimationFrame(() => focusWhenDrawn(selector, frames - 1))
    return
  }
  found.focus()
  if (found instanceof HTMLInputElement) found.select()
}

/** How long a menu takes to go, and to give the focus back by itself. */
const MENU_GOES_MS = 150

/** After a menu went: when what had the focus went with it, the list has it again. */
export function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement === document.body) focusPane('list')
  }, MENU_GOES_MS)
}
