import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack } from '../../../../src-main/engine/gather/read/pack.ts'

test('the markup a place sent comes back whole, short or long', () => {
  const markup = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1000, maxLength: 5000 }))
  fc.assert(
    fc.property(markup, (text) => {
      expect(inflateRawSync(pack(text)).toString()).toBe(text)
    }),
  )
})

test('long markup takes less room than it was', () => {
  expect(pack('<p>Llegó tarde otra vez.</p>'.repeat(100)).length).toBeLessThan(500)
})
