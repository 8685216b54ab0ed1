import i18next from 'i18next'
import type { ActId } from '../../src-main/contract/ids.ts'
import { CallFailed, type Failure } from '../../src-main/contract/failure.ts'
import { call, type Input } from '../engine/call.ts'
import { showDone, showFailure, undoAct } from '../kit/toast.tsx'

type Change =
  'tags.add' | 'tags.set' | 'tags.rename' | 'tags.move' | 'tags.merge' | 'tags.retire' | 'tags.restore'

export type Outcome =
  | { readonly kind: 'done' }
  /** Another tag is called so. */
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'failed' }

/** Changes the tree and says so, with the way back. */
export async function changeTags<Name extends Change>(
  method: Name,
  input: Input<Name>,
  says: (count: number) => string,
): Promise<Outcome> {
  try {
    const { actId, count }: { actId: ActId; count: number } = await call(method, input)
    showDone(says(count), () => undoAct(actId))
    return { kind: 'done' }
  } catch (thrown) {
    const taken = thrown instanceof CallFailed ? takenBy(thrown.failure) : null
    if (taken !== null) return { kind: 'taken', by: taken }
    showFailure(thrown)
    return { kind: 'failed' }
  }
}

function takenBy({ kind, facts }: Failure): string | null {
  const tag = facts?.['tag']
  return kind === 'conflict' && typeof tag === 'string' ? tag : null
}

export const said = {
  added: (tag: string) => i18next.t('tags.done.added', { tag }),
  looks: (tag: string) => i18next.t('tags.done.looks', { tag }),
  moved: (tag: string, to: string) => i18next.t('tags.done.moved', { tag, to }),
  merged: (tag: string, into: string, count: number) => i18next.t('tags.done.merged', { tag, into, count }),
  retired: (tag: string) => i18next.t('tags.done.retired', { tag }),
  restored: (tag: string) => i18next.t('tags.done.restored', { tag }),
}
