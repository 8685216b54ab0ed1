import { Accordion, Button, Stack, TextInput, useComputedColorScheme } from '@mantine/core'
import { useState, type SyntheticEvent, type ReactNode } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useRun } from '../engine/use-run.ts'
import { useBrands } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { rememberUnsaved } from '../kit/remembered.ts'
import { brandVariables } from '../kit/theme.ts'
import { useText } from '../kit/use-text.ts'
import classes from './brands.module.css'
import { guessWords, newDraft, toCreate, type BrandDraft } from './brand-draft.ts'
import { AddressField, LanguagesField, SignatureField } from './brand-fields.tsx'
import { ChipsField } from './chips-field.tsx'
import { ColourField } from './colour-field.tsx'

interface NewBrandFormProps {
  readonly onCreated: (brandId: BrandId, name: string) => void
  /** Beside the button: what comes next. */
  readonly children?: ReactNode
}

const useNewBrand = rememberUnsaved<{ readonly draft: BrandDraft; readonly wordsAreOurs: boolean }>()

/** Asks what a brand needs to begin with; the words follow the name until somebody touches them. */
export function NewBrandForm({ onCreated, children }: NewBrandFormProps) {
  const { t } = useText()
  const taken = useBrands().map((brand) => brand.colour)
  const unsaved = useNewBrand('new', () => ({ draft: newDraft(taken), wordsAreOurs: false }))
  const { draft, wordsAreOurs } = unsaved.value
  const [askedWithoutName, setAskedWithoutName] = useState(false)
  const { state, run } = useRun('brands.create')
  const scheme = useComputedColorScheme('light')
  const guess = guessWords(draft.name)
  const whole = wordsAreOurs ? draft : { ...draft, words: guess.sure }
  const change = (part: Partial<BrandDraft>) =>
    unsaved.remember({ ...unsaved.value, draft: { ...draft, ...part } })

  const create = async (event: SyntheticEvent) => {
    event.preventDefault()
    setAskedWithoutName(whole.name.trim() === '')
    if (whole.name.trim() === '') return
    const made = await run(toCreate(whole))
    if (!made) return
    unsaved.forget({ draft: newDraft([...taken, draft.colour]), wordsAreOurs: false })
    onCreated(made.brandId, whole.name.trim())
  }

  return (
    <form onSubmit={(event) => void create(event)} style={brandVariables(draft.colour, scheme)} noValidate>
      <Stack gap="md">
        <NameField
          value={draft.name}
          error={askedWithoutName && draft.name.trim() === '' ? t('brandForm.nameMissing') : null}
          onChange={(name) => change({ name })}
        />
        <ChipsField
          label={t('brandForm.words')}
          description={t('brandForm.wordsWhy')}
          value={whole.words}
          onChange={(words) => {
            unsaved.remember({ draft: { ...draft, words }, wordsAreOurs: true })
          }}
          note={!wordsAreOurs && guess.sure.length > 0 ? t('brandForm.wordsGuess') : null}
          offers={guess.maybe}
        />
        <ChipsField
          label={t('brandForm.handles')}
          description={t('brandForm.handlesWhy')}
          value={draft.handles}
          onChange={(handles) => change({ handles })}
        />
        <ColourField value={draft.colour} onChange={(colour) => change({ colour })} />
        <MoreFields draft={draft} change={change} />
        {state.kind === 'failed' && <ErrorNote failure={state.failure} />}
        <div className={classes.create}>
          <Button type="submit" size="md" color="brand" loading={state.kind === 'running'}>
            {t('firstStart.create')}
          </Button>
          {children}
        </div>
      </Stack>
    </form>
  )
}

interface NameFieldProps {
  readonly value: string
  readonly error: string | null
  readonly onChange: (name: string) => void
}

function NameField({ value, error, onChange }: NameFieldProps) {
  const { t } = useText()
  return (
    <TextInput
      label={t('brandForm.name')}
      placeholder={t('brandForm.nameHint')}
      error={error}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      maxLength={120}
      required
      withAsterisk={false}
      autoFocus
    />
  )
}

interface MoreFieldsProps {
  readonly draft: BrandDraft
  readonly change: (part: Partial<BrandDraft>) => void
}

function MoreFields({ draft, change }: MoreFieldsProps) {
  const { t } = useText()
  return (
    <Accordion className={classes.more} variant="unstyled" chevronPosition="left">
      <Accordion.Item value="more">
        <Accordion.Control>{t('brandForm.more')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="md">
            <AddressField value={draft.address} onChange={(address) => change({ address })} />
            <LanguagesField value={draft.languages} onChange={(languages) => change({ languages })} />
            <SignatureField value={draft.signature} onChange={(signature) => change({ signature })} />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
