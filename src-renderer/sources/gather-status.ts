import { createContext, useContext } from 'react'
import type { Output } from '../engine/call.ts'

/** Whether it gathers and whether it is offline, asked once by the screen for all its rows. */
export const GatherStatusContext = createContext<Output<'gather.status'> | null>(null)

export function useGatherStatus(): Output<'gather.status'> | null {
  return useContext(GatherStatusContext)
}
