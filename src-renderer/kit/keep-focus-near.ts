import { useEffect } from 'react'
import { focusScreen } from './focus-pane.ts'

/** An element on the way up from what has the focus, and where it stood among its siblings. */
interface Step {
  readonly element: Element
  readonly index: number
}

/**
 * When what had the focus goes away with what was done to it, the focus goes to what stands in its place now: the next
 * in the list, or the pane. And a button that could not be pressed while it worked has the focus again.
 */
export function useFocusKeptNear(root: () => HTMLElement | null): void {
  useEffect(() => {
    const within = root()
    if (!within) return
    let way: readonly Step[] = []
    const remember = ({ target }: FocusEvent) => {
      way = target instanceof Element && within.contains(target) ? wayUp(target, within) : []
    }
    const look = () => {
      if (document.activeElement !== document.body || way.length === 0) return
      const had = way[0]?.element
      if (had?.isConnected === true) {
        if (had.matches(':disabled')) return
        if (had instanceof HTMLElement) had.focus({ preventScroll: true })
        return
      }
      const next = standIn(way)
      way = []
      if (next) next.focus({ preventScroll: true })
      else focusScreen()
    }
    // Whoever presses the mouse on nothing lets go of the focus on purpose.
    const letGo = () => {
      way = []
    }
    const changes = new MutationObserver(look)
    changes.observe(within, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled'],
    })
    document.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', letGo, { capture: true })
    return () => {
      changes.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', letGo, { capture: true })
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the element is the same for as long as the caller is there
  }, [])
}

function wayUp(from: Element, root: Element): Step[] {
  const way: Step[] = []
  for (let element = from; element !== root;) {
    const parent = element.parentElement
    if (!parent) break
    way.push({ element, index: [...parent.children].indexOf(element) })
    element = parent
  }
  return way
}

/** What stands where the thing that went away stood: its neighbour in a list, else the pane around it. */
function standIn(way: readonly Step[]): HTMLElement | null {
  const gone = way.findLast(({ element }) => !element.isConnected)
  const stays = way.find(({ element }) => element.isConnected)
  if (!gone || !stays) return document.querySelector<HTMLElement>('main [data-pane]')
  const neighbour = stays.element.children[Math.min(gone.index, stays.element.children.length - 1)]
  if (gone.element instanceof HTMLLIElement && neighbour instanceof HTMLLIElement) {
    neighbour.tabIndex = -1
    return neighbour
  }
  return (
    stays.element.closest<HTMLElement>('[data-pane]') ??
    document.querySelector<HTMLElement>('main [data-pane]')
  )
}
