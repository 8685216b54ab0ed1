import i18next from 'i18next'
import type { MentionId } from '../../src-main/contract/ids.ts'
import { call } from '../engine/call.ts'
import { comeBackAfterUndo, showDone, showFailure, undoAct } from '../kit/toast.tsx'

/** Says for whom or what mentions wait, with the way back. */
export async function sayWaiting(
  ids: readonly MentionId[],
  what: string,
  afterUndo: () => void,
): Promise<void> {
  try {
    const { actId, count } = await call('waits.say', { ids: [...ids], what })
    comeBackAfterUndo(actId, afterUndo)
    const words = i18next.t('inbox.done.status.pending', { count })
    showDone(what === '' ? words : `${words} · ${what}`, () => undoAct(actId))
  } catch (thrown) {
    showFailure(thrown)
  }
}
