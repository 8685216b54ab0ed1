import { useCombobox } from '@mantine/core'
import { useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { completed, useCompletion, worthOffering } from './use-completion.ts'

interface Offering {
  readonly typed: string
  readonly onType: (text: string) => void
  readonly brandId: BrandId | null
  /** Where the keys go that are for what it finds; null in a form, which keeps its own Enter and Escape. */
  readonly onLeave: (() => void) | null
}

/** What is offered while one types, and the keys that choose from it. */
export function useOffering({ typed, onType, brandId, onLeave }: Offering) {
  const field = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState(typed.length)
  const [wanted, setWanted] = useState<'wanted' | 'unwanted'>('unwanted')
  const { offered, now } = useCompletion({ text: typed, at, wanted }, brandId)
  const options = worthOffering(offered)
  const combobox = useCombobox({ opened: options.length > 0 })
  const stop = () => {
    combobox.resetSelectedOption()
    setWanted('unwanted')
  }
  const choose = async (index: number) => {
    const from = offered.text === typed && offered.at === at ? offered : await now()
    const item = worthOffering(from)[index]
    if (!item || field.current?.value !== from.text) return
    const next = completed(from, item)
    combobox.resetSelectedOption()
    // The text and the caret are there before the next letter is.
    flushSync(() => {
      onType(next.text)
      setAt(next.at)
      setWanted(item.kind === 'key' ? 'wanted' : 'unwanted')
    })
    caretTo(field.current, next.at)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const chosen = combobox.getSelectedOptionIndex()
    const typing = wanted === 'wanted' && typed !== ''
    switch (keyIn(event, { offers: options.length > 0, typing, chosen })) {
      case 'next':
        combobox.selectNextOption()
        break
      case 'previous':
        combobox.selectPreviousOption()
        break
      case 'choose':
        void choose(Math.max(chosen, 0))
        break
      case 'stop':
        stop()
        break
      case 'clear':
      case 'to-list':
        if (onLeave === null) return
        if (event.key === 'Escape') onType('')
        else stop()
        if (event.key !== 'Escape' || typed === '') onLeave()
        break
      case 'none':
        return
    }
    event.preventDefault()
  }
  const caretAt = (place: number, how: 'typed' | 'moved') => {
    setAt(place)
    if (how === 'typed') setWanted('wanted')
  }
  return { field, options, combobox, caretAt, choose, press, stop }
}

function caretTo(field: HTMLInputElement, at: number): void {
  field.focus()
  field.setSelectionRange(at, at)
}

interface Situation {
  readonly offers: boolean
  readonly typing: boolean
  /** Which is chosen; -1 when none is. */
  readonly chosen: number
}

/** What a key means in the box: what is offered has the arrows, Tab and Escape first; Enter only what was chosen. */
function keyIn({ key, shiftKey }: KeyboardEvent, { offers, typing, chosen }: Situation) {
  if (key === 'ArrowDown') return offers ? 'next' : 'to-list'
  if (key === 'ArrowUp' && offers) return 'previous'
  if (key === 'Tab' && typing && !shiftKey) return 'choose'
  if (key === 'Enter') return offers && chosen >= 0 ? 'choose' : 'to-list'
  if (key === 'Escape') return offers ? 'stop' : 'clear'
  return 'none'
}
