import { expect, test } from 'vitest'
import { createEarly } from '../../src-renderer/engine/early.ts'

test('what was asked early is given once, to who asks the same', async () => {
  const early = createEarly()
  early.keep('mentions.list', { brandId: 'b1', where: 'is:open', limit: 100 }, Promise.resolve('the list'))
  expect(early.take('mentions.list', { brandId: 'b2', where: 'is:open', limit: 100 })).toBeNull()
  expect(early.take('mentions.search', { brandId: 'b1', where: 'is:open', limit: 100 })).toBeNull()
  expect(await early.take('mentions.list', { limit: 100, where: 'is:open', brandId: 'b1' })).toBe('the list')
  expect(early.take('mentions.list', { brandId: 'b1', where: 'is:open', limit: 100 })).toBeNull()
})

test('what may no longer be true is not given, but can be drawn until the truth is here', async () => {
  const early = createEarly()
  early.keep('brands.list', {}, Promise.resolve('twenty brands'))
  await Promise.resolve()
  early.makeStale()
  expect(early.known('brands.list', {})).toEqual({ value: 'twenty brands', is: 'stale' })
  expect(early.look('brands.list', {})).toBeNull()
  expect(early.take('brands.list', {})).toBeNull()
  expect(early.known('brands.list', {})).toBeNull()
})

test('what is here can be drawn at once, and what is on its way is asked for once', async () => {
  const early = createEarly()
  const answer = Promise.resolve('the list')
  early.keep('mentions.list', { where: 'is:open' }, answer)
  expect(early.known('mentions.list', { where: 'is:open' })).toBeNull()
  expect(early.look('mentions.list', { where: 'is:open' })).toBe(answer)
  await answer
  expect(early.known('mentions.list', { where: 'is:open' })).toEqual({ value: 'the list', is: 'fresh' })
  early.forget('mentions.list', { where: 'is:open' }, Promise.resolve('an older list'))
  expect(early.known('mentions.list', { where: 'is:open' })?.value).toBe('the list')
  early.forget('mentions.list', { where: 'is:open' }, answer)
  expect(early.known('mentions.list', { where: 'is:open' })).toBeNull()
})
