/** Where something is shown, in the window: over what it is for. */
export interface Place {
  readonly left: number
  readonly bottom: number
}

const WIDEST = 300

/** Over a character of a text that is drawn; null where it is not drawn. */
export function placeOver(root: HTMLElement, offset: number): Place | null {
  const rect = rectAt(root, offset)
  return (
    rect && {
      left: Math.min(rect.left, window.innerWidth - WIDEST),
      bottom: window.innerHeight - rect.top + 4,
    }
  )
}

/** Found by walking through the words around it. */
function rectAt(root: HTMLElement, offset: number): DOMRect | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (left <= length) {
      const range = document.createRange()
      range.setStart(node, left)
      range.setEnd(node, Math.min(left + 1, length))
      return range.getBoundingClientRect()
    }
    left -= length
  }
  return null
}
