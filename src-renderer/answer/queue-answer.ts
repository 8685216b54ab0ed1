import type { TFunction } from 'i18next'
import type { BrandId, ReplyId } from '../../src-main/contract/ids.ts'
import type { WayToAnswer } from '../../src-main/contract/accounts.ts'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import type { ReplyState } from '../../src-main/contract/replies.ts'
import { call } from '../engine/call.ts'
import { showDone, showDoneOther, showFailure } from '../kit/toast.tsx'

/** A reply that is still the user's alone. */
export const MAY_COME_BACK: readonly ReplyState[] = ['queued', 'by-hand']

interface Answer {
  readonly whole: Pick<MentionWhole, 'id' | 'brandId'>
  readonly body: string
  readonly promises: readonly { readonly text: string; readonly due: string }[]
  /** Left out: the first that can answer there. */
  readonly way?: WayToAnswer | null
}

/** Puts an answer into the outbox; false when it could not be, with the reason said. */
export async function queueAnswer(t: TFunction, { whole, body, promises, way }: Answer): Promise<boolean> {
  try {
    const { replyId } = await call('replies.queue', {
      mentionId: whole.id,
      body,
      promises: [...promises],
      ...(way && { channel: way.channel }),
      ...(way?.accountId && { accountId: way.accountId }),
    })
    showDoneOther(whole.brandId, t('answer.queued'), async () => {
      if (!(await waits(whole.brandId, replyId))) return false
      await takeBack(replyId)
      showDone(t('answer.tookBack'))
      return true
    })
    await bringUp(whole.brandId)
    return true
  } catch (thrown) {
    showFailure(thrown)
    return false
  }
}

/** Whether nobody took it on its way yet. */
async function waits(brandId: BrandId, replyId: ReplyId): Promise<boolean> {
  const { items } = await call('outbox.list', { brandId })
  return items.some((item) => item.replyId === replyId && MAY_COME_BACK.includes(item.state))
}

/** The user's word: everything that waits goes, unless its conversation moved on. */
export async function sendAll(brandId: BrandId | null): Promise<void> {
  await call('outbox.run', brandId === null ? {} : { brandId })
}

export async function takeBack(replyId: ReplyId): Promise<void> {
  await call('outbox.takeBack', { replyId })
}

/** Moves what can move by itself; what waited for days is left to the user's word. */
export async function bringUp(brandId: BrandId | null): Promise<void> {
  await call('outbox.run', { asks: true, ...(brandId !== null && { brandId }) })
}
