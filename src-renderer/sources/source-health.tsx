import { useGatherStatus } from './gather-status.ts'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { failureWords } from '../kit/failure-words.ts'
import { useFormats } from '../kit/formats.ts'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import { stateOf } from './source-state.ts'
import classes from './sources.module.css'

interface SourceHealthProps {
  readonly source: Source
  /** Null for the moment in which its brand is not known yet. */
  readonly brand: Brand | null
}

/** How a source is, in sentences: what happened, what is safe, when it is tried next. */
export function SourceHealth({ source, brand }: SourceHealthProps) {
  const { t } = useText()
  const { relative } = useFormats(brand?.timezone ?? null)
  const now = useNow()
  const state = stateOf(source)
  const ago = source.lastSuccessAt === null ? '' : relative(source.lastSuccessAt, now)
  switch (state) {
    case 'failing':
      return <Failing source={source} brand={brand} />
    case 'stopped':
      return <p className={classes.broken}>{t('sources.health.stopped')}</p>
    case 'paused':
      return (
        <p className={classes.health}>
          {ago === '' ? t('sources.health.paused') : t('sources.health.pausedLast', { ago })}
        </p>
      )
    case 'never':
      return <p className={classes.health}>{t('sources.health.never')}</p>
    case 'file':
      return <p className={classes.health}>{t('sources.health.file')}</p>
    case 'fine':
      return <p className={classes.health}>{t('sources.health.fine', { ago })}</p>
  }
}

/** Waiting is all there is to do, and the next try is said already. */
const MENDS_BY_ITSELF: readonly Failure['kind'][] = ['timeout', 'http-status', 'throttled', 'reader-overrun']

function Failing({ source, brand }: SourceHealthProps) {
  const { t } = useText()
  const { exact, clock, isoDay, relative } = useFormats(brand?.timezone ?? null)
  const now = useNow()
  const isOffline = useGatherStatus()?.offline != null
  if (!source.error) return null
  const { what, todo } = failureWords(t, source.error)
  const today = isoDay(new Date(now).toISOString())
  const when = (instant: string) => (isoDay(instant) === today ? clock(instant) : exact(instant))
  const next = source.nextTryAt
  const nextWords = () => {
    if (brand?.sample === true) return t('sources.health.sample')
    if (isOffline) return t('sources.health.nextOffline')
    return next === null ? t('sources.health.noNext') : t('sources.health.next', { at: when(next) })
  }
  return (
    <div className={classes.broken}>
      <p>
        <strong>{what}</strong> {t('sources.health.lost')} {nextWords()}
      </p>
      {!MENDS_BY_ITSELF.includes(source.error.kind) && <p className={classes.remedy}>{todo}</p>}
      <p className={classes.health}>
        {t('sources.health.since', { ago: relative(source.error.since, now) })}{' '}
        {source.lastSuccessAt === null
          ? t('sources.health.neverGood')
          : t('sources.health.lastGood', { ago: relative(source.lastSuccessAt, now) })}
      </p>
    </div>
  )
}
