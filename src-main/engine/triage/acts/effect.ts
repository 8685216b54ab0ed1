import type { Act, ActKind } from '../../../contract/acts.ts'
import type { Feeling } from '../../../contract/feeling.ts'
import type { Reason, Status } from '../../../contract/mentions.ts'
import { tagPath } from '../question/fold.ts'
import { STATUS } from '../state-store.ts'

/** What an act writes on each mention. */
export type Effect =
  | { readonly kind: 'tag' | 'untag'; readonly path: string }
  | {
      readonly kind: 'status'
      readonly to: Status
      readonly reason: Reason | null
      /** For whom or what it waits from now on, where it is pending. */
      readonly waitsFor?: string
      /** Reading opens what is new, and nothing else. */
      readonly from: 'any' | 'new'
    }
  | { readonly kind: 'snooze'; readonly until: number | null }
  | { readonly kind: 'feeling'; readonly to: Feeling }

export function effectOf(act: Act): Effect {
  switch (act.kind) {
    case 'tag':
    case 'untag':
      return { kind: act.kind, path: tagPath(act.tag) }
    case 'status':
      return {
        ...{ kind: 'status', to: act.to, reason: reasonOf(act), from: 'any' },
        ...(act.to === 'pending' && { waitsFor: act.waitsFor ?? '' }),
      }
    case 'snooze':
      return { kind: 'snooze', until: act.until === null ? null : Date.parse(act.until) }
    case 'feeling':
      return { kind: 'feeling', to: act.to }
    case 'read':
      return { kind: 'status', to: 'open', reason: null, from: 'new' }
    case 'unread':
      return { kind: 'status', to: 'new', reason: null, from: 'any' }
  }
}

/** Only what is resolved has a reason, and it always has one. */
function reasonOf({ to, reason }: Extract<Act, { kind: 'status' }>): Reason | null {
  return to === 'resolved' ? (reason ?? 'no-reply-needed') : null
}

/** Status and reason as the journal holds them; the same as STATUS_TEXT makes of a row. */
export function statusText(to: Status, reason: Reason | null): string {
  return reason === null ? to : `${to} ${reason}`
}

/** How the journal names an act. Opening a mention to read it is nothing anybody wants undone. */
export function headOf(act: Act): {
  readonly kind: ActKind
  readonly detail: string
  readonly undoable: boolean
} {
  const effect = effectOf(act)
  const undoable = act.kind !== 'read'
  switch (effect.kind) {
    case 'tag':
    case 'untag':
      return { kind: act.kind, detail: effect.path, undoable }
    case 'snooze':
      return {
        kind: act.kind,
        detail: effect.until === null ? '' : new Date(effect.until).toISOString(),
        undoable,
      }
    case 'feeling':
      return { kind: act.kind, detail: effect.to, undoable }
    case 'status':
      return {
        kind: act.kind,
        detail: act.kind === 'status' ? statusText(effect.to, effect.reason) : '',
        undoable,
      }
  }
}

/** `mention_state.status` of an effect. */
export function storedStatus({ to }: Extract<Effect, { kind: 'status' }>): number {
  return STATUS[to]
}
