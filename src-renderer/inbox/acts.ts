import type { TFunction } from 'i18next'
import type { Act, ActOn } from '../../src-main/contract/acts.ts'
import type { ActId, MentionId } from '../../src-main/contract/ids.ts'
import { CallFailed } from '../../src-main/contract/failure.ts'
import { call } from '../engine/call.ts'
import type { Formats } from '../kit/formats.ts'
import { makeLongWork } from '../kit/long-work.ts'
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

/** What an act is about to do, for the question before it. */
export function actWords(t: TFunction, formats: Formats, act: Act): string {
  switch (act.kind) {
    case 'tag':
      return t('inbox.actWords.tag', { tag: act.tag })
    case 'untag':
      return t('inbox.actWords.untag', { tag: act.tag })
    case 'status':
      if (act.to === 'resolved' && act.reason)
        return t('inbox.actWords.resolved', { reason: t(`inbox.reason.${act.reason}`) })
      return t(`inbox.actWords.status.${act.to}`)
    case 'snooze':
      return act.until === null
        ? t('inbox.actWords.unsnoozed')
        : t('inbox.actWords.snoozed', { until: formats.exact(act.until) })
    case 'feeling':
      return t(`inbox.actWords.feeling.${act.to}`)
    case 'read':
      return t('inbox.actWords.read')
    case 'unread':
      return t('inbox.actWords.unread')
  }
}

/** Does an act to mentions and says so, with the way back; answers null when it could not be done. */
export async function doAct(
  words: { readonly t: TFunction; readonly formats: Formats },
  on: ActOn,
  act: Act,
  afterUndo: () => void,
): Promise<ActId | null> {
  try {
    const { actId, count } = await call('acts.do', { on, act })
    comeBackAfterUndo(actId, afterUndo)
    showDone(doneWords(words.t, words.formats, act, count), () => undoAct(actId))
    return actId
  } catch (thrown) {
    showFailure(thrown)
    return null
  }
}

const bulk = makeLongWork('acts.do', null)

/** Does an act to everything a view holds: the bottom line says how far it is, and can stop it. */
export async function doBulkAct(
  words: { readonly t: TFunction; readonly formats: Formats },
  on: ActOn,
  act: Act,
): Promise<void> {
  const id = crypto.randomUUID()
  const outcome = await bulk.start(id, { on, act }, words.t('inbox.bulk.doing'))
  bulk.forget(id)
  if (outcome.kind === 'done') {
    const { actId, count } = outcome.value
    showDone(doneWords(words.t, words.formats, act, count), () => undoAct(actId))
  } else if (outcome.failure.kind === 'cancelled') {
    showDone(words.t('inbox.bulk.stopped'))
  } else {
    showFailure(new CallFailed(outcome.failure))
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
