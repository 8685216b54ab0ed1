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

test('what may no longer be true is not given', () => {
  const early = createEarly()
  early.keep('brands.list', {}, Promise.resolve('twenty brands'))
  early.forget()
  expect(early.take('brands.list', {})).toBeNull()
})
