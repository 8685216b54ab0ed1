import { Button } from '@mantine/core'
import type { TagReport } from '../../src-main/contract/reports.ts'
import { useState } from 'react'
import type { Input } from '../engine/call.ts'
import { useRun } from '../engine/use-run.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { toFileName } from '../kit/file-name.ts'
import { useFormats } from '../kit/formats.ts'
import { showDone } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './reports.module.css'

type Format = Input<'reports.export'>['format']

/** Saves the report as a file where the user says, and tells what to do with it. */
export function ExportReport({ report }: { readonly report: TagReport }) {
  const { t, language } = useText()
  const { isoDay } = useFormats(report.timezone)
  const { state, run, cancel } = useRun('reports.export')
  const [saved, setSaved] = useState<Format>('html')
  const runs = state.kind === 'running'
  const save = async (format: Format) => {
    const name = t('reports.fileName', {
      brand: toFileName(report.brandName),
      from: isoDay(report.from),
      to: isoDay(report.to),
    })
    const path = await window.shell.askSavePath(`${name}.${format}`)
    if (path === null) return
    setSaved(format)
    await run({ reportId: report.reportId, format, path, language })
  }
  return (
    <div className={classes.export}>
      <span className={classes.exportLabel}>{t('reports.export')}</span>
      <Button variant="default" size="compact-sm" disabled={runs} onClick={() => void save('html')}>
        {t('reports.html')}
      </Button>
      <Button variant="default" size="compact-sm" disabled={runs} onClick={() => void save('csv')}>
        {t('reports.csv')}
      </Button>
      {runs && (
        <span role="status">
          {t('reports.exporting')}{' '}
          <Button size="compact-sm" variant="subtle" onClick={cancel}>
            {t('kit.action.stop')}
          </Button>
        </span>
      )}
      {state.kind === 'failed' && <ErrorNote failure={state.failure} />}
      {state.kind === 'done' && <Saved path={state.value.path} format={saved} />}
    </div>
  )
}

function Saved({ path, format }: { readonly path: string; readonly format: Format }) {
  const { t } = useText()
  const copy = async () => {
    await window.shell.copyText(path)
    showDone(t('reports.pathCopied'))
  }
  return (
    <div className={classes.saved} role="status">
      <p>
        <bdi>{t('reports.exported', { path })}</bdi>
      </p>
      <p>
        {t(format === 'csv' ? 'reports.exportedCsv' : 'reports.exportedHtml')}{' '}
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          {t('reports.copyPath')}
        </Button>
      </p>
    </div>
  )
}
