import { Select, Textarea, TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { AddressForm } from '../../src-main/contract/brands.ts'
import { call, type Input } from '../engine/call.ts'
import { showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './people.module.css'
import type { PersonOf } from './person-of.ts'

/** What we know of a person beyond what they wrote; kept as it is typed. */
export function PersonNotes({ person }: { readonly person: PersonOf }) {
  const { t } = useText()
  const set = (change: Omit<Input<'people.set'>, 'id'>) => {
    call('people.set', { id: person.id, ...change }).catch(showFailure)
  }
  const firstName = useKeptAsTyped(person.firstName, (text) => set({ firstName: text }))
  const notes = useKeptAsTyped(person.notes, (text) => set({ notes: text }))
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('people.firstName')}
        placeholder={
          person.guessedFirstName === ''
            ? t('people.firstNamePlaceholder')
            : t('who.guessed', { name: person.guessedFirstName })
        }
        value={firstName.text}
        maxLength={120}
        dir="auto"
        onChange={(event) => firstName.type(event.currentTarget.value)}
        onBlur={firstName.save}
      />
      <Select
        label={t('people.address')}
        data={[
          { value: 'none', label: t('people.addressUnknown') },
          ...AddressForm.options.map((form) => ({ value: form, label: t(`people.form.${form}`) })),
        ]}
        value={person.address ?? 'none'}
        onChange={(form) => set({ address: AddressForm.options.find((option) => option === form) ?? null })}
      />
      <Textarea
        label={t('people.notes')}
        placeholder={t('people.notesPlaceholder')}
        autosize
        minRows={2}
        maxRows={10}
        dir="auto"
        maxLength={20_000}
        value={notes.text}
        onChange={(event) => notes.type(event.currentTarget.value)}
        onBlur={notes.save}
      />
    </div>
  )
}

const SAVE_AFTER_MS = 400

interface KeptAsTyped {
  readonly text: string
  readonly type: (text: string) => void
  readonly save: () => void
}

/** What is typed is shown at once and kept at the first pause, on leaving the field, and on leaving the screen. */
function useKeptAsTyped(saved: string, save: (text: string) => void): KeptAsTyped {
  const [typed, setTyped] = useState<string | null>(null)
  const [field, setField] = useState<'typing' | 'left'>('left')
  const saveNow = useEffectEvent(() => {
    if (typed === null || typed.trim() === saved.trim()) return
    save(typed)
  })
  useEffect(() => {
    if (typed === null) return
    const waits = setTimeout(() => saveNow(), SAVE_AFTER_MS)
    return () => clearTimeout(waits)
  }, [typed])
  useEffect(() => () => saveNow(), [])
  // Once it is kept, the field shows what is kept: also what an undo brings back.
  if (field === 'left' && typed !== null && typed.trim() === saved.trim()) setTyped(null)
  const type = (text: string) => {
    setField('typing')
    setTyped(text)
  }
  const saveIfChanged = () => {
    setField('left')
    if (typed !== null && typed.trim() !== saved.trim()) save(typed)
  }
  return { text: typed ?? saved, type, save: saveIfChanged }
}
