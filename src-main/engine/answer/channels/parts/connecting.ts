import type { NetAnswer, NotConnected } from '../channel.ts'
import { saidBy } from './answers.ts'

/** Why an account could not be connected, in the place's own words. */
export function connectTrouble(answer: NetAnswer): NotConnected {
  if (answer.kind !== 'answered') return { kind: 'unreachable', says: answer.says }
  const says = saidBy(answer)
  if (answer.status === 401 || answer.status === 403) return { kind: 'refused', says }
  if (answer.status === 429 || answer.status >= 500) return { kind: 'unreachable', says }
  return { kind: 'not-that-place', says }
}
