import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Completion, QuestionMistake } from '../../src-main/contract/questions.ts'
import { focusPane } from '../kit/focus-pane.ts'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './search.module.css'
import { selectRange, typedNow } from './select-range.ts'
import { completed, useCompletion, worthOffering } from './use-completion.ts'

interface SearchBoxProps {
  readonly typed: string
  readonly onType: (text: string) => void
  readonly mistake: QuestionMistake | null
  /** What stands at its end: save, clear, or its key. */
  readonly ends: ReactNode
}

/** Asks for less: words, and conditions that are offered while they are typed. */
export function SearchBox({ typed, onType, mistake, ends }: SearchBoxProps) {
  const { t } = useText()
  const [scrolled, setScrolled] = useState(0)
  const { options, combobox, caretAt, choose, press, stop } = useOffering(typed, onType)
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width={360}
      onOptionSubmit={(value) => void choose(Number(value))}
    >
      <Combobox.Target withKeyboardNavigation={false}>
        <TextInput
          type="search"
          data-focus="search"
          size="sm"
          spellCheck={false}
          autoComplete="off"
          aria-label={t('kit.command.search')}
          aria-invalid={mistake !== null}
          placeholder={t('inbox.searchPlaceholder')}
          value={typed}
          leftSection={<IconSearch size={15} />}
          rightSectionWidth={66}
          rightSection={<div className={classes.ends}>{ends}</div>}
          inputContainer={(children) => (
            <div className={classes.field}>
              {children}
              {mistake && <Mirror text={typed} mistake={mistake} scrolled={scrolled} />}
            </div>
          )}
          onScroll={(event) => setScrolled(event.currentTarget.scrollLeft)}
          onSelect={(event) => {
            caretAt(event.currentTarget.selectionStart ?? 0, 'moved')
            setScrolled(event.currentTarget.scrollLeft)
          }}
          onChange={(event) => {
            onType(event.currentTarget.value)
            caretAt(event.currentTarget.selectionStart ?? event.currentTarget.value.length, 'typed')
          }}
          onBlur={stop}
          onKeyDown={press}
        />
      </Combobox.Target>
      <Offers options={options} />
    </Combobox>
  )
}

/** What is offered while one types, and the keys that choose from it. */
function useOffering(typed: string, onType: (text: string) => void) {
  const { scope } = useNavigation()
  const [at, setAt] = useState(typed.length)
  const [wanted, setWanted] = useState<'wanted' | 'unwanted'>('unwanted')
  const { offered, now } = useCompletion({ text: typed, at, wanted }, scope)
  const options = worthOffering(offered)
  const combobox = useCombobox({ opened: options.length > 0 })
  const stop = () => {
    combobox.resetSelectedOption()
    setWanted('unwanted')
  }
  const choose = async (index: number) => {
    const from = offered.text === typed && offered.at === at ? offered : await now()
    const item = worthOffering(from)[index]
    if (!item || typedNow() !== from.text) return
    const next = completed(from, item)
    combobox.resetSelectedOption()
    // The text and the caret are there before the next letter is.
    flushSync(() => {
      onType(next.text)
      setAt(next.at)
      setWanted(item.kind === 'key' ? 'wanted' : 'unwanted')
    })
    selectRange(next.at, next.at)
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
        if (typed === '') focusPane('list')
        onType('')
        break
      case 'to-list':
        stop()
        focusPane('list')
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
  return { options, combobox, caretAt, choose, press, stop }
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

function Offers({ options }: { readonly options: readonly Completion[] }) {
  const { t } = useText()
  return (
    <Combobox.Dropdown hidden={options.length === 0}>
      <Combobox.Options aria-label={t('search.offers')}>
        {options.map(({ text, about, count }, index) => (
          <Combobox.Option key={text} value={String(index)} className={classes.option ?? ''}>
            <span className={classes.optionText} dir="auto">
              {text}
            </span>
            <span className={classes.optionAbout} dir="auto">
              {about === '' ? count : about}
            </span>
          </Combobox.Option>
        ))}
      </Combobox.Options>
    </Combobox.Dropdown>
  )
}

interface MirrorProps {
  readonly text: string
  readonly mistake: QuestionMistake
  readonly scrolled: number
}

/** Underlines what is not understood, where a field cannot. */
function Mirror({ text, mistake: { start, end }, scrolled }: MirrorProps) {
  return (
    <div className={classes.mirror} aria-hidden>
      <span className={classes.mirrorText} style={{ transform: `translateX(${-scrolled}px)` }}>
        {text.slice(0, start)}
        <span className={classes.wrong}>{text.slice(start, end)}</span>
        {text.slice(end)}
      </span>
    </div>
  )
}
