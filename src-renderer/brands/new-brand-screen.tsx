import type { BrandId } from '../../src-main/contract/ids.ts'
import { Page } from '../kit/page.tsx'
import { showDone } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './brands.module.css'
import { NewBrandForm } from './new-brand-form.tsx'
import { useToItsSources } from './to-its-sources.ts'

/** A further brand, for who has one already. */
export function NewBrandScreen({ onDone }: { readonly onDone: (brandId: BrandId) => void }) {
  const { t } = useText()
  const toItsSources = useToItsSources(onDone)
  return (
    <Page title={t('newBrand.title')} about={t('brandForm.wall')}>
      <div className={classes.form}>
        <NewBrandForm
          onCreated={(brandId, name) => {
            showDone(t('newBrand.done', { name }))
            toItsSources(brandId)
          }}
        />
      </div>
    </Page>
  )
}
