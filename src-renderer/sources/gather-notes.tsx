import { Button, Progress } from '@mantine/core'
import { call } from '../engine/call.ts'
import { useFormats } from '../kit/formats.ts'
import { showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import { useGatherStatus } from './gather-status.ts'
import { stopGathering, useGathering } from './gathering.ts'
import classes from './sources.module.css'

/** Why nothing is gathered, and the way back where it is the user's own switch. */
export function OfflineNote() {
  const { t } = useText()
  const { clock } = useFormats()
  const offline = useGatherStatus()?.offline
  if (!offline) return null
  const at = clock(offline.since)
  const goOnline = () => {
    call('settings.set', { offline: false }).catch(showFailure)
  }
  return (
    <div className={classes.note} role="status">
      <p>{t(offline.by === 'user' ? 'sources.offlineUser' : 'sources.offline', { at })}</p>
      {offline.by === 'user' && (
        <Button size="compact-sm" variant="default" onClick={goOnline}>
          {t('sources.goOnline')}
        </Button>
      )}
    </div>
  )
}

/** How far the gathering that the user started is, with the way to stop it. */
export function GatherProgress() {
  const { t } = useText()
  const gathering = useGathering()
  if (gathering.kind === 'idle') return null
  const { done, total } = gathering
  const words = total === 0 ? t('sources.gatheringSoon') : t('sources.gatheringSome', { done, total })
  return (
    <div className={classes.note} role="status">
      <div className={classes.progress}>
        <p>{words}</p>
        <Progress
          value={total === 0 ? 0 : (100 * done) / total}
          size="sm"
          aria-label={words}
          transitionDuration={100}
        />
      </div>
      <Button size="compact-sm" variant="default" onClick={stopGathering}>
        {t('kit.action.stop')}
      </Button>
    </div>
  )
}
