import { useState, type KeyboardEvent, type RefObject } from 'react'
import { choiceKey, step, type Choices } from './choices.ts'
import { placeOver, type Place } from './place.ts'

export interface OpenChoices {
  readonly choices: Choices | null
  readonly place: Place
  readonly active: number
  readonly offer: (choices: Choices) => void
  readonly close: () => void
  /** Whether the key was for the choices. */
  readonly press: (event: KeyboardEvent) => boolean
}

/**
 * What is offered now, and the keys that walk through it. `mirror` has the same words as the field: where a word stands
 * there, it stands in the field.
 */
export function useChoices(mirror: RefObject<HTMLElement | null>): OpenChoices {
  const [choices, setChoices] = useState<Choices | null>(null)
  const [active, setActive] = useState(0)
  const [place, setPlace] = useState<Place>({ left: 0, bottom: 0 })
  const close = () => setChoices(null)
  const press = (event: KeyboardEvent) => {
    if (!choices || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing)
      return false
    const key = choiceKey(event.key)
    if (key === null) return false
    event.preventDefault()
    if (key === 'next' || key === 'previous') setActive(step(active, choices.items.length, key))
    else {
      close()
      if (key === 'take') choices.items[active]?.run()
    }
    return true
  }
  const offer = (offered: Choices) => {
    const over = mirror.current && placeOver(mirror.current, offered.start)
    setChoices(offered.items.length === 0 ? null : offered)
    if (over) setPlace(over)
    setActive(0)
  }
  return { choices, place, active, offer, close, press }
}
