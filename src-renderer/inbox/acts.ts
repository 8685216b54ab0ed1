import type { TFunction } from 'i18next'
import type { Act } from '../../src-main/contract/acts.ts'
import type { ActId, MentionId } from '../../src-main/contract/ids.ts'
import { call } from '../engine/call.ts'
import type { Formats } from '../kit/formats.ts'
import { comeBackAfterUndo, showDone, showFailure, undoAct } from '../kit/toast.tsx'

/** What an act did, for its toast. */
export function doneWords(t: TFunction, formats: Formats, act: Act, count: number): string {
  switch (act.kind) {
    case 'tag':
      return t('inbox.done.tag', { tag: act.tag, count })
    case 'untag':
      return t('inbox.done.untag', { tag: act.tag, count })
    case 'status':
      if (act.to === 'resolved' && act.reason)
        return t('inbox.done.resolved', { reason: t(`inbox.reason.${act.reason}`), count })
      return t(`inbox.done.status.${act.to}`, { count })
    case 'snooze':
      return act.until === null
        ? t('inbox.done.unsnoozed', { count })
        : t('inbox.done.snoozed', { until: formats.exact(act.until), count })
    case 'feeling':
      return t(`inbox.done.feeling.${act.to}`, { count })
    case 'read':
      return t('inbox.done.read', { count })
    case 'unread':
      return t('inbox.done.unread', { count })
  }
}

/** Does an act to mentions and says so, with the way back; answers null when it could not be done. */
export async function doAct(
  words: { readonly t: TFunction; readonly formats: Formats },
  ids: readonly MentionId[],
  act: Act,
  afterUndo: () => void,
): Promise<ActId | null> {
  try {
    const { actId, count } = await call('acts.do', { on: { ids: [...ids] }, act })
    comeBackAfterUndo(actId, afterUndo)
    showDone(doneWords(words.t, words.formats, act, count), () => undoAct(actId))
    return actId
  } catch (thrown) {
    showFailure(thrown)
    return null
  }
}

/** Opening a mention is no act of the user's: it says nothing and cannot be undone. */
export async function markRead(id: MentionId): Promise<void> {
  try {
    await call('acts.do', { on: { ids: [id] }, act: { kind: 'read' } })
  } catch (thrown) {
    showFailure(thrown)
  }
}
