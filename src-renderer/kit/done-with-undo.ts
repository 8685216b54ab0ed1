import { notifications } from '@mantine/notifications'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { call } from '../engine/call.ts'
import { showDone, showFailure, undoAct } from './toast.tsx'

/** Says what was just done in a brand, with the undo of its newest act: for methods that answer no act of their own. */
export async function showDoneIn(brandId: BrandId, message: string): Promise<void> {
  try {
    const { items } = await call('acts.list', { brandId, limit: 1 })
    const newest = items[0]
    // Only so many toasts are shown and the rest wait their turn: the newest undo must not queue behind older ones.
    notifications.clean()
    showDone(message, newest && !newest.undone ? () => undoAct(newest.actId) : null)
  } catch (thrown) {
    showFailure(thrown)
  }
}
