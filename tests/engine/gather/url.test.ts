import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAsItStands, resolveUrl } from '../../../src-main/engine/gather/url.ts'

test('an address that stands as it is is one that the URL standard would not write otherwise', () => {
  const sign = fc.constantFrom(
    ...'abZ09-_.~!$&\'()*+,;=:@/?%#[]"<>\\^`{|} \tñ'.split(''),
    ...['..', '%2e', '%2E', '%C3%B1', 'xn--', '/./', '/../', '//', '.com', '.1', ':80', ':443', '@'],
  )
  const address = fc
    .tuple(
      fc.constantFrom('https://', 'https://', 'http://', 'https:///', 'HTTPS://'),
      fc.constantFrom('a.example/', 'a.example', 'sub.a-b.example/p', '1.2.3.4', 'a', 'xn--a.example', ''),
      fc.array(sign, { maxLength: 5 }),
    )
    .map(([scheme, host, signs]) => `${scheme}${host}${signs.join('')}`)
  let standing = 0
  fc.assert(
    fc.property(address, (text) => {
      if (!isAsItStands(text)) return
      standing += 1
      expect(new URL(text).href).toBe(text)
    }),
    { numRuns: 50_000 },
  )
  expect(standing).toBeGreaterThan(200)
})

test.each([
  ['https://tienda.example/p/1?a=1&b=%C3%B1#opiniones', true],
  ['https://tienda.example/caf%C3%A9/', true],
  ['https://tienda.example', false],
  ['https://tienda.example/a/../b', false],
  ['https://tienda.example:8080/', false],
])('%s stands as it is: %s', (address, stands) => {
  expect(isAsItStands(address)).toBe(stands)
})

test('a link is made whole from where it stands', () => {
  expect(resolveUrl(' /p ', 'https://tienda.example/x')).toBe('https://tienda.example/p')
  expect(resolveUrl(' https://tienda.example/p ', null)).toBe('https://tienda.example/p')
  expect(resolveUrl('', 'https://tienda.example/x')).toBeNull()
})
