import { Portal } from '@mantine/core'
import { useText } from '../../kit/use-text.ts'
import type { Choices } from './choices.ts'
import type { Place } from './place.ts'
import classes from './editor.module.css'

interface ChoiceListProps {
  readonly id: string
  readonly choices: Choices
  readonly active: number
  readonly place: Place
}

/** The choices, over the word they are for; the field keeps the focus and reads the keys. */
export function ChoiceList({ id, choices, active, place }: ChoiceListProps) {
  const { t } = useText()
  return (
    <Portal>
      <ul
        id={id}
        role="listbox"
        aria-label={t(`writing.choices.${choices.kind}`, { word: choices.word })}
        className={classes.choices}
        style={{ left: place.left, bottom: place.bottom }}
      >
        {choices.items.map((item, index) => (
          <li
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.choice}
            // The field keeps the focus, and with it its caret.
            onMouseDown={(event) => {
              event.preventDefault()
              item.run()
            }}
          >
            <span>{item.label}</span>
            {item.hint !== '' && <span className={classes.choiceHint}>{item.hint}</span>}
          </li>
        ))}
      </ul>
    </Portal>
  )
}
