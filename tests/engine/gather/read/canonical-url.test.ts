import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalUrl } from '../../../../src-main/engine/gather/read/canonical-url.ts'

test.each([
  ['https://Example.COM/a', 'https://example.com/a'],
  ['http://example.com/a', 'https://example.com/a'],
  ['http://example.com:80/a', 'https://example.com/a'],
  ['http://example.com:8080/a', 'https://example.com:8080/a'],
  ['https://example.com/a/', 'https://example.com/a'],
  ['https://example.com', 'https://example.com/'],
  ['https://example.com/a?utm_source=rss&utm_medium=feed', 'https://example.com/a'],
  ['https://example.com/a?b=2&a=1', 'https://example.com/a?a=1&b=2'],
  ['https://example.com/a?id=7&fbclid=xyz&gclid=1', 'https://example.com/a?id=7'],
  ['https://example.com/a?mc_cid=1&mc_eid=2&_ga=3', 'https://example.com/a'],
  ['https://example.com/a#top', 'https://example.com/a'],
  ['https://example.com/a#comment-12', 'https://example.com/a#comment-12'],
  ['https://example.com/a#p34', 'https://example.com/a#p34'],
  ['https://user:pass@example.com/a', 'https://example.com/a'],
  ['mailto:x@example.com', null],
  ['javascript:alert(1)', null],
  ['not an address', null],
  ['', null],
])('%s is the same place as %s', (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical)
})

test('one form is its own form, and tracking changes nothing', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const canonical = canonicalUrl(address)
      expect(canonicalUrl(canonical)).toBe(canonical)
      const url = new URL(address)
      url.searchParams.append('utm_campaign', 'x')
      expect(canonicalUrl(url.href)).toBe(canonical)
    }),
    { seed: 7, numRuns: 300 },
  )
})
