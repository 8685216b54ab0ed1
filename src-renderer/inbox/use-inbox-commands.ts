import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Status } from '../../src-main/contract/mentions.ts'
import { askToOpen } from '../kit/confirm-link.tsx'
import { focusComposer, focusPane } from '../kit/focus-pane.ts'
import { useCommand } from '../kit/shortcuts.tsx'
import type { OpenMenu, Pane } from './panes.ts'
import { putTogether } from './twins.ts'
import type { Inbox } from './use-inbox.ts'

interface Panes {
  readonly pane: Pane
  readonly read: (id: MentionId) => void
  readonly openMenu: (menu: OpenMenu) => void
  readonly backToList: () => void
  readonly togglePerson: () => void
}

/** The keyboard of the inbox. */
export function useInboxCommands(inbox: Inbox, panes: Panes): void {
  const { selection, chosen } = inbox
  const some = selection.targets.length > 0
  const move = (by: number) => () => {
    selection.move(by)
    // From the rail, or from nowhere, the focus follows into the list.
    if (document.activeElement?.closest('[data-pane]') == null) focusPane('list')
  }
  useCommand('next', move(1))
  useCommand('previous', move(-1))
  useCommand('search', () => {
    panes.backToList()
    focusPane('search')
  })
  useCommand(
    'openMention',
    selection.id === null
      ? null
      : () => {
          if (selection.id === null) return
          panes.read(selection.id)
          focusPane('reading')
        },
  )
  useCommand('backToList', () => {
    if (selection.marked.size > 0) selection.unmark()
    panes.backToList()
    focusPane('list')
  })
  useCommand(
    'mark',
    selection.id === null ? null : () => selection.id !== null && selection.toggleMark(selection.id),
  )
  const { begins, ends } = inbox.list.reach
  useCommand(
    'markAll',
    inbox.items.length === 0 ? null : () => selection.markAll(begins && ends ? 'here' : 'further'),
  )
  useListCommands(inbox)
  useCommand('tag', some ? () => panes.openMenu('tag') : null)
  useCommand('resolve', some ? () => panes.openMenu('resolve') : null)
  useCommand('snooze', some ? () => panes.openMenu('snooze') : null)
  useActCommands(inbox)
  const url = chosen?.url ?? null
  useCommand('person', chosen?.personId ? panes.togglePerson : null)
  useCommand('openPlace', url === null ? null : () => askToOpen(url))
  useCommand(
    'reply',
    chosen && !chosen.ourVoice
      ? () => {
          panes.read(chosen.id)
          focusComposer(chosen.id)
        }
      : null,
  )
}

/** How the list looks, and where in it one is. */
function useListCommands(inbox: Inbox): void {
  const { list, axis, density, setDensity, group, setGroup } = inbox
  useCommand('showArrived', list.arrived === 0 ? null : list.showArrived)
  useCommand('toDate', axis === null ? null : () => focusPane('axis'))
  useCommand('density', () => setDensity(density === 'compact' ? 'comfortable' : 'compact'))
  useCommand('groupList', () => setGroup(group === 'conversation' ? 'none' : 'conversation'))
}

function useActCommands({ act, chosen, selection }: Inbox): void {
  const some = selection.targets.length > 0
  const setStatus = (to: Status) => () => void act({ kind: 'status', to })
  useCommand(
    'noReply',
    some ? () => void act({ kind: 'status', to: 'resolved', reason: 'no-reply-needed' }) : null,
  )
  const marked = [...selection.marked]
  useCommand('putTogether', marked.length > 1 ? () => void putTogether(marked).then(selection.unmark) : null)
  useCommand('reopen', some ? setStatus('open') : null)
  useCommand(
    'unread',
    some
      ? () => void act({ kind: chosen?.status === 'new' && selection.marked.size === 0 ? 'read' : 'unread' })
      : null,
  )
}
