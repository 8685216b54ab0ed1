import { Button, Checkbox, CloseButton, NativeSelect, Stack } from '@mantine/core'
import { useId, useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useCall } from '../engine/use-call.ts'
import { useBrands } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { toFileName } from '../kit/file-name.ts'
import { saveTextAs } from '../kit/save-text-as.ts'
import { useText } from '../kit/use-text.ts'
import classes from './sources.module.css'

interface ExportSourcesProps {
  /** Null is all brands. */
  readonly brandId: BrandId | null
  readonly onClose: () => void
}

/** The list of places, for another program or another computer: what leaves is said before it does. */
export function ExportSources({ brandId, onClose }: ExportSourcesProps) {
  const { t } = useText()
  const titleId = useId()
  const brands = useBrands()
  const [chosen, setChosen] = useState(brandId)
  return (
    <section
      className={classes.add}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <header className={classes.addHead}>
        <h2 id={titleId}>{t('sources.opml.title')}</h2>
        <CloseButton aria-label={t('kit.action.close')} onClick={onClose} />
      </header>
      <p className={classes.begin}>{t('sources.opml.why')}</p>
      <Stack gap="sm" align="flex-start">
        {brands.length > 1 && (
          <NativeSelect
            label={t('sources.opml.of')}
            value={chosen ?? ''}
            onChange={({ currentTarget }) =>
              setChosen(brands.find((one) => one.brandId === currentTarget.value)?.brandId ?? null)
            }
            data={[
              ...brands.map((one) => ({ value: one.brandId, label: one.name })),
              { value: '', label: t('kit.allBrands') },
            ]}
          />
        )}
        <List brand={brands.find((one) => one.brandId === chosen) ?? null} />
      </Stack>
    </section>
  )
}

/** `brand` is null for all of them. */
function List({ brand }: { readonly brand: Brand | null }) {
  const { t } = useText()
  const [secrets, setSecrets] = useState<'withheld' | 'with'>('withheld')
  const scope = brand === null ? {} : { brandId: brand.brandId }
  const list = useCall('sources.opml', { ...scope, withSecrets: secrets === 'with' }, 'keep')
  if (list.kind === 'failed') return <ErrorNote failure={list.failure} again={list.again} />
  if (list.kind === 'loading') return null
  const { opml, sources, withheld } = list.value
  const name =
    brand === null ? t('sources.opml.fileOfAll') : t('sources.opml.file', { brand: toFileName(brand.name) })
  return (
    <>
      <p className={classes.opmlCount} role="status">
        {t('sources.opml.count', { count: sources })}{' '}
        {withheld > 0 && t('sources.opml.withheld', { count: withheld })}
      </p>
      {(withheld > 0 || secrets === 'with') && (
        <Checkbox
          label={t('sources.opml.withSecrets')}
          description={t('sources.opml.withSecretsWhy')}
          checked={secrets === 'with'}
          onChange={({ currentTarget }) => setSecrets(currentTarget.checked ? 'with' : 'withheld')}
        />
      )}
      <Button disabled={sources === 0} onClick={() => void saveTextAs(`${name}.opml`, opml)}>
        {t('sources.opml.save')}
      </Button>
    </>
  )
}
