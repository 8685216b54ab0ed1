import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../../../../src-main/engine/gather/read/read-document.ts'
import { FEED_SAMPLES } from '../../../support/feed-samples/index.ts'

const ANSWERS = ['feed', 'page', 'failed']

async function answerTo(body: Uint8Array, contentType: string | null = null) {
  const { kind } = await readDocument({ body, contentType, url: 'https://place.example/feed' })
  return kind
}

test('any bytes at all are answered', async () => {
  const headers = fc.constantFrom(null, 'text/html', 'application/feed+json', 'text/xml; charset=utf-16')
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), headers, async (body, header) => {
      expect(ANSWERS).toContain(await answerTo(body, header))
    }),
    { seed: 21, numRuns: 500 },
  )
})

const PIECES = [
  ...[
    '<',
    '>',
    '&',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?',
    '"',
    "'",
    '/>',
    '</',
    '<!DOCTYPE rss [',
    '<a:',
    '\0',
  ],
  ...[
    '<item>',
    '</item>',
    '<entry>',
    '</entry>',
    '<title>',
    '</title>',
    '<description>',
    '</channel>',
    '&#0;',
    '<3',
  ],
  ...['{', '}', '[', ']', '\u0085', ' xmlns:a="http://www.w3.org/2005/Atom"', ' xml:base="x:"'],
]

test('a feed that anything was put into, cut out of or cut off from is answered', async () => {
  const spoils = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      out: fc.nat(40),
      put: fc.constantFrom('', ...PIECES),
    }),
    { minLength: 1, maxLength: 6 },
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...FEED_SAMPLES), spoils, async ({ text }, changes) => {
      const spoiled = changes.reduce((whole, { at, out, put }) => {
        const from = Math.floor(at * whole.length)
        return whole.slice(0, from) + put + whole.slice(from + out)
      }, text)
      expect(ANSWERS).toContain(await answerTo(Buffer.from(spoiled)))
    }),
    { seed: 22, numRuns: 1500 },
  )
})

test.each([
  ['a hundred thousand elements, one in another', `<rss version="2.0"><channel>${'<title>'.repeat(100_000)}`],
  [
    'as many that are never closed',
    `<rss version="2.0"><channel><x>${'<a/>'.repeat(200_000)}</channel></rss>`,
  ],
  [
    'as many names',
    `<rss version="2.0"><channel>${Array.from({ length: 100_000 }, (_, n) => `<n${n}/>`).join('')}`,
  ],
  ['a million beginnings of a DTD', '<!DOCTYPE rss ['.repeat(1_000_000)],
  [
    'a quotation that never ends, over and over',
    `<rss><channel><item><title><3 ${'<![CDATA['.repeat(200_000)}`,
  ],
])('%s are answered', async (_, text) => {
  expect(ANSWERS).toContain(await answerTo(Buffer.from(text)))
})
