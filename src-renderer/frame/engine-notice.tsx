import { useState } from 'react'
import type { Failure } from '../../src-main/contract/failure.ts'
import { useEngineEvents } from '../engine/use-events.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { showFailure } from '../kit/toast.tsx'
import classes from './frame.module.css'

const DOWN: Failure = { kind: 'engine-down', message: '', hint: '' }

type Away =
  | { readonly kind: 'no' }
  /** It is being started again. */
  | { readonly kind: 'for-a-moment' }
  /** It will not come back by itself. */
  | { readonly kind: 'stopped'; readonly failure: Failure }

/** Said over everything while the part that keeps the data is away. */
export function EngineNotice() {
  const [away, setAway] = useState<Away>({ kind: 'no' })
  useEngineEvents((event) => {
    if (event.kind !== 'engine') return
    if (event.state === 'up') setAway({ kind: 'no' })
    else if (event.state === 'down') setAway({ kind: 'for-a-moment' })
    else setAway({ kind: 'stopped', failure: event.failure ?? DOWN })
  })
  const restart = () => {
    window.shell.restartEngine().catch(showFailure)
  }
  if (away.kind === 'no') return null
  return (
    <div className={classes.notice}>
      {away.kind === 'stopped' ? (
        <ErrorNote failure={away.failure} again={restart} />
      ) : (
        <ErrorNote failure={DOWN} />
      )}
    </div>
  )
}
