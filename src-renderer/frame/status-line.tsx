import { Button, Progress } from '@mantine/core'
import { memo, type ReactNode } from 'react'
import type { SourceCounts } from '../../src-main/contract/source-health.ts'
import { call, type Output } from '../engine/call.ts'
import type { Run } from '../engine/use-run.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useWaitingFiles } from '../imports/waiting-files.ts'
import { useFormats } from '../kit/formats.ts'
import { CommandTip } from '../kit/key-names.tsx'
import { useLongWorks } from '../kit/long-work.ts'
import { useNavigation, useScope, useWays } from '../kit/places.tsx'
import { showFailure } from '../kit/toast.tsx'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import classes from './frame.module.css'

type GatherStatus = Output<'gather.status'>

/** One line at the bottom: what waits, what is broken, what is being done and how to stop it. */
export const StatusLine = memo(function StatusLine({ gathering }: { readonly gathering: Run<'gather.run'> }) {
  const { t } = useText()
  const scope = useScope()
  const inScope = scope === null ? {} : { brandId: scope }
  const status = valueOf(useCall('gather.status', {}))
  const waiting = valueOf(useCall('outbox.list', inScope, 'keep'))?.items.length ?? 0
  const health = valueOf(useCall('sources.health', inScope, 'keep'))
  return (
    <footer className={classes.status} aria-label={t('frame.status')}>
      {status?.offline && <Offline offline={status.offline} />}
      {waiting > 0 && <ToPlace kind="outbox">{t('frame.answersWait', { count: waiting })}</ToPlace>}
      {health && <Sources health={health} />}
      {status && <LastGathered status={status} />}
      <LongWorks />
      {status && <Work status={status} gathering={gathering} />}
    </footer>
  )
})

/** What goes on whatever screen is looked at, how far it is, and how to stop it. */
function LongWorks() {
  const { t } = useText()
  const { place } = useNavigation()
  const works = useLongWorks()
  const waiting = useWaitingFiles().length
  if (works.length === 0 && waiting > 0 && place.kind !== 'import')
    return <ToPlace kind="import">{t('imports.waiting', { count: waiting })}</ToPlace>
  return works.map(({ id, words, done, total, place: told, stop }) => (
    <span key={id} className={classes.longWork} role="status">
      {told === null ? <span>{words}</span> : <ToPlace kind={told}>{words}</ToPlace>}
      <Progress
        className={classes.progress ?? ''}
        size="sm"
        value={total > 0 ? (100 * done) / total : 100}
        animated={total === 0}
        aria-label={words}
      />
      <Button size="compact-xs" variant="default" onClick={stop}>
        {t('kit.action.stop')}
      </Button>
    </span>
  ))
}

function ToPlace({
  kind,
  children,
}: {
  readonly kind: 'outbox' | 'sources' | 'import'
  readonly children: ReactNode
}) {
  const { go } = useWays()
  return (
    <span>
      <button type="button" className={classes.statusLink} onClick={() => go({ kind })}>
        {children}
      </button>
    </span>
  )
}

function Offline({ offline }: { readonly offline: NonNullable<GatherStatus['offline']> }) {
  const { t } = useText()
  const formats = useFormats()
  const facts = { time: formats.clock(offline.since) }
  return (
    <span>{offline.by === 'user' ? t('frame.offlineByYou', facts) : t('frame.offlineSince', facts)}</span>
  )
}

function Sources({ health }: { readonly health: SourceCounts }) {
  const { t } = useText()
  const fine = health.fine + health.neverTried
  // What only waits its turn, or says nothing, asks nothing of anybody.
  const failing = health.failing + health.stopped
  if (fine + failing + health.waiting + health.silent + health.paused === 0)
    return <ToPlace kind="sources">{t('frame.noSources')}</ToPlace>
  return (
    <ToPlace kind="sources">
      {t('frame.sourcesFine', { count: fine })}
      {failing > 0 && (
        <span className={classes.statusBroken}>, {t('frame.sourcesAsk', { count: failing })}</span>
      )}
    </ToPlace>
  )
}

function LastGathered({ status }: { readonly status: GatherStatus }) {
  const { t } = useText()
  const formats = useFormats()
  const now = useNow()
  if (status.lastAt === null) return <span>{t('frame.neverGathered')}</span>
  return <span>{t('frame.gathered', { when: formats.relative(status.lastAt, now) })}</span>
}

/** What is being gathered, whoever began it, how far it is and how to stop it. */
function Work({
  status,
  gathering,
}: {
  readonly status: GatherStatus
  readonly gathering: Run<'gather.run'>
}) {
  const { t } = useText()
  const mine = gathering.state.kind === 'running'
  if (!status.running && !mine)
    return <Idle offline={status.offline?.by ?? null} onGather={() => void gathering.run({})} />
  const { done, total } = status.running ? status : { done: 0, total: 0 }
  return (
    <span className={classes.work} role="status">
      {total > 0 ? t('frame.gathering', { done, total }) : t('frame.gatheringSome')}
      <Progress
        className={classes.progress ?? ''}
        size="sm"
        value={total > 0 ? (100 * done) / total : 100}
        animated={total === 0}
        aria-label={t('frame.gatheringSome')}
      />
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void call('gather.stop', {}).catch(showFailure)}
      >
        {t('kit.action.stop')}
      </Button>
    </span>
  )
}

interface IdleProps {
  readonly offline: 'user' | 'system' | null
  readonly onGather: () => void
}

/** What can be begun while nothing is being gathered. */
function Idle({ offline, onGather }: IdleProps) {
  const { t } = useText()
  if (offline === 'system') return null
  const goOnline = () => {
    call('settings.set', { offline: false }).catch(showFailure)
  }
  return (
    <span className={classes.work}>
      {offline === 'user' ? (
        <button type="button" className={classes.statusLink} onClick={goOnline}>
          {t('frame.goOnline')}
        </button>
      ) : (
        <CommandTip id="gather">
          <button type="button" className={classes.statusLink} onClick={onGather}>
            {t('frame.gatherNow')}
          </button>
        </CommandTip>
      )}
    </span>
  )
}
