import { expect, test } from 'vitest'
import { growing, TooLarge } from '../../../../src-main/engine/gather/fetch/growing.ts'
import { letGo, ownBuffer } from '../../../../src-main/engine/gather/fetch/let-go.ts'
import { chance } from '../../../support/chance.ts'
import { seed } from '../../../support/seed.ts'

test('whatever the pieces a body comes in, it is whole, and has a buffer of its own', () => {
  const from = seed(20)
  const { below } = chance(from)
  for (let round = 0; round < 20; round += 1) {
    const pieces = Array.from({ length: below(12) }, () => Buffer.alloc(below(300_000), below(256)))
    const body = growing(4_000_000)
    pieces.forEach(body.add)
    const whole = body.take()
    expect(Buffer.concat(pieces).equals(whole), `seed ${from}`).toBe(true)
    expect(ownBuffer(whole) === whole.buffer).toBe(whole.byteLength > 0)
  }
})

test.each([262_143, 262_144, 262_145, 524_288])('a body of %i bytes, where blocks end, is whole', (size) => {
  const text = Buffer.alloc(size, 'ábc')
  const body = growing(size)
  body.add(text.subarray(0, 1000))
  body.add(text.subarray(1000))
  expect(text.equals(body.take())).toBe(true)
})

test('a byte more than is allowed is too much, in one piece or many', () => {
  expect(() => growing(10).add(Buffer.alloc(11))).toThrow(TooLarge)
  const body = growing(10)
  body.add(Buffer.alloc(10))
  expect(() => body.add(Buffer.alloc(1))).toThrow(TooLarge)
  expect(() => body.add(Buffer.alloc(1))).toThrow(TooLarge)
})

test('bytes that share their buffer with others are not let go', () => {
  const all = new Uint8Array([1, 2, 3, 4])
  letGo(all.subarray(1, 3))
  expect([...all]).toEqual([1, 2, 3, 4])
  letGo(all)
  expect(all.byteLength).toBe(0)
})
