import { Button } from '@mantine/core'
import { BrandName } from '../kit/brand-mark.tsx'
import { useBrands } from '../kit/brands.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './settings.module.css'

/** The brands of this install, each one press from its own page. */
export function BrandsPart() {
  const { t } = useText()
  const brands = useBrands()
  const { go } = useNavigation()
  return (
    <>
      {brands.length === 0 && <p className={classes.why}>{t('settings.brandsNone')}</p>}
      <ul className={classes.brands}>
        {brands.map((brand) => (
          <li key={brand.brandId}>
            <BrandName name={brand.name} colour={brand.colour} />
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('settings.brandEdit')}: ${brand.name}`}
              onClick={() => go({ kind: 'brand', brandId: brand.brandId }, brand.brandId)}
            >
              {t('settings.brandEdit')}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => go({ kind: 'new-brand' })}>
        {t('settings.brandAdd')}
      </Button>
    </>
  )
}
