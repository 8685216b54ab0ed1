import { describe, expect, test } from 'vitest'
import { commandList } from '../../src-renderer/kit/commands.ts'
import { matchStroke, strokeOf, worksWhileTyping, type Pressed } from '../../src-renderer/kit/keys.ts'

const pressed = (key: string, modifiers: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
})

describe('a key is the same on every keyboard', () => {
  test.each([
    ['j', pressed('j'), 'linux', 'j'],
    ['a slash typed with Shift+7, as in Spain', pressed('/', { shiftKey: true }), 'linux', '/'],
    ['a question mark', pressed('?', { shiftKey: true }), 'linux', '?'],
    ['a capital letter', pressed('E', { shiftKey: true }), 'linux', 'shift+e'],
    ['Ctrl+Enter', pressed('Enter', { ctrlKey: true }), 'linux', 'mod+Enter'],
    ['Cmd+Enter on a Mac', pressed('Enter', { metaKey: true }), 'darwin', 'mod+Enter'],
    ['Ctrl alone on a Mac', pressed('k', { ctrlKey: true }), 'darwin', null],
    ['Shift by itself', pressed('Shift', { shiftKey: true }), 'linux', null],
    ['the space bar', pressed(' '), 'linux', 'Space'],
  ])('%s', (_name, event, platform, stroke) => {
    expect(strokeOf(event, platform)).toBe(stroke)
  })
})

test('Ctrl+Z and Ctrl+A are the field’s own while somebody types', () => {
  expect(['mod+z', 'mod+a', 'mod+shift+z', 'mod+v'].filter(worksWhileTyping)).toEqual([])
})

test('a lone key never acts while somebody types, Ctrl+Enter does', () => {
  expect(['e', '/', 'Enter', 'shift+e', 'mod+Enter', 'F6'].filter(worksWhileTyping)).toEqual([
    'mod+Enter',
    'F6',
  ])
})

describe('g waits for its second key', () => {
  const commands = [
    { id: 'inbox', keys: ['g i'] },
    { id: 'gather', keys: ['i'] },
  ]
  test('g, then i, goes to the inbox', () => {
    expect(matchStroke(commands, null, 'g')).toEqual({ kind: 'waits', first: 'g' })
    expect(matchStroke(commands, 'g', 'i')).toEqual({ kind: 'command', id: 'inbox' })
  })
  test('i alone is another command', () => {
    expect(matchStroke(commands, null, 'i')).toEqual({ kind: 'command', id: 'gather' })
  })
  test('a second key that leads nowhere is taken for a first one', () => {
    expect(matchStroke([...commands, { id: 'next', keys: ['j'] }], 'g', 'j')).toEqual({
      kind: 'command',
      id: 'next',
    })
  })
})

/** What is offered at the same time: everywhere, and on one screen. */
const SCREENS = [['inbox', 'answer'], ['tags'], ['rules']]

test.each(SCREENS)('no two commands that are offered together share a key: %s', (...screen) => {
  const together = ['program', 'go', ...screen]
  const keys = commandList
    .filter(({ group }) => together.includes(group))
    .flatMap((command): readonly string[] => command.keys)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
