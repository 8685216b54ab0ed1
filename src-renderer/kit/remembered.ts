import { useState } from 'react'

/**
 * Makes a hook for what is typed and not saved yet. It is like `useState`, and outlives the screen: whoever leaves a
 * form finds it as it was, for as long as the window is open. `forget` is for when it was saved, or is not wanted.
 */
export function rememberUnsaved<Value>() {
  const unsaved = new Map<string, Value>()
  return function useUnsaved(name: string, initial: () => Value) {
    const [value, setValue] = useState<Value>(() => unsaved.get(name) ?? initial())
    const remember = (next: Value) => {
      unsaved.set(name, next)
      setValue(next)
    }
    const forget = (next: Value) => {
      unsaved.delete(name)
      setValue(next)
    }
    return { value, remember, forget }
  }
}
