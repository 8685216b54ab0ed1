import { useLayoutEffect } from 'react'

/**
 * Keys that are pressed while what they are about is on its way: they wait for it, and are pressed again in order when it
 * is there. So `g u j Enter` typed at once opens the first that waits, and not what was there a moment before.
 */
const awaited = { list: 0, field: 0, place: 0 }
const held: KeyboardEvent[] = []
let pressing: 'one' | 'none' = 'none'
/** What this file presses again is not held again. */
const again = new WeakSet<Event>()

/** Whether a key has to wait; those behind one that waits do as well. */
export function mustWait(event: KeyboardEvent, about: 'what-comes' | 'anything'): boolean {
  if (again.has(event)) return false
  if (held.length > 0 || pressing === 'one' || awaited.field > 0 || awaited.place > 0) return true
  return awaited.list > 0 && about === 'what-comes'
}

export function holdKey(event: KeyboardEvent): void {
  held.push(event)
}

/** While a list is on its way, keys about it wait. */
export function useHeldKeys(list: 'on-its-way' | 'here'): void {
  useLayoutEffect(() => (list === 'here' ? undefined : beginWaiting('list')), [list])
}

/** While something is done to what is chosen, keys wait: they are for what is chosen then. */
export function holdKeysWhile(work: Promise<void>): Promise<void> {
  return work.finally(beginWaiting('list'))
}

/** One goes somewhere: until one is there, which what is answered says, every key waits for what is there. */
export function holdKeysOnTheWay(): () => void {
  return beginWaiting('place')
}

/** What has not come by then will not. */
const FIELD_COMES_MS = 2000

/** A field, or a small window of choices, is about to have the focus: what is typed from now on is for it. */
export function holdKeysForField(): void {
  const stop = beginWaiting('field')
  const end = () => {
    document.removeEventListener('focusin', look)
    clearTimeout(late)
    stop()
  }
  const look = ({ target }: FocusEvent) => {
    if (
      target instanceof HTMLElement &&
      target.matches('input, textarea, [role="dialog"], [role="dialog"] *')
    )
      end()
  }
  document.addEventListener('focusin', look)
  const late = setTimeout(end, FIELD_COMES_MS)
}

function beginWaiting(what: keyof typeof awaited): () => void {
  awaited[what] += 1
  let isOver = false
  return () => {
    if (isOver) return
    isOver = true
    awaited[what] -= 1
    pressNext()
  }
}

function isWaiting(): boolean {
  return Object.values(awaited).some((count) => count > 0)
}

/** One after another: what a key does is drawn before the next one is pressed. */
function pressNext(): void {
  if (isWaiting() || pressing === 'one' || held.length === 0) return
  pressing = 'one'
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      pressing = 'none'
      // What came meanwhile may be waiting for something itself.
      if (isWaiting()) return
      do {
        const next = held.shift()
        if (next !== undefined) pressAgain(next)
      } while (isText(held[0]) && !isWaiting())
      pressNext()
    })
  })
}

/** Letters for the field that has the focus need no drawing between them. */
function isText(event: KeyboardEvent | undefined): boolean {
  return event?.key.length === 1 && document.activeElement?.matches('input, textarea') === true
}

function pressAgain(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event
  const init = { key, code, shiftKey, ctrlKey, metaKey, altKey, bubbles: true, cancelable: true }
  const same = new KeyboardEvent('keydown', init)
  again.add(same)
  if (!target.dispatchEvent(same)) return
  const isField = target.matches('input, textarea')
  if (isField && key.length === 1 && !ctrlKey && !metaKey) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to type into a field that its own undo knows
    document.execCommand('insertText', false, key)
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the same
  } else if (isField && key === 'Backspace') document.execCommand('delete')
  else if (key === 'Enter' && target instanceof HTMLInputElement) target.form?.requestSubmit()
  else if ((key === 'Enter' || key === ' ') && target instanceof HTMLButtonElement) target.click()
}
