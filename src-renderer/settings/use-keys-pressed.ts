import { useEffect, useEffectEvent, useState } from 'react'
import { strokeOf } from '../kit/keys.ts'

/** So long a first stroke waits for a second. */
const SECOND_STROKE_MS = 900

interface Heard {
  /** One stroke, or two in a row: `g i`. */
  readonly onKeys: (keys: string) => void
  readonly onNone: () => void
  readonly onCancel: () => void
}

/** Hears every key while it is on the screen; nothing else does. Answers the first stroke while it waits for a second. */
export function useKeysPressed({ onKeys, onNone, onCancel }: Heard): { readonly heard: string | null } {
  const [heard, setHeard] = useState<string | null>(null)
  const end = useEffectEvent((keys: string) => {
    setHeard(null)
    onKeys(keys)
  })
  const press = useEffectEvent((event: KeyboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.repeat) return
    const stroke = strokeOf(event, window.shell.platform)
    if (stroke === null) return
    if (stroke === 'Escape') onCancel()
    else if (stroke === 'Backspace') onNone()
    else if (heard !== null) end(`${heard} ${stroke}`)
    else if (isAlone(stroke)) end(stroke)
    else setHeard(stroke)
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [])
  useEffect(() => {
    if (heard === null) return
    const waits = setTimeout(() => end(heard), SECOND_STROKE_MS)
    return () => clearTimeout(waits)
  }, [heard])
  return { heard }
}

/** Only a plain sign begins two in a row. */
function isAlone(stroke: string): boolean {
  return stroke.length > 1
}
