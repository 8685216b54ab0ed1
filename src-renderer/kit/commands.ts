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
  goTags: { group: 'go', keys: ['g t'] },
  goRules: { group: 'go', keys: ['g l'] },
  goReports: { group: 'go', keys: ['g r'] },
  goSettings: { group: 'go', keys: ['g a', 'mod+,'] },
  // The user's own, in the order they stand in the rail; the palette has them by name.
  view1: { group: 'go', keys: ['g 1'] },
  view2: { group: 'go', keys: ['g 2'] },
  view3: { group: 'go', keys: ['g 3'] },
  view4: { group: 'go', keys: ['g 4'] },
  view5: { group: 'go', keys: ['g 5'] },
  view6: { group: 'go', keys: ['g 6'] },
  view7: { group: 'go', keys: ['g 7'] },
  view8: { group: 'go', keys: ['g 8'] },
  view9: { group: 'go', keys: ['g 9'] },
  search: { group: 'inbox', keys: ['/', 'mod+f'] },
  next: { group: 'inbox', keys: ['j', 'ArrowDown'] },
  previous: { group: 'inbox', keys: ['k', 'ArrowUp'] },
  openMention: { group: 'inbox', keys: ['Enter'] },
  backToList: { group: 'inbox', keys: ['Escape'] },
  nextInCare: { group: 'inbox', keys: ['Space'] },
  careOrder: { group: 'inbox', keys: ['shift+c'] },
  focusMode: { group: 'inbox', keys: ['f'] },
  mark: { group: 'inbox', keys: ['x'] },
  markNext: { group: 'inbox', keys: ['shift+ArrowDown'] },
  markPrevious: { group: 'inbox', keys: ['shift+ArrowUp'] },
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
  wait: { group: 'inbox', keys: ['h'] },
  unread: { group: 'inbox', keys: ['u'] },
  saveView: { group: 'inbox', keys: ['mod+s'] },
  putTogether: { group: 'inbox', keys: ['shift+j'] },
  feelNegative: { group: 'inbox', keys: ['1'] },
  feelNeutral: { group: 'inbox', keys: ['2'] },
  feelPositive: { group: 'inbox', keys: ['3'] },
  whyFeeling: { group: 'inbox', keys: ['w'] },
  openPlace: { group: 'inbox', keys: ['o'] },
  acceptTag: { group: 'inbox', keys: ['y'] },
  mutePerson: { group: 'inbox', keys: ['shift+m'] },
  person: { group: 'inbox', keys: ['p'] },
  reply: { group: 'answer', keys: ['r'] },
  queue: { group: 'answer', keys: ['mod+Enter'] },
  promise: { group: 'answer', keys: ['mod+shift+p'] },
  fact: { group: 'answer', keys: ['mod+shift+f'] },
  fixWord: { group: 'answer', keys: ['mod+.'] },
  queueNoting: { group: 'answer', keys: ['mod+shift+Enter'] },
  secondLook: { group: 'answer', keys: ['mod+shift+l'] },
  newTag: { group: 'tags', keys: ['c'] },
  seeTagged: { group: 'tags', keys: ['Enter'] },
  renameTag: { group: 'tags', keys: ['r'] },
  moveTag: { group: 'tags', keys: ['v'] },
  mergeTag: { group: 'tags', keys: ['m'] },
  tagLooks: { group: 'tags', keys: ['d'] },
  retireTag: { group: 'tags', keys: ['e'] },
  newRule: { group: 'rules', keys: ['c'] },
  muteWords: { group: 'rules', keys: ['m'] },
  editRule: { group: 'rules', keys: ['Enter'] },
  switchRule: { group: 'rules', keys: ['x'] },
  ruleUp: { group: 'rules', keys: ['shift+k'] },
  ruleDown: { group: 'rules', keys: ['shift+j'] },
  runRule: { group: 'rules', keys: ['p'] },
  undoRule: { group: 'rules', keys: ['u'] },
  removeRule: { group: 'rules', keys: ['e'] },
} as const satisfies Record<string, { group: string; keys: readonly string[] }>

export type CommandId = keyof typeof commands
export type CommandGroup = (typeof commands)[CommandId]['group']

export const commandGroups: readonly CommandGroup[] = ['go', 'inbox', 'answer', 'tags', 'rules', 'program']

export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(commands, id)
}

/** Those that open one of the user's own views: the palette and the sheet show them in their own way. */
export function isViewCommand(id: CommandId): boolean {
  return /^view\d$/.test(id)
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
