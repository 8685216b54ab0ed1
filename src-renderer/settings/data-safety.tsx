import { Button, Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Output } from '../engine/call.ts'
import { useRun, type RunState } from '../engine/use-run.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { showDone } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './settings.module.css'

/** A copy of everything, and a look through every file. */
export function DataSafety() {
  const { t } = useText()
  const backup = useRun('store.backup')
  const check = useRun('store.check')
  return (
    <>
      <p className={classes.why}>{t('settings.safetyWhy')}</p>
      <Task
        button={t('settings.backup')}
        why={t('settings.backupWhy')}
        working={t('settings.backupWorking')}
        state={backup.state}
        onStart={() => void backup.run({})}
        onStop={backup.cancel}
      >
        {backup.state.kind === 'done' && <BackedUp result={backup.state.value} />}
      </Task>
      <Task
        button={t('settings.check')}
        why={t('settings.checkWhy')}
        working={t('settings.checkWorking')}
        state={check.state}
        onStart={() => void check.run({})}
        onStop={check.cancel}
      >
        {check.state.kind === 'done' && <Checked result={check.state.value} />}
      </Task>
    </>
  )
}

interface TaskProps {
  readonly button: string
  readonly why: string
  readonly working: string
  readonly state: RunState<unknown>
  readonly onStart: () => void
  readonly onStop: () => void
  readonly children: ReactNode
}

/** A button with what it does, how far it is, and what came of it. */
function Task({ button, why, working, state, onStart, onStop, children }: TaskProps) {
  const { t } = useText()
  const runs = state.kind === 'running'
  return (
    <div className={classes.task}>
      <div className={classes.taskLine}>
        <Button variant="default" onClick={onStart} disabled={runs}>
          {button}
        </Button>
        <p className={classes.why}>{why}</p>
      </div>
      {runs && (
        <div className={classes.taskLine} role="status">
          <span>{working}</span>
          {state.total > 0 && (
            <Progress
              className={classes.bar}
              value={(100 * state.done) / state.total}
              size="sm"
              aria-label={working}
            />
          )}
          <Button size="compact-sm" variant="default" onClick={onStop}>
            {t('kit.action.stop')}
          </Button>
        </div>
      )}
      {state.kind === 'failed' && <ErrorNote failure={state.failure} />}
      {children}
    </div>
  )
}

function BackedUp({ result }: { readonly result: Output<'store.backup'> }) {
  const { t } = useText()
  const copy = async () => {
    await window.shell.copyText(result.path)
    showDone(t('reports.pathCopied'))
  }
  return (
    <p className={classes.result} role="status">
      {t('settings.backupDone', { count: result.files })} <bdi className={classes.path}>{result.path}</bdi>{' '}
      <Button size="compact-sm" variant="subtle" onClick={() => void copy()}>
        {t('reports.copyPath')}
      </Button>
    </p>
  )
}

function Checked({ result }: { readonly result: Output<'store.check'> }) {
  const { t } = useText()
  const damaged = result.files.filter(({ ok }) => !ok)
  if (damaged.length === 0)
    return (
      <p className={classes.result} role="status">
        {t('settings.checkFine', { count: result.files.length })}
      </p>
    )
  return (
    <div className={classes.damaged} role="alert">
      <p>{t('settings.checkBad', { count: damaged.length })}</p>
      <ul>
        {damaged.map(({ file, problems }) => (
          <li key={file}>
            <bdi>{file}</bdi>: {problems.join('; ')}
          </li>
        ))}
      </ul>
      <p>{t('settings.checkTodo')}</p>
    </div>
  )
}
