import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useRun } from '../engine/use-run.ts'
import { useBrands } from '../kit/brands.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { Page } from '../kit/page.tsx'
import { useText } from '../kit/use-text.ts'
import { ExportReport } from './export-report.tsx'
import { ReportForm } from './report-form.tsx'
import { ReportPage } from './report-page.tsx'
import classes from './reports.module.css'

interface ReportsScreenProps {
  /** Null is all brands: then the report asks for one. */
  readonly brandId: BrandId | null
}

/** What a set of tags says about a period, as a page for people who do not use this program. */
export function ReportsScreen({ brandId }: ReportsScreenProps) {
  const { t } = useText()
  const brands = useBrands()
  const [chosen, setChosen] = useState<BrandId | null>(null)
  const brand = brands.find((one) => one.brandId === (brandId ?? chosen))
  return (
    <Page title={t('reports.title')}>
      {brandId === null && (
        <div className={classes.brandChoice}>
          <NativeSelect
            label={t('reports.brand')}
            description={t('reports.noBrand')}
            value={chosen ?? ''}
            onChange={({ currentTarget }) =>
              setChosen(brands.find((one) => one.brandId === currentTarget.value)?.brandId ?? null)
            }
            data={[
              { value: '', label: t('reports.chooseBrand') },
              ...brands.map((one) => ({ value: one.brandId, label: one.name })),
            ]}
          />
        </div>
      )}
      {brand && <BrandReport key={brand.brandId} brand={brand} />}
    </Page>
  )
}

function BrandReport({ brand }: { readonly brand: Brand }) {
  const { t } = useText()
  const { state, run, cancel } = useRun('reports.make')
  return (
    <>
      <ReportForm brand={brand} isMaking={state.kind === 'running'} onMake={run} onStop={cancel} />
      {state.kind === 'idle' && <EmptyState sentence={t('reports.empty')} />}
      {state.kind === 'failed' && <ErrorNote failure={state.failure} />}
      {state.kind === 'done' &&
        (state.value.totals.mentions === 0 ? (
          <EmptyState sentence={t('reports.emptyPeriod', { name: brand.name })} />
        ) : (
          <>
            <ExportReport key={state.value.reportId} report={state.value} />
            <ReportPage report={state.value} />
          </>
        ))}
    </>
  )
}
