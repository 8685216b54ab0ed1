import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Try } from '../../src-main/contract/source-health.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { useCall } from '../engine/use-call.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { failureWords } from '../kit/failure-words.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './sources.module.css'

interface FetchLogProps {
  readonly source: Source
  readonly timezone: string | null
}

const SHOWN_FIRST = 8

/** What came of a source's last tries, newest first. */
export function FetchLog({ source, timezone }: FetchLogProps) {
  const { t } = useText()
  const loaded = useCall('sources.tries', { sourceId: source.sourceId }, 'keep')
  const [shows, setShows] = useState<'newest' | 'all'>('newest')
  const tries = loaded.kind === 'ready' ? loaded.value.items : []
  const shown = shows === 'all' ? tries : tries.slice(0, SHOWN_FIRST)
  return (
    <div>
      <h4 className={classes.detailTitle}>{t('sources.log.title')}</h4>
      {loaded.kind === 'failed' && <ErrorNote failure={loaded.failure} again={loaded.again} />}
      {loaded.kind === 'ready' && tries.length === 0 && <p>{t('sources.log.empty')}</p>}
      {shown.length > 0 && <LogTable tries={shown} timezone={timezone} title={source.title} />}
      {tries.length > shown.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShows('all')}>
          {t('sources.log.all', { count: tries.length })}
        </Button>
      )}
    </div>
  )
}

interface LogTableProps {
  readonly tries: readonly Try[]
  readonly timezone: string | null
  readonly title: string
}

function LogTable({ tries, timezone, title }: LogTableProps) {
  const { t } = useText()
  return (
    <div className={classes.logScroll} tabIndex={0} role="region" aria-label={t('sources.log.of', { title })}>
      <table className={classes.log}>
        <thead>
          <tr>
            <th scope="col">{t('sources.log.when')}</th>
            <th scope="col">{t('sources.log.what')}</th>
            <th scope="col">{t('sources.log.new')}</th>
            <th scope="col">{t('sources.log.changed')}</th>
            <th scope="col">{t('sources.log.known')}</th>
            <th scope="col">{t('sources.log.status')}</th>
            <th scope="col">{t('sources.log.size')}</th>
            <th scope="col">{t('sources.log.took')}</th>
          </tr>
        </thead>
        <tbody>
          {tries.map((one) => (
            <TryRow key={one.at} one={one} timezone={timezone} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TryRow({ one, timezone }: { readonly one: Try; readonly timezone: string | null }) {
  const { t } = useText()
  const { log, number, bytes, took } = useFormats(timezone)
  const known = one.outcome === 'saved'
  const count = (value: number) => (known ? number(value) : '–')
  return (
    <tr data-failed={one.outcome === 'failed' || undefined}>
      <td>{log(one.at)}</td>
      <td>{one.failure ? failureWords(t, one.failure).what : t(`sources.log.outcome.${one.outcome}`)}</td>
      <td>{count(one.added)}</td>
      <td>{count(one.revised)}</td>
      <td>{count(one.duplicates)}</td>
      <td>{one.status ?? '–'}</td>
      <td>{one.bytes === null ? '–' : bytes(one.bytes)}</td>
      <td>{took(one.tookMs)}</td>
    </tr>
  )
}
