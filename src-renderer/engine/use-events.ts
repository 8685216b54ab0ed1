import { useEffect, useEffectEvent } from 'react'
import type { EngineEvent } from '../../src-main/contract/events.ts'
import { onEngineEvent } from './call.ts'

/** Hears every event of the engine while the component is on the screen. */
export function useEngineEvents(listener: (event: EngineEvent) => void): void {
  const hear = useEffectEvent(listener)
  useEffect(() => onEngineEvent((event) => hear(event)), [])
}
