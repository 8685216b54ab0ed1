import { expect, test } from 'vitest'
import en from '../../src-renderer/locales/en.json' with { type: 'json' }
import es from '../../src-renderer/locales/es.json' with { type: 'json' }
import { commandGroups, commandList, isCommandId } from '../../src-renderer/kit/commands.ts'
import { takenBy, withKeys, withOwnKeys } from '../../src-renderer/kit/keymap.ts'

test('every command has a plain name in both languages, and stands in a group that palette and sheet show', () => {
  for (const { id, group } of commandList) {
    expect(es.kit.command[id], id).toMatch(/\p{L}/u)
    expect(en.kit.command[id], id).toMatch(/\p{L}/u)
    expect(commandGroups).toContain(group)
    expect(es.kit.group[group]).toMatch(/\p{L}/u)
  }
  expect(Object.keys(es.kit.command).filter((id) => !isCommandId(id))).toEqual([])
})

test('no two commands that work together have the same key, nor a key with which another begins', () => {
  for (const { id, keys } of commandList)
    for (const key of keys)
      expect(`${id} ${key}: ${takenBy(commandList, id, key) ?? 'free'}`).toBe(`${id} ${key}: free`)
})

test('the user’s own key takes the place of the usual one, and goes when the user wants the usual one again', () => {
  const own = withKeys({}, 'resolve', ['q'])
  expect(withOwnKeys(own).find(({ id }) => id === 'resolve')?.keys).toEqual(['q'])
  expect(withOwnKeys(own).find(({ id }) => id === 'tag')?.keys).toEqual(['t'])
  expect(withKeys(own, 'resolve', 'usual')).toEqual({})
  expect(withOwnKeys(withKeys(own, 'resolve', [])).find(({ id }) => id === 'resolve')?.keys).toEqual([])
})

test.each([
  ['a key of the same screen', 'resolve', 't', 'tag'],
  ['a key that works everywhere', 'resolve', '?', 'shortcuts'],
  ['the first of two in a row', 'resolve', 'g', 'goInbox'],
  ['two in a row that begin with a key', 'resolve', 't t', 'tag'],
  ['its own', 'resolve', 'e', null],
  ['a key of another screen', 'resolve', 'v', null],
  ['a free key', 'resolve', 'q', null],
] as const)('%s: it is said which command has it', (_case, id, keys, by) => {
  expect(takenBy(commandList, id, keys)).toBe(by)
})
