import { Button, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent, type KeyboardEvent } from 'react'
import type { Source } from '../../src-main/contract/sources.ts'
import { useText } from '../kit/use-text.ts'
import { renameSource } from './source-acts.ts'
import classes from './sources.module.css'

interface RenameSourceProps {
  readonly source: Source
  readonly onDone: () => void
}

/** The name of a source, in place: Enter keeps it, Escape leaves it as it was. */
export function RenameSource({ source, onDone }: RenameSourceProps) {
  const { t } = useText()
  const [title, setTitle] = useState(source.title)
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    const wanted = title.trim()
    if (wanted !== '' && wanted !== source.title) void renameSource(source, wanted)
    onDone()
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onDone()
  }
  return (
    <form className={classes.rename} onSubmit={save} onKeyDown={leave}>
      <TextInput
        aria-label={t('sources.renameLabel')}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        maxLength={300}
        autoFocus
        flex={1}
      />
      <Button type="submit">{t('kit.action.save')}</Button>
      <Button variant="subtle" onClick={onDone}>
        {t('kit.action.cancel')}
      </Button>
    </form>
  )
}
