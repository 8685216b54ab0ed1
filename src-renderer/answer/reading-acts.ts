import { call, type Input } from '../engine/call.ts'
import { showFailure } from '../kit/toast.tsx'
import type { Answering } from './use-answering.ts'

/** Keeps what is written and marks it for a second pair of eyes. */
export async function pleaseRead({ whole, draft }: Answering): Promise<void> {
  draft.save()
  await said(call('replies.pleaseRead', { mentionId: whole.id }))
}

export async function noNeedToRead({ whole }: Answering): Promise<void> {
  await said(call('replies.noNeedToRead', { mentionId: whole.id }))
}

export async function reviewed(
  { whole }: Answering,
  word: Omit<Input<'replies.reviewed'>, 'mentionId'>,
): Promise<void> {
  await said(call('replies.reviewed', { mentionId: whole.id, ...word }))
}

async function said(asked: Promise<unknown>): Promise<void> {
  try {
    await asked
  } catch (thrown) {
    showFailure(thrown)
  }
}
