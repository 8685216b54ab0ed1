import i18next from 'i18next'
import type { Mention } from '../../src-main/contract/mentions.ts'
import { call } from '../engine/call.ts'
import { showDone, showFailure, undoAct } from '../kit/toast.tsx'
import { authorName } from './mention-row.tsx'

/** What a person says from now on is put away as not about us; the rules list it, and it can be undone. */
export async function mutePerson(mention: Mention): Promise<void> {
  const { personId } = mention
  if (personId === null) return
  try {
    const { actId } = await call('rules.mute', { on: { personId }, as: 'not-about-us' })
    showDone(i18next.t('inbox.done.muted', { name: authorName(mention) }), () => undoAct(actId))
  } catch (thrown) {
    showFailure(thrown)
  }
}
