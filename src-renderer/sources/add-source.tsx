import { Button, CloseButton, FileButton, NativeSelect, TextInput } from '@mantine/core'
import { useId, useState, type ClipboardEvent, type DragEvent, type SyntheticEvent } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useRun } from '../engine/use-run.ts'
import { useBrands } from '../kit/brands.tsx'
import { rememberUnsaved } from '../kit/remembered.ts'
import { showDone } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import { FindResult } from './find-result.tsx'
import { isOpml } from './opml.ts'
import { OpmlResult } from './opml-result.tsx'
import classes from './sources.module.css'

interface AddSourceProps {
  readonly brandId: BrandId | null
  /** Null where it cannot be closed, because there is nothing else to see. */
  readonly onClose: (() => void) | null
  /** An address or a list was given: from now on this stays until it is done with, whatever arrives meanwhile. */
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
  const { t } = useText()
  const find = useRun('sources.find')
  const addMany = useRun('sources.addMany')
  const typed = useAddress(brand.brandId, () => '')
  const [address, setAddress] = [typed.value, typed.remember]
  const [isOver, setIsOver] = useState(false)

  const addList = (opml: string) => {
    onStart()
    find.reset()
    if (isOpml(opml)) void addMany.run({ brandId: brand.brandId, opml })
    else showDone(t('addSource.many.notOpml'))
  }
  const look = (event: SyntheticEvent) => {
    event.preventDefault()
    onStart()
    addMany.reset()
    if (address.trim() !== '') void find.run({ brandId: brand.brandId, url: address.trim() })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files[0]
    if (file) void file.text().then(addList)
    else setAddress(event.dataTransfer.getData('text/plain'))
  }
  const dragOver = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }

  return (
    <div
      className={classes.dropZone}
      data-over={isOver}
      onDragOver={dragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {isOver && <p className={classes.dropWords}>{t('addSource.drop')}</p>}
      <AddressForm
        address={address}
        onChange={setAddress}
        onSubmit={look}
        onList={addList}
        finds={find.state.kind === 'running'}
      />
      <FindResult
        brand={brand}
        find={find}
        onAdded={() => {
          find.reset()
          typed.forget('')
          onAdded()
        }}
      />
      <OpmlResult addMany={addMany} brandId={brand.brandId} />
    </div>
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
        <FileButton
          accept=".opml,.xml,text/xml,text/x-opml"
          onChange={(file) => void file?.text().then(onList)}
        >
          {(props) => (
            <Button {...props} variant="default">
              {t('addSource.opmlFile')}
            </Button>
          )}
        </FileButton>
      </div>
    </form>
  )
}
