import { Combobox, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { memo, useState, type ReactNode } from 'react'
import type { QuestionMistake } from '../../src-main/contract/questions.ts'
import { focusPane } from '../kit/focus-pane.ts'
import { useScope } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { Mirror, Offers } from './offers.tsx'
import classes from './search.module.css'
import { useOffering } from './use-offering.ts'

interface SearchBoxProps {
  readonly typed: string
  readonly onType: (text: string) => void
  readonly mistake: QuestionMistake | null
  /** What stands at its end: save, clear, or its key. */
  readonly ends: ReactNode
}

/** Asks for less: words, and conditions that are offered while they are typed. */
export const SearchBox = memo(function SearchBox({ typed, onType, mistake, ends }: SearchBoxProps) {
  const { t } = useText()
  const [scrolled, setScrolled] = useState(0)
  const scope = useScope()
  const { field, options, combobox, caretAt, choose, press, stop } = useOffering({
    typed,
    onType,
    brandId: scope,
    onLeave: () => focusPane('list'),
  })
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width={360}
      onOptionSubmit={(value) => void choose(Number(value))}
    >
      <Combobox.Target withKeyboardNavigation={false}>
        <TextInput
          ref={field}
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
})
