import { Button, NativeSelect } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useBrands } from '../kit/brands.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { useFormats } from '../kit/formats.ts'
import { Page } from '../kit/page.tsx'
import { useNavigation } from '../kit/places.tsx'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { addingList, importing, makingBrands } from './importing.ts'
import classes from './imports.module.css'
import { ListFile } from './list-file.tsx'
import { MentionsFile } from './mentions-file.tsx'
import { dropFile, setBrandOf, useWaitingFiles, type WaitingFile } from './waiting-files.ts'

/** Where a file is looked at before anything of it is brought in: one after the other. */
export function ImportScreen() {
  const { t } = useText()
  const { bytes } = useFormats()
  const files = useWaitingFiles()
  const [file, ...next] = files
  useItsBrand(file?.brandId ?? null)
  if (!file)
    return (
      <Page title={t('imports.title')}>
        <EmptyState
          sentence={t('imports.empty')}
          next={{
            label: t('kit.command.importFile'),
            command: 'importFile',
            run: () => runCommand('importFile'),
          }}
        >
          <p className={classes.kinds}>{t('imports.kinds')}</p>
        </EmptyState>
      </Page>
    )
  return (
    <Page
      title={t('imports.title')}
      about={
        <>
          <bdi className={classes.fileName}>{file.name}</bdi> · {bytes(file.bytes)}
          {next.length > 0 && ` · ${t('imports.more', { count: next.length })}`}
        </>
      }
      actions={<Leave key={file.id} file={file} isLast={next.length === 0} />}
    >
      <OneFile key={file.id} file={file} />
    </Page>
  )
}

/** Whoever brings something in sees the colour of the brand it goes to. */
function useItsBrand(brandId: BrandId | null): void {
  const { go, scope } = useNavigation()
  const goThere = useEffectEvent((to: BrandId) => go({ kind: 'import' }, to))
  useEffect(() => {
    if (brandId !== null && brandId !== scope) goThere(brandId)
  }, [brandId, scope])
}

/** Not this one, or not now; what has come in needs no leaving. */
function Leave({ file, isLast }: { readonly file: WaitingFile; readonly isLast: boolean }) {
  const { t } = useText()
  const works = [importing.use(file.id), addingList.use(file.id), makingBrands.use(file.id)]
  if (works.some(({ kind }) => kind === 'done' || kind === 'running')) return null
  return (
    <Button variant="default" onClick={() => dropFile(file.id)}>
      {t(isLast ? 'imports.leave' : 'imports.skip')}
    </Button>
  )
}

function OneFile({ file }: { readonly file: WaitingFile }) {
  const { t } = useText()
  const { brandId, holds } = file
  switch (holds.kind) {
    case 'folder':
      return <CannotRead words={t('imports.folder', { name: file.name })} />
    case 'none':
      return <CannotRead words={t('imports.unreadable', { name: file.name })} />
    case 'list':
      return <ListFile file={file} opml={holds.opml} />
    case 'mentions':
      return brandId === null ? (
        <WhichBrand file={file} />
      ) : (
        <MentionsFile file={file} grant={holds.grant} brandId={brandId} />
      )
  }
}

function CannotRead({ words }: { readonly words: string }) {
  const { t } = useText()
  return (
    <div role="alert" className={classes.cannot}>
      <p>{words}</p>
      <p className={classes.quiet}>{t('imports.kinds')}</p>
      <Button variant="default" onClick={() => runCommand('importFile')}>
        {t('imports.another')}
      </Button>
    </div>
  )
}

/** Nothing of one brand is brought to another by guessing. */
function WhichBrand({ file }: { readonly file: WaitingFile }) {
  const { t } = useText()
  const brands = useBrands()
  return (
    <NativeSelect
      label={t('addSource.brand')}
      description={t('imports.brandWhy')}
      value=""
      onChange={({ currentTarget }) => {
        const chosen = brands.find((one) => one.brandId === currentTarget.value)
        if (chosen) setBrandOf(file.id, chosen.brandId)
      }}
      data={[
        { value: '', label: t('reports.chooseBrand') },
        ...brands.map((one) => ({ value: one.brandId, label: one.name })),
      ]}
      maw={360}
    />
  )
}
