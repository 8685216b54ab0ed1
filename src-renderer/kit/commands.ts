/** Everything that can be done with a key, the palette or the menu. The window's menu names them by these ids. */
export const commands = {
  palette: { group: 'program', keys: ['mod+k'] },
  shortcuts: { group: 'program', keys: ['?'] },
  undo: { group: 'program', keys: ['z', 'mod+z'] },
  nextPane: { group: 'program', keys: ['F6'] },
  switchBrand: { group: 'program', keys: ['b'] },
  gather: { group: 'program', keys: ['mod+shift+g'] },
  offline: { group: 'program', keys: [] },
  theme: { group: 'program', keys: [] },
  addBrand: { group: 'program', keys: [] },
  addSource: { group: 'program', keys: ['a'] },
  importFile: { group: 'program', keys: ['mod+o'] },
  addMention: { group: 'program', keys: ['n'] },
  exportSources: { group: 'program', keys: [] },
  goInbox: { group: 'go', keys: ['g i'] },
  goUnanswered: { group: 'go', keys: ['g u'] },
  goOutbox: { group: 'go', keys: ['g o'] },
  goPromises: { group: 'go', keys: ['g p'] },
  goSources: { group: 'go', keys: ['g s'] },
  goReports: { group: 'go', keys: ['g r'] },
  goSettings: { group: 'go', keys: ['g a', 'mod+,'] },
  search: { group: 'inbox', keys: ['/', 'mod+f'] },
  next: { group: 'inbox', keys: ['j', 'ArrowDown'] },
  previous: { group: 'inbox', keys: ['k', 'ArrowUp'] },
  openMention: { group: 'inbox', keys: ['Enter'] },
  backToList: { group: 'inbox', keys: ['Escape'] },
  mark: { group: 'inbox', keys: ['x'] },
  markAll: { group: 'inbox', keys: ['mod+a', '* a'] },
  showArrived: { group: 'inbox', keys: ['shift+n'] },
  toDate: { group: 'inbox', keys: ['g d'] },
  density: { group: 'inbox', keys: ['shift+d'] },
  groupList: { group: 'inbox', keys: ['shift+g'] },
  tag: { group: 'inbox', keys: ['t'] },
  resolve: { group: 'inbox', keys: ['e'] },
  noReply: { group: 'inbox', keys: ['shift+e'] },
  reopen: { group: 'inbox', keys: ['shift+o'] },
  snooze: { group: 'inbox', keys: ['s'] },
  unread: { group: 'inbox', keys: ['u'] },
  putTogether: { group: 'inbox', keys: ['shift+j'] },
  openPlace: { group: 'inbox', keys: ['o'] },
  person: { group: 'inbox', keys: ['p'] },
  reply: { group: 'answer', keys: ['r'] },
  queue: { group: 'answer', keys: ['mod+Enter'] },
  promise: { group: 'answer', keys: ['mod+shift+p'] },
} as const satisfies Record<string, { group: string; keys: readonly string[] }>

export type CommandId = keyof typeof commands
export type CommandGroup = (typeof commands)[CommandId]['group']

export const commandGroups: readonly CommandGroup[] = ['go', 'inbox', 'answer', 'program']

export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(commands, id)
}

export interface Command {
  readonly id: CommandId
  readonly group: CommandGroup
  readonly keys: readonly string[]
}

/** Every command, with its id. */
export const commandList: readonly Command[] = Object.entries(commands).flatMap(([id, command]) =>
  isCommandId(id) ? [{ id, ...command }] : [],
)
