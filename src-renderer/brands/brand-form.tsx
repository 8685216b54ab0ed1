import { Button, Stack, TextInput } from '@mantine/core'
import type { SyntheticEvent } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useRun } from '../engine/use-run.ts'
import { useBrand } from '../kit/brands.tsx'
import { showDoneIn } from '../kit/done-with-undo.ts'
import { EmptyState } from '../kit/empty-state.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { Page, PagePart } from '../kit/page.tsx'
import { useNavigation } from '../kit/places.tsx'
import { rememberUnsaved } from '../kit/remembered.ts'
import { useText } from '../kit/use-text.ts'
import { changesOf, guessWords, toSet, type BrandChanges } from './brand-draft.ts'
import { AddressField, LanguagesField, SignatureField } from './brand-fields.tsx'
import classes from './brands.module.css'
import { ChipsField } from './chips-field.tsx'
import { ColourField } from './colour-field.tsx'
import { EraseBrand } from './erase-brand.tsx'
import { TimeFields } from './time-fields.tsx'

/** What is known of a brand, to change it or to erase it. */
export function BrandScreen({ brandId }: { readonly brandId: BrandId }) {
  const { t } = useText()
  const { go } = useNavigation()
  const brand = useBrand(brandId)
  if (!brand) {
    const toInbox = () => go({ kind: 'inbox', view: 'inbox' }, null)
    return <EmptyState sentence={t('brand.gone')} next={{ label: t('brand.toInbox'), run: toInbox }} />
  }
  return (
    <Page
      title={brand.name}
      about={brand.sample ? t('brand.sampleNote') : t('brandForm.wall')}
      key={brand.brandId}
    >
      <BrandForm brand={brand} />
      <div className={classes.form}>
        <PagePart title={t('brand.erase.title')}>
          <EraseBrand brand={brand} />
        </PagePart>
      </div>
    </Page>
  )
}

const useChanges = rememberUnsaved<BrandChanges>()

function BrandForm({ brand }: { readonly brand: Brand }) {
  const { t } = useText()
  const unsaved = useChanges(brand.brandId, () => ({}))
  const edited = unsaved.value
  const { state, run } = useRun('brands.set')
  const changes = changesOf(brand, edited)
  const isChanged = Object.keys(changes).length > 0
  const shown = { ...brand, ...edited }
  const change = (part: BrandChanges) => unsaved.remember({ ...edited, ...part })

  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isChanged || shown.name.trim() === '') return
    if (!(await run(toSet(brand.brandId, changes)))) return
    unsaved.forget({})
    await showDoneIn(brand.brandId, t(changes.words ? 'brand.savedWords' : 'brand.saved'))
  }

  return (
    <form className={classes.form} onSubmit={(event) => void save(event)} noValidate>
      <FormParts shown={shown} change={change} />
      {state.kind === 'failed' && <ErrorNote failure={state.failure} />}
      <div className={classes.saveBar}>
        <Button type="submit" disabled={!isChanged} loading={state.kind === 'running'}>
          {t('brand.save')}
        </Button>
        {isChanged && (
          <>
            <Button variant="subtle" onClick={() => unsaved.forget({})}>
              {t('brand.discard')}
            </Button>
            <p role="status">{t('brand.unsaved')}</p>
          </>
        )}
      </div>
    </form>
  )
}

interface FormPartsProps {
  readonly shown: Brand
  readonly change: (part: BrandChanges) => void
}

function FormParts({ shown, change }: FormPartsProps) {
  const { t } = useText()
  const guess = guessWords(shown.name)
  return (
    <>
      <PagePart title={t('brand.sections.who')}>
        <Stack gap="md">
          <TextInput
            label={t('brandForm.name')}
            error={shown.name.trim() === '' ? t('brandForm.nameMissing') : null}
            maxLength={120}
            value={shown.name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <ColourField value={shown.colour.toLowerCase()} onChange={(colour) => change({ colour })} />
        </Stack>
      </PagePart>
      <PagePart title={t('brand.sections.listen')}>
        <Stack gap="md">
          <ChipsField
            label={t('brandForm.words')}
            description={t('brandForm.wordsWhy')}
            value={shown.words}
            onChange={(words) => change({ words: [...words] })}
            offers={[...guess.sure, ...guess.maybe]}
          />
          <ChipsField
            label={t('brandForm.handles')}
            description={t('brandForm.handlesWhy')}
            value={shown.handles}
            onChange={(handles) => change({ handles: [...handles] })}
          />
        </Stack>
      </PagePart>
      <PagePart title={t('brand.sections.answer')}>
        <Stack gap="md">
          <AddressField value={shown.address} onChange={(address) => change({ address })} />
          <LanguagesField
            value={shown.languages}
            onChange={(languages) => change({ languages: [...languages] })}
          />
          <SignatureField value={shown.signature} onChange={(signature) => change({ signature })} />
        </Stack>
      </PagePart>
      <PagePart title={t('brand.sections.time')}>
        <TimeFields shown={shown} change={change} />
      </PagePart>
    </>
  )
}
