import { Button, NativeSelect, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import { useBrands } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { PagePart } from '../kit/page.tsx'
import { useText } from '../kit/use-text.ts'
import { HowFar } from './import-bar.tsx'
import { addingList, makingBrands } from './importing.ts'
import classes from './imports.module.css'
import { BrandsMade, ListAdded } from './list-result.tsx'
import { brandsIn, previewOf, type ListPreview } from './opml-list.ts'
import { setBrandOf, type WaitingFile } from './waiting-files.ts'

interface ListFileProps {
  readonly file: WaitingFile
  readonly opml: string
}

/** What becomes of the folders of a list. */
type Folders = 'ignore' | 'tags' | 'brands'
const folderKinds: readonly Folders[] = ['ignore', 'tags', 'brands']

/** A list of sources from another reader: what is in it, and what becomes of its folders. */
export function ListFile({ file, opml }: ListFileProps) {
  const { t } = useText()
  const brands = useBrands()
  const added = addingList.use(file.id)
  const made = makingBrands.use(file.id)
  const [list] = useState(() => previewOf(opml))
  const hasFolders = list.folders.some(({ path }) => path.length > 0)
  const [folders, setFolders] = useState<Folders>('ignore')
  const brand = brands.find(({ brandId }) => brandId === file.brandId) ?? null
  const failure = added.kind === 'failed' ? added.failure : made.kind === 'failed' ? made.failure : null
  const runs = added.kind === 'running' || made.kind === 'running'
  const canAdd = folders === 'brands' || brand !== null
  const start = () => {
    const words = t('imports.list.adding')
    if (folders === 'brands') void makingBrands.start(file.id, { opml, folders: 'tags' }, words)
    else if (brand) void addingList.start(file.id, { brandId: brand.brandId, opml, folders }, words)
  }

  if (added.kind === 'done' && file.brandId !== null)
    return <ListAdded file={file} brandId={file.brandId} result={added.value} />
  if (made.kind === 'done') return <BrandsMade file={file} result={made.value} />
  if (list.feeds === 0) return <p role="alert">{t('imports.list.empty')}</p>
  return (
    <>
      <p className={classes.facts}>
        {list.title !== '' && <bdi>«{list.title}» </bdi>}
        {t('imports.list.feeds', { count: list.feeds })}
      </p>
      {hasFolders && <FoldersQuestion value={folders} brand={brand} onChange={setFolders} />}
      {folders !== 'brands' && (file.brandId === null || brands.length > 1) && (
        <BrandQuestion file={file} brands={brands} />
      )}
      <Becomes list={list} folders={folders} brands={brands} />
      {failure && <ErrorNote failure={failure} again={start} />}
      <div className={classes.bar}>
        {runs ? (
          <HowFar id={file.id} />
        ) : (
          <>
            <Button disabled={!canAdd} onClick={start}>
              {t('imports.list.add', { count: list.feeds })}
            </Button>
            <span className={classes.quiet}>{t('imports.list.later')}</span>
          </>
        )}
      </div>
    </>
  )
}

interface FoldersQuestionProps {
  readonly value: Folders
  readonly brand: Brand | null
  readonly onChange: (folders: Folders) => void
}

function FoldersQuestion({ value, brand, onChange }: FoldersQuestionProps) {
  const { t } = useText()
  const name = brand?.name ?? t('imports.list.theBrand')
  return (
    <Radio.Group
      label={t('imports.list.folders')}
      value={value}
      onChange={(chosen) => onChange(folderKinds.find((kind) => kind === chosen) ?? 'ignore')}
    >
      <Stack gap="xs" mt="xs" mb="md">
        {folderKinds.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={t(`imports.list.as.${kind}`, { name })}
            description={t(`imports.list.asWhy.${kind}`, { name })}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

function BrandQuestion({ file, brands }: { readonly file: WaitingFile; readonly brands: readonly Brand[] }) {
  const { t } = useText()
  return (
    <NativeSelect
      label={t('addSource.brand')}
      value={file.brandId ?? ''}
      onChange={({ currentTarget }) => {
        const chosen = brands.find((one) => one.brandId === currentTarget.value)
        if (chosen) setBrandOf(file.id, chosen.brandId)
      }}
      data={[
        ...(file.brandId === null ? [{ value: '', label: t('reports.chooseBrand') }] : []),
        ...brands.map((one) => ({ value: one.brandId, label: one.name })),
      ]}
      maw={320}
      mb="md"
    />
  )
}

interface BecomesProps {
  readonly list: ListPreview
  readonly folders: Folders
  readonly brands: readonly Brand[]
}

/** Each folder, with what it will be. */
function Becomes({ list, folders, brands }: BecomesProps) {
  const { t } = useText()
  const known = new Set(brands.map(({ name }) => name.toLowerCase()))
  const rows =
    folders === 'brands'
      ? brandsIn(list).map(({ name, feeds }) => ({
          name: name === '' ? t('imports.list.nameless') : name,
          feeds,
        }))
      : list.folders.map(({ path, feeds }) => ({
          name: path.length === 0 ? t('imports.list.noFolder') : path.join('/'),
          feeds,
        }))
  const becomes = (name: string, isFolder: boolean) => {
    if (folders === 'brands')
      return t(known.has(name.toLowerCase()) ? 'imports.list.brandThere' : 'imports.list.brandNew')
    return folders === 'tags' && isFolder ? t('imports.list.tag') : ''
  }
  return (
    <PagePart title={t('imports.list.preview')}>
      <ul className={classes.folders}>
        {rows.map(({ name, feeds }, index) => (
          <li key={name}>
            <span dir="auto">{name}</span>
            <span className={classes.quiet}>
              {becomes(name, (list.folders[index]?.path.length ?? 0) > 0)}
            </span>
            <span className={classes.quiet}>{t('imports.list.feeds', { count: feeds })}</span>
          </li>
        ))}
      </ul>
    </PagePart>
  )
}
