import { Button, Title } from '@mantine/core'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useRun } from '../engine/use-run.ts'
import { DropArea } from '../imports/drop-area.tsx'
import { setBrandOf, useWaitingFiles } from '../imports/waiting-files.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './brands.module.css'
import { NewBrandForm } from './new-brand-form.tsx'
import { useToItsSources } from './to-its-sources.ts'

interface FirstStartProps {
  readonly onDone: (brandId: BrandId) => void
}

/** The first screen of all: create a brand, or look around with the sample. */
export function FirstStart({ onDone }: FirstStartProps) {
  const { t } = useText()
  const files = useWaitingFiles()
  const toWhatComesNext = useWhatComesNext(onDone)
  return (
    <main className={classes.first}>
      <div className={classes.firstPage}>
        <header className={classes.firstHead}>
          <Title order={1} className={classes.firstTitle}>
            {t('firstStart.title')}
          </Title>
          <p className={classes.firstLead}>{t('firstStart.lead')}</p>
        </header>
        <section className={classes.firstForm} aria-labelledby="first-brand">
          <h2 id="first-brand">{t('firstStart.form')}</h2>
          <NewBrandForm onCreated={toWhatComesNext}>
            <p className={classes.note} role="status">
              {files.length === 0
                ? t('firstStart.next')
                : t('firstStart.waiting', { count: files.length, name: files[0]?.name ?? '' })}
            </p>
          </NewBrandForm>
        </section>
        <SampleOffer onOpened={onDone} />
      </div>
      <DropArea />
    </main>
  )
}

/** Files that were dropped before there was a brand are the first brand's; without any, its sources come next. */
function useWhatComesNext(onDone: (brandId: BrandId) => void): (brandId: BrandId) => void {
  const files = useWaitingFiles()
  const { go } = useNavigation()
  const toItsSources = useToItsSources(onDone)
  return (brandId) => {
    if (files.length === 0) {
      toItsSources(brandId)
      return
    }
    for (const { id } of files) setBrandOf(id, brandId)
    onDone(brandId)
    go({ kind: 'import' }, brandId)
  }
}

function SampleOffer({ onOpened }: { readonly onOpened: (brandId: BrandId) => void }) {
  const { t } = useText()
  const { state, run } = useRun('brands.addSample')
  const open = async () => {
    const added = await run({})
    if (added) onOpened(added.brandId)
  }
  return (
    <aside className={classes.sample} aria-labelledby="sample-brand">
      <h2 id="sample-brand">{t('firstStart.sampleTitle')}</h2>
      <p>{t('firstStart.sample')}</p>
      {state.kind === 'failed' && <ErrorNote failure={state.failure} />}
      <Button variant="default" onClick={() => void open()} disabled={state.kind === 'running'}>
        {t(state.kind === 'running' ? 'firstStart.sampleWorking' : 'firstStart.sampleOpen')}
      </Button>
      <p className={classes.wall}>{t('brandForm.wall')}</p>
    </aside>
  )
}
