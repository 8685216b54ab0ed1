import type { Database } from 'better-sqlite3'
import { noteOurWord, ourLastAt } from '../../triage/conversation-store.ts'
import { answeredBy, isAnswered, settledBy } from './answered.ts'
import { type Alone, beginAlone, type FirstState, type StateChanges } from './states.ts'

/** Who said what, where, as far as a conversation is concerned. */
export type Said = Parameters<typeof answeredBy>[1] & { readonly at: number }

/** Words of ours answer what was said before them. */
export function noteOurVoice(db: Database, said: Said, changes: StateChanges): void {
  noteOurWord(db, said.conversationId, said.at)
  changes.spokenIn.add(said.row)
  for (const row of answeredBy(db, said)) changes.answered.add(row)
}

/** What somebody said waits for an answer, unless it has one or is from before our time. */
export function noteTheirs(
  db: Database,
  said: Said,
  { answersFrom, care, stated }: Pick<Alone, 'care' | 'stated'> & { readonly answersFrom: number },
  changes: StateChanges,
): void {
  const weSpoke = haveSpoken(db, said)
  if (!weSpoke && !changes.spokenIn.has(said.row)) {
    const { row, status } = firstState(db, said, answersFrom, 'we-are-silent')
    beginAlone({ row, status, care, stated }, changes)
    return
  }
  changes.first.push(firstState(db, said, answersFrom, weSpoke ? 'we-spoke' : 'we-are-silent'))
  if (weSpoke) noteWordsBefore(db, said, changes)
}

/** It is shown with another, and has no state of its own. */
export function noteSaidElsewhere(db: Database, said: Said, changes: StateChanges): void {
  if (haveSpoken(db, said)) noteWordsBefore(db, said, changes)
}

/** Nobody has spoken in a conversation that begins with this mention. */
function haveSpoken(db: Database, { row, conversationId }: Said): boolean {
  return conversationId !== row && ourLastAt(db, conversationId) !== null
}

/** Words of ours that were gathered before it. */
function noteWordsBefore(db: Database, said: Said, changes: StateChanges): void {
  changes.spokenIn.add(said.row)
  for (const row of settledBy(db, said)) changes.answered.add(row)
}

function firstState(
  db: Database,
  said: Said,
  answersFrom: number,
  there: 'we-spoke' | 'we-are-silent',
): FirstState {
  const { row, at } = said
  if (at < answersFrom) return { row, status: 'resolved', reason: 'before-our-time' }
  return there === 'we-spoke' && isAnswered(db, said)
    ? { row, status: 'resolved', reason: 'answered' }
    : { row, status: 'new', reason: null }
}
