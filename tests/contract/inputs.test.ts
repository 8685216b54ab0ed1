import { expect, test } from 'vitest'
import { CallFailed } from '../../src-main/contract/failure.ts'
import type { InputOf } from '../../src-main/contract/method.ts'
import { type Contract, contract } from '../../src-main/contract/contract.ts'
import { startTestEngine } from '../support/test-engine.ts'

type Name = keyof Contract

/** Asks with anything at all, as a script on the command line can. */
async function askWith(name: Name, input: unknown) {
  const { call } = startTestEngine()
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- it is wrong on purpose
  return call(name, input as InputOf<Contract[Name]>)
}

test.each<[string, Name, unknown, RegExp]>([
  ['an id of another kind', 'mentions.get', { id: 'b1.p1' }, /at id: a mention id/],
  ['an id that is only a number', 'mentions.get', { id: 81 }, /at id/],
  ['a page of nothing', 'mentions.list', { limit: 0 }, /at limit/],
  ['a page of everything', 'mentions.list', { limit: 1_000_000 }, /at limit/],
  ['an act nobody knows', 'acts.do', { on: { ids: ['b1.m1'] }, act: { kind: 'delete' } }, /at act/],
  ['an act on nothing', 'acts.do', { on: { ids: [] }, act: { kind: 'read' } }, /at on/],
  [
    'a tag without a name',
    'acts.do',
    { on: { ids: ['b1.m1'] }, act: { kind: 'tag', tag: 'a//b' } },
    /names between slashes/,
  ],
  ['a brand without a name', 'brands.create', { name: '  ' }, /at name/],
  [
    'a time zone on the moon',
    'brands.create',
    { name: 'Luna', timezone: 'Moon/Tranquility' },
    /a time zone such as/,
  ],
  ['no object at all', 'mentions.list', 'everything', /mentions\.list/],
])('%s is refused, and it is said where', async (_says, name, input, message) => {
  const refused = await askWith(name, input).catch((error: unknown) => error)
  if (!(refused instanceof CallFailed)) throw new Error('It was not refused.')
  expect(refused.failure.kind).toBe('invalid-input')
  expect(refused.failure.message).toMatch(message)
})

test('every method says in one sentence what it is for', () => {
  const silent = Object.entries(contract).filter(([, { says }]) => !/^\S.*[.!]$/.test(says))
  expect(silent.map(([name]) => name)).toEqual([])
})

test('a brand that is not here is said not to be here', async () => {
  await expect(askWith('tags.list', { brandId: 'b9' })).rejects.toMatchObject({
    failure: { kind: 'not-found' },
  })
})
