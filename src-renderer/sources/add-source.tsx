import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { useId, useState, type ClipboardEvent, type SyntheticEvent } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useRun } from '../engine/use-run.ts'
import { useBringFiles } from '../imports/use-bring-files.ts'
import { isOpml } from '../imports/opml-list.ts'
import { useBrands } from '../kit/brands.tsx'
import { CommandTip } from '../kit/key-names.tsx'
import { rememberUnsaved } from '../kit/remembered.ts'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { FindResult } from './find-result.tsx'
import classes from './sources.module.css'

interface AddSourceProps {
  readonly brandId: BrandId | null
  /** Null where it cannot be closed, because there is nothing else to see. */
  readonly onClose: (() => void) | null
  /** An address was given: from now on this stays until it is done with, whatever arrives meanwhile. */
  readonly onStart: () => void
  readonly onAdded: () => void
}

/** Paste any address; see what is there; answer two questions; it is added. */
export function AddSource({ brandId, onClose, onStart, onAdded }: AddSourceProps) {
  const { t } = useText()
  const titleId = useId()
  const brands = useBrands()
  const [chosen, setChosen] = useState(brandId ?? brands[0]?.brandId ?? null)
  const brand = brands.find((one) => one.brandId === chosen)
  return (
    <section
      className={classes.add}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onClose) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className={classes.addHead}>
        <h2 id={titleId}>{t('addSource.title')}</h2>
        {onClose && <CloseButton aria-label={t('kit.action.close')} onClick={onClose} />}
      </header>
      {brandId === null && brands.length > 1 && (
        <NativeSelect
          label={t('addSource.brand')}
          value={chosen ?? ''}
          onChange={({ currentTarget }) =>
            setChosen(brands.find((one) => one.brandId === currentTarget.value)?.brandId ?? chosen)
          }
          data={brands.map((one) => ({ value: one.brandId, label: one.name }))}
          maw={320}
          mb="sm"
        />
      )}
      {brand ? (
        <AddToBrand key={brand.brandId} brand={brand} onStart={onStart} onAdded={onAdded} />
      ) : (
        <p>{t('addSource.needBrand')}</p>
      )}
    </section>
  )
}

interface AddToBrandProps {
  readonly brand: Brand
  readonly onStart: () => void
  readonly onAdded: () => void
}

/** An address that was typed and not added yet, for each brand. */
const useAddress = rememberUnsaved<string>()

function AddToBrand({ brand, onStart, onAdded }: AddToBrandProps) {
  const find = useRun('sources.find')
  const typed = useAddress(brand.brandId, () => '')
  const { bringList } = useBringFiles()
  const look = (event: SyntheticEvent) => {
    event.preventDefault()
    onStart()
    if (typed.value.trim() !== '') void find.run({ brandId: brand.brandId, url: typed.value.trim() })
  }
  return (
    <>
      <AddressForm
        address={typed.value}
        onChange={typed.remember}
        onSubmit={look}
        onList={(opml) => bringList(opml, brand.brandId)}
        finds={find.state.kind === 'running'}
      />
      <FindResult
        brand={brand}
        address={typed.value.trim()}
        find={find}
        onAdded={() => {
          find.reset()
          typed.forget('')
          onAdded()
        }}
      />
    </>
  )
}

interface AddressFormProps {
  readonly address: string
  readonly onChange: (address: string) => void
  readonly onSubmit: (event: SyntheticEvent) => void
  readonly onList: (opml: string) => void
  readonly finds: boolean
}

function AddressForm({ address, onChange, onSubmit, onList, finds }: AddressFormProps) {
  const { t } = useText()
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isOpml(text)) return
    event.preventDefault()
    onList(text)
  }
  return (
    <form className={classes.addressForm} onSubmit={onSubmit}>
      <TextInput
        className={classes.address}
        label={t('addSource.address')}
        description={t('addSource.addressWhy')}
        placeholder={t('addSource.addressHint')}
        value={address}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onPaste={paste}
        data-focus="address"
        maxLength={4000}
        inputMode="url"
        autoComplete="off"
        autoFocus
        dir="ltr"
      />
      <div className={classes.addressButtons}>
        <Button type="submit" disabled={address.trim() === ''} loading={finds}>
          {t('addSource.find')}
        </Button>
        <CommandTip id="importFile">
          <Button variant="default" onClick={() => runCommand('importFile')}>
            {t('kit.command.importFile')}
          </Button>
        </CommandTip>
        <CommandTip id="addMention">
          <Button variant="default" onClick={() => runCommand('addMention')}>
            {t('kit.command.addMention')}
          </Button>
        </CommandTip>
      </div>
    </form>
  )
}
