import { Button } from '@mantine/core'
import { useBrands } from './brands.tsx'
import { BrandMark } from './brand-mark.tsx'
import { Page } from './page.tsx'
import { useNavigation } from './places.tsx'
import { useText } from './use-text.ts'
import classes from './kit.module.css'

/** Where something is each brand's own: which one is meant has to be said first. */
export function OneBrand({ title }: { readonly title: string }) {
  const { t } = useText()
  const { place, go } = useNavigation()
  return (
    <Page title={title} about={t('kit.oneBrand')}>
      <div className={classes.oneBrand}>
        {useBrands().map(({ brandId, name, colour }) => (
          <Button
            key={brandId}
            variant="default"
            leftSection={<BrandMark colour={colour} />}
            onClick={() => go(place, brandId)}
          >
            {name}
          </Button>
        ))}
      </div>
    </Page>
  )
}
