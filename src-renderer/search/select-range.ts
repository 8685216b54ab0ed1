/** Goes to a stretch of what is typed in the search box, to write something else there. */
export function selectRange(start: number, end: number): void {
  const box = searchBox()
  box?.focus()
  box?.setSelectionRange(start, end)
}

function searchBox(): HTMLInputElement | null {
  return document.querySelector('input[data-focus="search"]')
}
