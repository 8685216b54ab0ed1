import type { Feeling } from '../../src-main/contract/feeling.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Status } from '../../src-main/contract/mentions.ts'
import { askToOpen } from '../kit/confirm-link.tsx'
import { focusComposer, focusPane } from '../kit/focus-pane.ts'
import { useCommand } from '../kit/shortcuts.tsx'
import { useStateOf } from '../kit/use-state-of.ts'
import { mutePerson } from './mute-person.ts'
import type { OpenMenu, Pane } from './panes.ts'
import { putTogether } from './twins.ts'
import type { Inbox } from './use-inbox.ts'

interface Panes {
  readonly pane: Pane
  readonly read: (id: MentionId) => void
  readonly openMenu: (menu: OpenMenu) => void
  readonly backToList: () => void
  readonly togglePerson: () => void
  readonly focus: 'one' | 'all'
  readonly setFocus: (focus: 'one' | 'all') => void
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
    if (panes.focus === 'one') {
      panes.setFocus('all')
      focusPane('list')
      return
    }
    if (selection.marked.size > 0) selection.unmark()
    panes.backToList()
    focusPane('list')
  })
  useMarkCommands(inbox)
  useListCommands(inbox)
  useCommand('tag', some ? () => panes.openMenu('tag') : null)
  useCommand('resolve', some ? () => panes.openMenu('resolve') : null)
  useCommand('snooze', some ? () => panes.openMenu('snooze') : null)
  useCommand('wait', some ? () => panes.openMenu('wait') : null)
  useActCommands(inbox)
  useFeelingCommands(inbox, panes)
  useCareCommands(inbox, panes)
  const url = chosen?.url ?? null
  useCommand('person', chosen?.personId ? panes.togglePerson : null)
  useCommand('mutePerson', chosen?.personId ? () => void mutePerson(chosen) : null)
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

function useMarkCommands({ selection, items, list }: Inbox): void {
  const { id } = selection
  useCommand('mark', id === null ? null : () => selection.toggleMark(id))
  const isEmpty = items.length === 0
  useCommand('markNext', isEmpty ? null : () => selection.markMove(1))
  useCommand('markPrevious', isEmpty ? null : () => selection.markMove(-1))
  const { begins, ends } = list.reach
  useCommand('markAll', isEmpty ? null : () => selection.markAll(begins && ends ? 'here' : 'further'))
}

/** How the list looks, and where in it one is. */
function useListCommands(inbox: Inbox): void {
  const { list, axis, density, setDensity, group, setGroup } = inbox
  useCommand('showArrived', list.arrived === 0 ? null : list.showArrived)
  useCommand('toDate', axis === null ? null : () => focusPane('axis'))
  useCommand('density', () => setDensity(density === 'compact' ? 'comfortable' : 'compact'))
  useCommand('groupList', () => setGroup(group === 'conversation' ? 'none' : 'conversation'))
}

function useFeelingCommands({ act, chosen, selection }: Inbox, panes: Panes): void {
  const some = selection.targets.length > 0 && chosen?.ourVoice !== true
  const feel = (to: Feeling) => (some ? () => void act({ kind: 'feeling', to }) : null)
  useCommand('feelNegative', feel('negative'))
  useCommand('feelNeutral', feel('neutral'))
  useCommand('feelPositive', feel('positive'))
  useCommand('whyFeeling', chosen && !chosen.ourVoice ? () => panes.openMenu('why') : null)
}

/** One at a time, and in the order of who needs us most. */
function useCareCommands({ of, order, setOrder, selection, items }: Inbox, panes: Panes): void {
  const [isAwaited, setAwaited] = useStateOf<boolean>(of, false)
  // The first of the new order is read as soon as it is there; what was listed before says no reasons.
  const first = items[0]
  const arrived =
    isAwaited && order === 'care' && first !== undefined && first.care !== null ? first.id : null
  if (arrived !== null) {
    setAwaited(false)
    selection.select(arrived)
  }
  useCommand('careOrder', () => setOrder(order === 'care' ? 'newest' : 'care'))
  useCommand('nextInCare', () => {
    if (order === 'care') selection.move(1)
    else {
      setAwaited(true)
      setOrder('care')
    }
  })
  useCommand(
    'focusMode',
    items.length === 0
      ? null
      : () => {
          if (selection.id === null) selection.move(1)
          panes.setFocus(panes.focus === 'one' ? 'all' : 'one')
          focusPane('reading')
        },
  )
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
