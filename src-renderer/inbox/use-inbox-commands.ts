import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Status } from '../../src-main/contract/mentions.ts'
import { askToOpen } from '../kit/confirm-link.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import type { OpenMenu, Pane } from './inbox-screen.tsx'
import type { Inbox } from './use-inbox.ts'

interface Panes {
  readonly pane: Pane
  readonly read: (id: MentionId) => void
  readonly openMenu: (menu: OpenMenu) => void
  readonly backToList: () => void
  readonly togglePerson: () => void
}

type PaneName = 'list' | 'reading' | 'composer' | 'search' | 'person'

/** Half a second of frames: what a command asked for is drawn by then, or will not be. */
const FRAMES = 30

/** Gives a pane the focus: at once when it is there, so that the next key goes where it should, else when it is drawn. */
export function focusPane(name: PaneName, frames = FRAMES): void {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"], [data-focus="${name}"]`)
  if (!pane) {
    if (frames > 0) requestAnimationFrame(() => focusPane(name, frames - 1))
    return
  }
  pane.focus()
  if (name === 'search' && pane instanceof HTMLInputElement) pane.select()
}

/** How long a menu takes to go, and to give the focus back by itself. */
const MENU_GOES_MS = 150

/** After a menu went: when what had the focus went with it, the list has it again. */
export function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement === document.body) focusPane('list')
  }, MENU_GOES_MS)
}

/** The keyboard of the inbox. */
export function useInboxCommands(inbox: Inbox, panes: Panes): void {
  const { selection, current } = inbox
  const some = selection.targets.length > 0
  const move = (by: number) => () => {
    selection.move(by)
    if (document.activeElement === document.body) focusPane('list')
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
  useCommand('markAll', inbox.items.length === 0 ? null : selection.markAll)
  useCommand('tag', some ? () => panes.openMenu('tag') : null)
  useCommand('resolve', some ? () => panes.openMenu('resolve') : null)
  useCommand('snooze', some ? () => panes.openMenu('snooze') : null)
  useActCommands(inbox)
  useCommand('person', current?.personId ? panes.togglePerson : null)
  useCommand('openPlace', current?.url ? () => current.url !== null && askToOpen(current.url) : null)
  useCommand(
    'reply',
    current && !current.ourVoice
      ? () => {
          panes.read(current.id)
          focusPane('composer')
        }
      : null,
  )
}

function useActCommands({ act, current, selection }: Inbox): void {
  const some = selection.targets.length > 0
  const setStatus = (to: Status) => () => void act({ kind: 'status', to })
  useCommand(
    'noReply',
    some ? () => void act({ kind: 'status', to: 'resolved', reason: 'no-reply-needed' }) : null,
  )
  useCommand('reopen', some ? setStatus('open') : null)
  useCommand(
    'unread',
    some
      ? () => void act({ kind: current?.status === 'new' && selection.marked.size === 0 ? 'read' : 'unread' })
      : null,
  )
}
