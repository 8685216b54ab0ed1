import i18next from 'i18next'
import type { MentionId } from '../../src-main/contract/ids.ts'
import { call } from '../engine/call.ts'
import { showDone, showFailure, undoAct } from '../kit/toast.tsx'

/** Shows a mention apart from one it was shown with, and says so, with the way back. */
export async function takeApart(id: MentionId, from: MentionId): Promise<void> {
  try {
    const { actId } = await call('mentions.takeApart', { id, from })
    showDone(i18next.t('inbox.alsoSeen.apartDone'), () => undoAct(actId))
  } catch (thrown) {
    showFailure(thrown)
  }
}

/** Shows the marked mentions as one, because the user says that they are. */
export async function putTogether(ids: readonly MentionId[]): Promise<void> {
  try {
    const { actId } = await call('mentions.putTogether', { ids: [...ids] })
    showDone(i18next.t('inbox.alsoSeen.togetherDone', { count: ids.length }), () => undoAct(actId))
  } catch (thrown) {
    showFailure(thrown)
  }
}
