import fc from 'fast-check'
import { compile } from 'html-to-text'
import { expect, test } from 'vitest'
import { plainText } from '../../../../src-main/engine/gather/read/plain-text.ts'
import { sanitise } from '../../../../src-main/engine/gather/read/sanitise.ts'
import { simpleText } from '../../../../src-main/engine/gather/read/simple-text.ts'

const library = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
  ],
})
const piece = fc.constantFrom(
  ...[
    'Llegó tarde',
    'a &lt; b &amp; c',
    ' ',
    '\n',
    '  ',
    'muy\u00a0bien',
    '3&nbsp;€',
    '<br>',
    '<br />',
    '<b>no</b>',
    '<i>sí </i>',
  ],
  ...[
    '<a href="https://tienda.example/?a=1&amp;b=2">la tienda</a>',
    '<img src="https://x.example/a.png">',
    '<p>',
    '</p>',
    '<p dir="rtl">',
  ],
)
const asShown = (text: string) =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

test('paragraphs, breaks and words read the same by the short way and by the library', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { html } = sanitise(pieces.join(''), null)
      const short = simpleText(html)
      expect(short).not.toBeNull()
      expect(asShown(short ?? '')).toBe(asShown(library(html)))
    }),
    { numRuns: 2000 },
  )
})

test('lists, tables and quotes are left to the library', () => {
  expect(simpleText('<ul><li>uno</li></ul>')).toBeNull()
  expect(plainText('<ul><li>uno</li><li>dos</li></ul>')).toBe('• uno\n• dos')
})
