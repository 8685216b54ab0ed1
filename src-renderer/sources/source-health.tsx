import type { Brand } from '../../src-main/contract/brands.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { failureWords } from '../kit/failure-words.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import { hostOf } from './source-state.ts'
import classes from './sources.module.css'
import { useSourceWords } from './use-source-words.ts'

interface SourceHealthProps {
  readonly source: Source
  /** Null for the moment in which its brand is not known yet. */
  readonly brand: Brand | null
}

/** How a source is, in a word or two, for the end of its row. */
export function HealthWord({ source, brand }: SourceHealthProps) {
  const { t } = useText()
  const { ago } = useSourceWords(brand)
  const last = source.lastSuccessAt === null ? null : ago(source.lastSuccessAt)
  const words = () => {
    switch (source.state) {
      case 'fine':
        return last === null ? null : t('sources.health.fine', { ago: last })
      case 'paused':
        return last === null ? t('sources.health.paused') : t('sources.health.pausedLast', { ago: last })
      case 'never-tried':
        return t('sources.health.never')
      case 'file':
        return source.format === 'by-hand' ? null : t('sources.health.file')
      case 'waiting':
        return t('sources.health.waiting')
      case 'silent':
        return t('sources.health.silentWord')
      case 'failing':
      case 'stopped':
        return null
    }
  }
  const said = words()
  return said !== null && <p className={classes.health}>{said}</p>
}

/** What happened, what is safe, when it is tried next: only where there is something to know. */
export function HealthNote({ source, brand }: SourceHealthProps) {
  const { t } = useText()
  const { day } = useFormats(brand?.timezone ?? null)
  const { next } = useSourceWords(brand)
  switch (source.state) {
    case 'stopped':
      return (
        <p className={classes.broken}>
          <strong>{t('sources.health.stoppedWhat', { host: hostOf(source) })}</strong>{' '}
          {t('sources.health.stopped')}
        </p>
      )
    case 'failing':
    case 'paused':
      return <Failing source={source} brand={brand} />
    case 'waiting':
      return (
        <p className={classes.calm}>
          {source.waitsFor === null && `${t('sources.health.waitingWhy', { host: hostOf(source) })} `}
          {next(source)} {t('sources.health.lost')}
        </p>
      )
    case 'silent':
      return (
        <p className={classes.calm}>
          {source.silentSince !== null && t('sources.health.silent', { since: day(source.silentSince) })}{' '}
          {t('sources.health.silentTodo')}
        </p>
      )
    case 'fine':
    case 'never-tried':
    case 'file':
      return null
  }
}

/** Waiting is all there is to do, and the next try is said already. */
const MENDS_BY_ITSELF: readonly Failure['kind'][] = ['timeout', 'http-status', 'throttled', 'reader-overrun']

function Failing({ source, brand }: SourceHealthProps) {
  const { t } = useText()
  const { ago, next } = useSourceWords(brand)
  if (!source.error) return null
  const { what, todo } = failureWords(t, source.error)
  return (
    <div className={classes.broken}>
      <p>
        <strong>{what}</strong> {t('sources.health.lost')} {next(source)}
      </p>
      {!MENDS_BY_ITSELF.includes(source.error.kind) && <p className={classes.remedy}>{todo}</p>}
      <p className={classes.health}>
        {t('sources.health.since', { ago: ago(source.error.since) })}{' '}
        {source.lastSuccessAt === null
          ? t('sources.health.neverGood')
          : t('sources.health.lastGood', { ago: ago(source.lastSuccessAt) })}
      </p>
    </div>
  )
}
