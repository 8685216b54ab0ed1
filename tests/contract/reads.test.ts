import { expect, test } from 'vitest'
import { contract } from '../../src-main/contract/contract.ts'
import { READS } from '../../src-main/contract/reads.ts'

test('only methods that change nothing are asked again when the engine was started anew', () => {
  const reads = Object.entries(contract).filter(([, { changes }]) => !changes)
  expect([...READS].toSorted()).toEqual(reads.map(([name]) => name).toSorted())
})
