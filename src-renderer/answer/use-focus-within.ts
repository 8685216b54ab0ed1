import { useEffect, useRef, useState, type FocusEvent } from 'react'

/** A menu or a dialog that opens takes the focus only after it left: until then it is on its way. */
const ON_ITS_WAY_MS = 150

/** Whether the focus is in a part of the screen, or in what that part opened. */
export function useFocusWithin() {
  const [focus, setFocus] = useState<'here' | 'elsewhere'>('elsewhere')
  const leaving = useRef<ReturnType<typeof setTimeout> | null>(null)
  const stay = () => {
    if (leaving.current) clearTimeout(leaving.current)
  }
  useEffect(() => stay, [])
  const onFocus = () => {
    stay()
    setFocus('here')
  }
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    stay()
    if (event.currentTarget.contains(event.relatedTarget)) return
    leaving.current = setTimeout(() => setFocus('elsewhere'), ON_ITS_WAY_MS)
  }
  return { focus, onFocus, onBlur }
}
