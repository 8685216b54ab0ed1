import { useState } from 'react'
import type { Failure } from '../../src-main/contract/failure.ts'
import { useEngineEvents } from '../engine/use-events.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import classes from './frame.module.css'

const DOWN: Failure = { kind: 'engine-down', message: '', hint: '' }

/** Said over everything while the part that keeps the data is away. */
export function EngineNotice() {
  const [state, setState] = useState<'up' | 'down' | 'stopped'>('up')
  useEngineEvents((event) => {
    if (event.kind === 'engine') setState(event.state)
  })
  if (state === 'up') return null
  return (
    <div className={classes.notice}>
      <ErrorNote failure={DOWN} />
    </div>
  )
}
