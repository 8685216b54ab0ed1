import { Button, Title } from '@mantine/core'
import { useState } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useRun } from '../engine/use-run.ts'
import { useBrands } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './brands.module.css'
import { NewBrandForm } from './new-brand-form.tsx'
import { NewBrandScreen } from './new-brand-screen.tsx'

interface FirstStartProps {
  readonly onDone: (brandId: BrandId) => void
}

/** Asks for a brand: a welcome where there is none yet, a plain page for a further one. */
export function FirstStart({ onDone }: FirstStartProps) {
  // What it was when it opened: the brand that is created here must not change the page under its own form.
  const [isFirst] = useState(useBrands().length === 0)
  const { go } = useNavigation()
  // A brand without a source has nothing to read: its sources come next, whatever the caller shows of it.
  const toItsSources = (brandId: BrandId) => {
    onDone(brandId)
    go({ kind: 'sources' }, brandId)
  }
  return isFirst ? (
    <Welcome onCreated={toItsSources} onSample={onDone} />
  ) : (
    <NewBrandScreen onDone={toItsSources} />
  )
}

interface WelcomeProps {
  readonly onCreated: (brandId: BrandId) => void
  readonly onSample: (brandId: BrandId) => void
}

function Welcome({ onCreated, onSample }: WelcomeProps) {
  const { t } = useText()
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
          <NewBrandForm onCreated={onCreated}>
            <p className={classes.note}>{t('firstStart.next')}</p>
          </NewBrandForm>
        </section>
        <SampleOffer onOpened={onSample} />
      </div>
    </main>
  )
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
