import { useEffect, useEffectEvent } from 'react'
import { mustWait } from './held-keys.ts'

/**
 * One key an item while a menu is open, wherever the focus is by then: the second key of `e e` may come before the
 * menu is drawn. `choose` answers whether the key was one of its own.
 */
export function useMenuKeys(state: 'open' | 'closed', choose: (key: string) => boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return
    // What is held for a field that is about to come is pressed again when it is there.
    if (mustWait(event, 'anything') || !choose(event.key.toLowerCase())) return
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    if (state === 'closed') return
    const hear = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', hear, { capture: true })
    return () => document.removeEventListener('keydown', hear, { capture: true })
  }, [state])
}
