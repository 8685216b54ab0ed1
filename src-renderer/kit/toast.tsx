import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { ActId, BrandId } from '../../src-main/contract/ids.ts'
import { call, toFailure } from '../engine/call.ts'
import { failureWords } from './failure-words.ts'

const SHOWN_MS = 6000

/** A quiet word on what was done, with the way back where there is one. */
export function showDone(message: string, undo: (() => Promise<void>) | null = null): void {
  // The newest word is always in sight, and with it the newest undo; what came before can still be undone by key.
  notifications.clean()
  const id = crypto.randomUUID()
  const undoAndClose = async () => {
    notifications.hide(id)
    try {
      await undo?.()
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  notifications.show({
    id,
    autoClose: SHOWN_MS,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('kit.action.close') },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        {undo && (
          <Button size="compact-sm" variant="subtle" flex="none" onClick={() => void undoAndClose()}>
            {i18next.t('kit.action.undo')}
          </Button>
        )}
      </Group>
    ),
  })
}

/** A short word on something that did not work, where no pane can show it in place. */
export function showFailure(thrown: unknown): void {
  const { what, todo } = failureWords(i18next.t, toFailure(thrown))
  notifications.show({
    autoClose: SHOWN_MS * 2,
    withBorder: true,
    color: 'red',
    title: what,
    message: todo,
    closeButtonProps: { 'aria-label': i18next.t('kit.action.close') },
  })
}

/** Where the user was when an act was done, to be there again once it is undone, by the toast or by key. */
let lastDone: { readonly actId: ActId; readonly back: () => void } | null = null

export function comeBackAfterUndo(actId: ActId, back: () => void): void {
  lastDone = { actId, back }
}

/** What was done and is no act, and how it is taken back. */
interface OtherDone {
  readonly brandId: BrandId
  readonly at: string
  /** False when it can no longer be taken back. */
  readonly takeBack: () => Promise<boolean>
}

let otherDone: OtherDone | null = null

/** Says what was done that the journal of acts does not know: the toast and the undo key take it back alike. */
export function showDoneOther(brandId: BrandId, message: string, takeBack: () => Promise<boolean>): void {
  otherDone = { brandId, at: new Date().toISOString(), takeBack }
  showDone(message, async () => {
    otherDone = null
    await takeBack()
  })
}

/** Takes back what is no act, where that was done after the newest act. */
async function undoOther(brandId: BrandId | null, newestAct: string | null): Promise<boolean> {
  const other = otherDone
  if (!other || (brandId !== null && brandId !== other.brandId)) return false
  if (newestAct !== null && newestAct > other.at) return false
  otherDone = null
  return other.takeBack()
}

/** Undoes one act and says what could not be undone. */
export async function undoAct(actId: ActId): Promise<void> {
  const { left } = await call('acts.undo', { actId })
  if (lastDone?.actId === actId) lastDone.back()
  showDone(left.length === 0 ? i18next.t('kit.undone') : i18next.t('kit.undoneLeft', { count: left.length }))
}

/** Undoes the newest act of a brand, or of all: what Ctrl+Z does. */
export async function undoNewest(brandId: BrandId | null): Promise<void> {
  try {
    const { items } = await call('acts.list', {
      limit: 50,
      by: 'user',
      ...(brandId === null ? {} : { brandId }),
    })
    const newest = items.find((entry) => !entry.undone)
    if (await undoOther(brandId, newest?.at ?? null)) return
    if (newest) await undoAct(newest.actId)
    else showDone(i18next.t('kit.undoneNothing'))
  } catch (thrown) {
    showFailure(thrown)
  }
}

/**
 * Says what was done where the method does not name its act (a promise, a source, a person), with an undo of
 * the act that was the newest then.
 */
export async function showDoneInBrand(message: string, brandId: BrandId): Promise<void> {
  const { items } = await call('acts.list', { brandId, limit: 1 })
  const newest = items[0]
  showDone(message, newest && !newest.undone ? () => undoAct(newest.actId) : null)
}
