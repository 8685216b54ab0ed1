/** Goes to a stretch of what is typed in the search box, to write something else there. */
export function selectRange(start: number, end: number): void {
  const box = document.querySelector<HTMLInputElement>('input[data-focus="search"]')
  box?.focus()
  box?.setSelectionRange(start, end)
}
