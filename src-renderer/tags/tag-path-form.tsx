import { Autocomplete, Button } from '@mantine/core'
import { useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react'
import { useText } from '../kit/use-text.ts'
import classes from './tags.module.css'

interface TagPathFormProps {
  readonly label: string
  readonly start: string
  /** Paths that are offered while one types. */
  readonly offers: readonly string[]
  readonly action: string
  /** May nothing be written: to the top of the tree. */
  readonly empty: 'means-something' | 'means-nothing'
  readonly note?: ReactNode
  readonly onSave: (path: string) => void
  readonly onLeave: () => void
}

/** One path, in place: Enter keeps it, Escape leaves everything as it was. */
export function TagPathForm(props: TagPathFormProps) {
  const { label, start, offers, action, empty, note, onSave, onLeave } = props
  const { t } = useText()
  const [path, setPath] = useState(start)
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (path.trim() !== '' || empty === 'means-something') onSave(path.trim())
  }
  const leave = (event: KeyboardEvent) => {
    // The first Escape closes the list of what is offered.
    const isListed = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key !== 'Escape' || isListed) return
    event.preventDefault()
    onLeave()
  }
  return (
    <form className={classes.form} onSubmit={save} onKeyDown={leave}>
      <Autocomplete
        label={label}
        value={path}
        onChange={setPath}
        data={[...offers]}
        limit={6}
        maxLength={200}
        autoFocus
        flex={1}
        comboboxProps={{ withinPortal: true }}
      />
      <Button type="submit">{action}</Button>
      <Button variant="subtle" color="gray" onClick={onLeave}>
        {t('kit.action.cancel')}
      </Button>
      {note !== undefined && <div className={classes.note}>{note}</div>}
    </form>
  )
}
