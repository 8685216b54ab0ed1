import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Output } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { quoted } from '../inbox/question.ts'
import { useBrand } from '../kit/brands.tsx'
import { useFormats } from '../kit/formats.ts'
import { useNavigation } from '../kit/places.tsx'
import { PagePart } from '../kit/page.tsx'
import { saveTextAs } from '../kit/save-text-as.ts'
import { runCommand } from '../kit/shortcuts.tsx'
import { showDone } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './imports.module.css'
import { RejectedRows } from './rejected-rows.tsx'
import { useWhyRejected } from './why-rejected.ts'
import { dropFile, useWaitingFiles, type WaitingFile } from './waiting-files.ts'

interface ImportResultProps {
  readonly file: WaitingFile
  readonly brandId: BrandId
  readonly result: Output<'import.file'>
}

/** What came of a file, what did not come in, and where to go on. */
export function ImportResult({ file, brandId, result }: ImportResultProps) {
  const { t } = useText()
  const brand = useBrand(brandId)
  const { day } = useFormats(brand?.timezone ?? null)
  const { added, duplicates, rejected } = result
  const sources = valueOf(useCall('sources.list', { brandId }))?.items ?? []
  const source = sources.find(({ kind, title }) => kind === 'file' && title === file.name)
  return (
    <div data-import={file.id}>
      <div className={classes.result} role="status">
        <p className={classes.resultWords}>
          {t('imports.result.added', { count: added })}{' '}
          {duplicates > 0 && t('imports.result.known', { count: duplicates })}{' '}
          {rejected.length > 0 && t('imports.result.rejected', { count: rejected.length })}
        </p>
        <p className={classes.quiet}>
          {t('imports.result.in', { name: brand?.name ?? '' })}{' '}
          {source?.answersFrom && t('imports.result.before', { day: day(source.answersFrom) })}
        </p>
        <NextSteps file={file} brandId={brandId} />
      </div>
      {rejected.length > 0 && <Rejected file={file} rejected={rejected} />}
    </div>
  )
}

function NextSteps({ file, brandId }: Pick<ImportResultProps, 'file' | 'brandId'>) {
  const { t } = useText()
  const { go } = useNavigation()
  const hasNext = useWaitingFiles().length > 1
  // Another one was asked for: once it is there, this one has been read.
  const [asks, setAsks] = useState<'nothing' | 'another'>('nothing')
  useEffect(() => {
    if (asks === 'another' && hasNext) dropFile(file.id)
  }, [asks, hasNext, file.id])
  const another = () => {
    setAsks('another')
    runCommand('importFile')
  }
  const see = () => {
    dropFile(file.id)
    go({ kind: 'inbox', view: 'everything', question: `source:${quoted(file.name)}` }, brandId)
  }
  return (
    <div className={classes.steps}>
      {hasNext && <Button onClick={() => dropFile(file.id)}>{t('imports.next')}</Button>}
      <Button variant={hasNext ? 'default' : 'filled'} onClick={see}>
        {t('sources.seeMentions')}
      </Button>
      {!hasNext && (
        <Button variant="default" onClick={another}>
          {t('imports.another')}
        </Button>
      )}
    </div>
  )
}

const SHOWN = 200

function Rejected({
  file,
  rejected,
}: Pick<ImportResultProps, 'file'> & { readonly rejected: ImportResultProps['result']['rejected'] }) {
  const { t } = useText()
  const why = useWhyRejected()
  const asText = () =>
    [
      `${t('imports.rejected.rowName')},${t('imports.rejected.whyName')}`,
      ...rejected.map(({ row, message }) => `${row},"${why(message).replaceAll('"', '""')}"`),
    ].join('\r\n')
  const copy = async () => {
    await window.shell.copyText(asText())
    showDone(t('imports.rejected.copied'))
  }
  const name = file.name.replace(/\.[^.]*$/, '')
  return (
    <PagePart title={t('imports.rejected.title', { count: rejected.length })}>
      <p className={classes.quiet}>{t('imports.rejected.todo')}</p>
      <RejectedRows rows={rejected.slice(0, SHOWN)} more={Math.max(0, rejected.length - SHOWN)} />
      <div className={classes.steps}>
        <Button
          variant="default"
          onClick={() =>
            void saveTextAs(`${t('imports.rejected.file', { name })}.csv`, `\ufeff${asText()}\r\n`)
          }
        >
          {t('imports.rejected.save')}
        </Button>
        <Button variant="default" onClick={() => void copy()}>
          {t('kit.action.copy')}
        </Button>
      </div>
    </PagePart>
  )
}
