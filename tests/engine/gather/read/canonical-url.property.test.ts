import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalUrl } from '../../../../src-main/engine/gather/read/canonical-url.ts'

const RUNS = { seed: 11, numRuns: 500 }

const word = fc.stringMatching(/^[a-z][a-z0-9]{2,7}$/)
const host = word.map((name) => `${name}.example`)
const path = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => `/n/${parts.join('/')}`)
/** Parameters that mean something: none of those that only count readers. */
const parameters = fc.uniqueArray(
  fc.tuple(
    word.map((name) => `q${name}`),
    word,
  ),
  {
    selector: ([name]) => name,
    maxLength: 5,
  },
)
const tracking = fc.subarray(['utm_source=rss', 'fbclid=a1', 'gclid=b2', 'mc_cid=c3', '_ga=d4', 'igsh=e5'])
const address = fc.record({ host, path, parameters })

interface Address {
  readonly host: string
  readonly path: string
  readonly parameters: readonly (readonly [string, string])[]
}

function written(
  { host: name, path: where, parameters: asked }: Address,
  more: readonly string[] = [],
): string {
  const query = [...asked.map(([key, value]) => `${key}=${value}`), ...more].join('&')
  return `https://${name}${where}${query === '' ? '' : `?${query}`}`
}

test('one address is one place, in whatever order its parameters stand and whoever counts its readers', () => {
  const shuffled = address.chain((one) =>
    fc.record({
      one: fc.constant(one),
      order: fc.shuffledSubarray([...one.parameters], { minLength: one.parameters.length }),
      counted: tracking,
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ one, order, counted }) => {
      expect(canonicalUrl(written({ ...one, parameters: order }, counted))).toBe(canonicalUrl(written(one)))
    }),
    RUNS,
  )
})

test('one address is one place, however its host, port and scheme are written', () => {
  const ways = fc.constantFrom(
    (url: string) => url.replace(/\/\/[^/]+/, (name) => name.toUpperCase()),
    (url: string) => url.replace(/(\/\/[^/]+)/, '$1:443'),
    (url: string) => url.replace(/^https:\/\/([^/]+)/, 'http://$1:80'),
    (url: string) => url.replace('https:', 'HTTPS:'),
    (url: string) => `${url}#section`,
    (url: string) => `  ${url}\n`,
    (url: string) => url.replace('//', '//lucia:geheim@'),
  )
  fc.assert(
    fc.property(address, ways, (one, way) => {
      const canonical = canonicalUrl(written(one))
      expect(canonicalUrl(way(written(one)))).toBe(canonical)
      expect(canonicalUrl(canonical)).toBe(canonical)
    }),
    RUNS,
  )
})

test('two addresses are never one place when host, path or a parameter differs', () => {
  fc.assert(
    fc.property(address, address, (one, other) => {
      const sorted = (given: Address) => [...given.parameters].map(([key, value]) => `${key}=${value}`).sort()
      const isSame =
        one.host === other.host &&
        one.path === other.path &&
        JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
      expect(canonicalUrl(written(one)) === canonicalUrl(written(other))).toBe(isSame)
    }),
    RUNS,
  )
  fc.assert(
    fc.property(address, path, (one, elsewhere) => {
      fc.pre(elsewhere !== one.path)
      expect(canonicalUrl(written({ ...one, path: elsewhere }))).not.toBe(canonicalUrl(written(one)))
    }),
    RUNS,
  )
})
