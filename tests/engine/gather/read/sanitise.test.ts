import { expect, test } from 'vitest'
import { plainText, plainTitle } from '../../../../src-main/engine/gather/read/plain-text.ts'
import { textAsHtml } from '../../../../src-main/engine/store/text-as-html.ts'
import { sanitise } from '../../../../src-main/engine/gather/read/sanitise.ts'

const BASE = 'https://place.example/posts/1'
const LINK = 'rel="noopener noreferrer nofollow" target="_blank"'

test.each([
  [
    'keeps what a text is made of',
    '<p>Hola <b>tú</b><br>y <em>yo</em></p>',
    '<p>Hola <b>tú</b><br />y <em>yo</em></p>',
  ],
  ['drops scripts with what is in them', 'a<script>alert(1)</script>b', 'ab'],
  ['drops handlers', '<p onclick="alert(1)" onmouseover=x>a</p>', '<p>a</p>'],
  [
    'drops styles, classes and ids',
    '<p style="background:url(https://t.example/)" class="x" id="y">a</p><style>p{}</style>',
    '<p>a</p>',
  ],
  [
    'drops frames, forms and objects',
    '<iframe src="https://t.example/"></iframe><form action="/x"><input name=a><button>b</button></form><object data=x></object>',
    'b',
  ],
  [
    'makes links absolute and safe',
    '<a href="/feed" onclick=x>a</a>',
    `<a href="https://place.example/feed" ${LINK}>a</a>`,
  ],
  [
    'keeps mail links',
    '<a href="mailto:x@example.com">a</a>',
    `<a href="mailto:x@example.com" ${LINK}>a</a>`,
  ],
  ['takes the address of a script link away', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  [
    'takes it away however it is written',
    '<a href=" jAvA\tscript:alert(1)">a</a><a href="data:text/html,x">b</a><a href="vbscript:x">c</a>',
    '<a>a</a><a>b</a><a>c</a>',
  ],
  [
    'lets an image wait',
    '<img src="/cup.png" alt="a cup" srcset="x 2x" onerror=y width=300>',
    '<img alt="a cup" width="300" data-src="https://place.example/cup.png" />',
  ],
  [
    'finds the image behind a lazy one',
    '<img src="data:image/gif;base64,R0" data-src="//cdn.example/a.png">',
    '<img data-src="https://cdn.example/a.png" />',
  ],
  [
    'drops images that only count readers',
    '<img src="https://t.example/o.gif" width="1" height="1"><img src="https://feeds.feedburner.com/~r/x/~4/y">',
    '',
  ],
  [
    'drops images that only count readers and say so in their style',
    '<img src="https://t.example/o" style="width: 1px"><img src="https://t.example/p" style="DISPLAY:none !important">',
    '',
  ],
  [
    'drops images of no place',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>"><img src="file:///etc/passwd">',
    '',
  ],
  [
    'is not fooled by what is never closed',
    '<p>a<b>b<a href="https://x.example/">c',
    `<p>a<b>b<a href="https://x.example/" ${LINK}>c</a></b></p>`,
  ],
  [
    'is not fooled by foreign elements',
    '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg><math><mi href="javascript:x">b</mi></math>',
    '<a>a</a>b',
  ],
])('%s', (_, markup, html) => {
  expect(sanitise(markup, BASE).html).toBe(html)
})

test('it counts the images that could be shown when asked', () => {
  expect(sanitise('<img src="/a.png"><img src="/b.png"><img src="data:x">', BASE).images).toBe(2)
})

test('no src, no style and no handler is left of a heap of tricks', () => {
  const heap =
    '<img src=x onerror=alert(1)//><svg/onload=alert(1)><p style=x><video src=//t.example><a href="&#106;avascript:x">'.repeat(
      50,
    )
  expect(sanitise(heap, BASE).html).not.toMatch(/\s(?:src|style|on\w+|srcset|background)=|javascript:/i)
})

test.each([
  ['<p>Uno.</p><p>Dos &amp; tres.</p>', 'Uno.\n\nDos & tres.'],
  ['a<br>b', 'a\nb'],
  ['<ul><li>a</li><li>b</li></ul>', '• a\n• b'],
  ['<h2>Título</h2>', 'Título'],
  ['<a href="https://x.example/">aquí</a> <img data-src="x">', 'aquí'],
  ['caf&eacute; &lt;3 &nbsp; &#8364;', 'café <3   €'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
])('%s reads as text', (html, text) => {
  expect(plainText(html)).toBe(text)
})

test.each([
  ['AT&amp;T', 'AT&T'],
  ['AT&T', 'AT&T'],
  ['<b>Muy</b> <i>malo</i>', 'Muy malo'],
  ['a\n  b\tc', 'a b c'],
  ['I &lt;3 you', 'I <3 you'],
  ['Before <body onload=x> and after', 'Before and after'],
  ['\u202egro.live &#x202e;\u2067x\u2069', 'gro.live x'],
])('the title %s is shown as plain text', (markup, title) => {
  expect(plainTitle(markup)).toBe(title)
})

test('plain text keeps its lines and shows its signs', () => {
  expect(textAsHtml('a <b>\nc\n\nd & e')).toBe('<p>a &lt;b&gt;<br />c</p><p>d &amp; e</p>')
})
