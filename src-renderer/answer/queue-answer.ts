import type { TFunction } from 'i18next'
import type { BrandId, ReplyId } from '../../src-main/contract/ids.ts'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import { call } from '../engine/call.ts'
import { showDone, showFailure } from '../kit/toast.tsx'

interface Answer {
  readonly whole: Pick<MentionWhole, 'id' | 'brandId'>
  readonly body: string
  readonly promises: readonly { readonly text: string; readonly due: string }[]
}

/** Puts an answer into the outbox; false when it could not be, with the reason said. */
export async function queueAnswer(t: TFunction, { whole, body, promises }: Answer): Promise<boolean> {
  try {
    const { replyId } = await call('replies.queue', { mentionId: whole.id, body, promises: [...promises] })
    showDone(t('answer.queued'), () => takeBack(replyId))
    await bringUp(whole.brandId)
    return true
  } catch (thrown) {
    showFailure(thrown)
    return false
  }
}

export async function takeBack(replyId: ReplyId): Promise<void> {
  await call('outbox.takeBack', { replyId })
}

/** Moves what can move; what the connection keeps back, the engine lets wait. */
export async function bringUp(brandId: BrandId | null): Promise<void> {
  await call('outbox.run', brandId === null ? {} : { brandId })
}
