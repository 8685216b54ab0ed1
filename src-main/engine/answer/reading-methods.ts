import type { ActKind } from '../../contract/acts.ts'
import type { MentionId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { DraftReading, replies } from '../../contract/replies.ts'
import { change, type EngineContext } from '../context.ts'
import { placeOf } from '../store/ids.ts'
import { beginAct, endAct, type Held, noteRowMade, setFields } from '../triage/journal.ts'
import { answerable } from './answerable.ts'
import { ensureReading, findReading, NO_READING } from './reading-store.ts'

type ReadingMethods = Pick<typeof replies, 'replies.pleaseRead' | 'replies.noNeedToRead' | 'replies.reviewed'>

export const readingMethods: HandlersFor<ReadingMethods, EngineContext> = {
  'replies.pleaseRead': (context, { mentionId, note = '' }) =>
    write(context, mentionId, 'please-read', (now) => ({
      wanted: 1,
      note,
      asked_at: now,
      verdict: null,
      comment: '',
      read_at: null,
    })),

  'replies.noNeedToRead': (context, { mentionId }) =>
    write(context, mentionId, 'no-need-to-read', () => ({ wanted: 0 })),

  'replies.reviewed': (context, { mentionId, verdict, comment }) =>
    write(context, mentionId, 'reviewed', (now) => ({ wanted: 0, verdict, comment, read_at: now })),
}

function write(
  context: EngineContext,
  mentionId: MentionId,
  kind: ActKind,
  fields: (now: number) => Record<string, Held>,
): DraftReading {
  const { brand, row } = placeOf(mentionId)
  const file = context.stores.brand(brand)
  answerable(file, mentionId)
  const at = context.host.clock.now()
  change(context, file, ['replies', 'mentions'], () => {
    const act = beginAct(file, { kind, detail: '', who: 'user', at, undoable: true })
    if (ensureReading(file, row) === 'made') noteRowMade(file, act, 'draft_reading', row)
    setFields(file, act, 'draft_reading', row, fields(at))
    endAct(file.db, act, 1)
  })
  return findReading(file, row) ?? NO_READING
}
