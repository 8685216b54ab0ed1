import { Combobox, TextInput } from '@mantine/core'
import { flushSync } from 'react-dom'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { QuestionMistake } from '../../src-main/contract/questions.ts'
import { ChipRow } from './chip-row.tsx'
import { MistakeLine } from './mistake-line.tsx'
import { Offers } from './offers.tsx'
import classes from './search.module.css'
import { useExplained, type Explained } from './use-explained.ts'
import { useOffering } from './use-offering.ts'

interface QuestionFieldProps {
  readonly brandId: BrandId
  readonly label: string
  readonly hint?: string
  readonly example: string
  readonly question: string
  readonly onChange: (question: string) => void
  /** Whether a form needs it, and is begun with it. */
  readonly is: 'first' | 'optional'
}

/** A question in a form: offered word by word, said in plain words, and explained where it is not understood. */
export function QuestionField(props: QuestionFieldProps) {
  const { brandId, label, hint, example, question, onChange, is } = props
  const explained = useExplained(question, brandId)
  const { field, options, combobox, caretAt, choose, press, stop } = useOffering({
    typed: question,
    onType: onChange,
    brandId,
    onLeave: null,
  })
  const find = (start: number, end: number) => {
    field.current?.focus()
    field.current?.setSelectionRange(start, end)
  }
  const mistake = explained.text === question ? explained.error : null
  return (
    <div className={classes.question}>
      <Combobox
        store={combobox}
        position="bottom-start"
        width={360}
        onOptionSubmit={(value) => void choose(Number(value))}
      >
        <Combobox.Target withKeyboardNavigation={false}>
          <TextInput
            ref={field}
            label={label}
            description={hint}
            placeholder={example}
            value={question}
            maxLength={2000}
            spellCheck={false}
            autoComplete="off"
            autoFocus={is === 'first'}
            required={is === 'first'}
            withAsterisk={false}
            aria-invalid={mistake !== null}
            onChange={({ currentTarget }) => {
              onChange(currentTarget.value)
              caretAt(currentTarget.selectionStart ?? currentTarget.value.length, 'typed')
            }}
            onSelect={({ currentTarget }) => caretAt(currentTarget.selectionStart ?? 0, 'moved')}
            onBlur={stop}
            onKeyDown={press}
          />
        </Combobox.Target>
        <Offers options={options} />
      </Combobox>
      <Said question={question} explained={explained} onChange={onChange} onFind={find} />
    </div>
  )
}

interface SaidProps {
  readonly question: string
  readonly explained: Explained
  readonly onChange: (question: string) => void
  readonly onFind: (start: number, end: number) => void
}

/** The question in plain words, or what of it is not understood. */
function Said({ question, explained, onChange, onFind }: SaidProps) {
  // While one types on, what was explained before is about other places of the text.
  if (explained.text !== question) return null
  const { chips, error } = explained
  const replace = ({ start, end }: QuestionMistake, instead: string) => {
    flushSync(() => onChange(question.slice(0, start) + instead + question.slice(end)))
    onFind(start + instead.length, start + instead.length)
  }
  return (
    <>
      <ChipRow text={question} chips={chips} onChange={onChange} onFind={onFind} />
      {error && (
        <MistakeLine
          mistake={error}
          onReplace={(instead) => replace(error, instead)}
          onFind={() => onFind(error.start, error.end)}
        />
      )}
    </>
  )
}
