import { expect, test } from 'vitest'
import { polite } from './polite.ts'

test('over the hours of a day nobody is asked too often, too early, or without saying who asks', async () => {
  const { breaches } = await polite.run('sample')
  expect(breaches).toEqual([])
})
