import { Loader } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { FileLook } from '../../src-main/contract/imports.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useCall } from '../engine/use-call.ts'
import { useBrand } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { PagePart } from '../kit/page.tsx'
import { rememberUnsaved } from '../kit/remembered.ts'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { ColumnsTable } from './columns-table.tsx'
import { DatesAndRatings } from './dates-and-ratings.tsx'
import { ImportBar, ImportState } from './import-bar.tsx'
import { ImportResult } from './import-result.tsx'
import { importing } from './importing.ts'
import classes from './imports.module.css'
import { PreviewList } from './preview-list.tsx'
import type { Said } from './said.ts'
import { RejectedRows } from './rejected-rows.tsx'
import type { WaitingFile } from './waiting-files.ts'

interface MentionsFileProps {
  readonly file: WaitingFile
  readonly grant: string
  readonly brandId: BrandId
}

/** What the user said of each file's columns, for as long as the window is open. */
const useSaid = rememberUnsaved<Said>()

/** A file of mentions: what it holds, how it is read, what it will be; then what came of it. */
export function MentionsFile({ file, grant, brandId }: MentionsFileProps) {
  const work = importing.use(file.id)
  const said = useSaid(file.id, () => ({}))
  if (work.kind === 'done') return <ImportResult file={file} brandId={brandId} result={work.value} />
  return (
    <Looked
      file={file}
      grant={grant}
      brandId={brandId}
      said={said.value}
      onSay={(part) => said.remember({ ...said.value, ...part })}
    />
  )
}

interface LookedProps extends MentionsFileProps {
  readonly said: Said
  readonly onSay: (part: Said) => void
}

function Looked({ file, grant, brandId, said, onSay }: LookedProps) {
  const { t } = useText()
  const work = importing.use(file.id)
  // A file that is being brought in has used its grant up: it is not looked at again.
  const isGone = work.kind !== 'idle'
  const look = useCall('import.look', isGone ? null : { brandId, path: grant, ...said }, 'keep')
  switch (look.kind) {
    case 'loading':
      return isGone ? (
        <div className={classes.steps} data-import={file.id}>
          <ImportState file={file} />
        </div>
      ) : (
        <p className={classes.working} role="status">
          <Loader size="xs" aria-hidden /> {t('imports.looking')}
        </p>
      )
    case 'failed':
      return (
        <ErrorNote
          failure={look.failure}
          again={() => runCommand('importFile')}
          againLabel={t('imports.another')}
        />
      )
    case 'ready':
      return <Look file={file} grant={grant} brandId={brandId} look={look.value} said={said} onSay={onSay} />
  }
}

function Look({ file, grant, brandId, look, said, onSay }: LookedProps & { readonly look: FileLook }) {
  const { t } = useText()
  const brand = useBrand(brandId)
  const timezone = brand?.timezone ?? null
  // Columns stay where they were when the file was first seen, whatever is chosen for them.
  const [unknown] = useState(() =>
    look.columns.filter(({ meaning }) => isLeftOut(meaning)).map(({ name }) => name),
  )
  const say = useCallback(
    (columns: NonNullable<Said['columns']>) =>
      onSay({ columns: { ...look.mapping, ...said.columns, ...columns } }),
    [look.mapping, said.columns, onSay],
  )
  return (
    <>
      <p className={classes.facts}>
        {t(`imports.format.${look.format}`)} · {t('imports.rows', { count: look.rows })}
        {look.remembered && ` · ${t('imports.remembered')}`}
      </p>
      {look.columns.length > 0 && (
        <PagePart title={t('imports.columns.title')}>
          <ColumnsTable look={look} unknown={unknown} onChange={say} />
        </PagePart>
      )}
      <DatesAndRatings look={look} onSay={onSay} />
      {look.preview.length > 0 && (
        <PagePart title={t('imports.preview.title', { count: look.preview.length })}>
          <PreviewList rows={look.preview} timezone={timezone} />
        </PagePart>
      )}
      {look.rejectedCount > 0 && (
        <PagePart title={t('imports.rejected.title', { count: look.rejectedCount })}>
          <p className={classes.quiet}>{t('imports.rejected.why')}</p>
          <RejectedRows rows={look.rejected} more={look.rejectedCount - look.rejected.length} />
        </PagePart>
      )}
      <ImportBar file={file} grant={grant} brandId={brandId} look={look} said={said} />
    </>
  )
}

function isLeftOut(meaning: FileLook['columns'][number]['meaning']): boolean {
  return meaning === null || meaning === 'ignore'
}
