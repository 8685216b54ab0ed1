import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sanitiseAny } from '../../../../src-main/engine/gather/read/sanitise.ts'
import { simpleMarkup } from '../../../../src-main/engine/gather/read/simple-markup.ts'
import { hostileMarkups } from '../../../support/hostile-texts.ts'

const BASE = 'https://place.example/posts/1'

/** What people write, what they write wrongly, and what others try. */
const piece = fc.constantFrom(
  ...[
    'Llegó tarde',
    ' ',
    '\n',
    'a > b',
    'a < b',
    '3&nbsp;€',
    'R&D',
    'a &lt;b&gt; &amp; c',
    '&copy',
    '&copy;',
  ],
  ...['it&#8217;s', '&#x3c;script&#x3e;', '&quot;sí&quot;', '&#0;', '&#128;', '&bogus;', '&notit;', '\u0000'],
  ...[
    '<p>',
    '</p>',
    '<p class="x" id="y">',
    '<p dir="rtl">',
    '<P>',
    '<p/>',
    '<br>',
    '<br />',
    '<br/>',
    '</br>',
  ],
  ...[
    '<b>',
    '</b>',
    '<i>no</i>',
    '<em>',
    '</em>',
    '<strong>sí</strong>',
    '<code>',
    '</code>',
    '<hr>',
    '<div>',
    '</div>',
  ],
  ...[
    '<a href="https://tienda.example/?a=1&amp;b=2">',
    '<a href="/p" title="">',
    '<a href="p" title="q &amp; a">',
  ],
  ...[
    '<a href="javascript:alert(1)">',
    '<a href="mailto:x@y.example">',
    "<a href='/x'>",
    '<a>',
    '</a>',
    '<a href="">',
  ],
  ...[
    '<a href="//cdn.example/a b">',
    '<a href="https://x.example/\\"">',
    '<a HREF="/x">',
    '<a href="/x" href="/y">',
  ],
  ...[
    '<a href=/x>',
    '<a href="/x"title="y">',
    '<a href="https://x.example/&quot;onclick=x">',
    '<a onclick="alert(1)">',
  ],
  ...[
    '<img src="https://x.example/a.png" alt="">',
    '<img src="/a.png" alt="a &amp; b" width="10" height="1x"/>',
    '<img>',
  ],
  ...[
    '<img src="data:image/gif;base64,R0" data-src="/b.png">',
    '<img src="/o.gif" width="1" height="1">',
    '<img alt="">',
  ],
  ...[
    '<img src="/a.png" style="display:none">',
    '<img src="x" onerror="alert(1)">',
    '<img src="/a.png" alt="<b>">',
  ],
  ...[
    '<script>alert(1)</script>',
    '<style>p{}</style>',
    '<!-- a -->',
    '<![CDATA[a]]>',
    '<?x?>',
    '<svg>',
    '<',
    '>',
    '"',
  ],
)

test('what is read the short way is written as the library writes it', () => {
  let short = 0
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
      const markup = pieces.join('')
      const simple = simpleMarkup(markup, BASE)
      if (simple === null) return
      short += 1
      expect(simple).toEqual(sanitiseAny(markup, BASE))
    }),
    { numRuns: 20_000 },
  )
  expect(short).toBeGreaterThan(1000)
})

test('so is any run of the signs that markup is made of', () => {
  const sign = fc.constantFrom(
    ...'<>/ apbirem="&;#x3\n-!'.split(''),
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<a href="',
    '">',
  )
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
      const markup = signs.join('')
      const simple = simpleMarkup(markup, BASE)
      if (simple !== null) expect(simple).toEqual(sanitiseAny(markup, BASE))
    }),
    { numRuns: 20_000 },
  )
})

test('nothing hostile goes the short way and comes out otherwise', () => {
  for (const markup of hostileMarkups('https://canary.example')) {
    const simple = simpleMarkup(markup, BASE)
    if (simple !== null) expect(simple).toEqual(sanitiseAny(markup, BASE))
  }
})

test('what most posts are made of goes the short way', () => {
  const post =
    '<p>Llegó tarde, y <b>rota</b>.</p>\n<p><a href="https://tienda.example/p?a=1&amp;b=2">La tienda</a> <img src="https://i.example/1.jpg" alt=""> no contesta. It&#8217;s over.</p>'
  expect(simpleMarkup(post, BASE)).toEqual({
    html: '<p>Llegó tarde, y <b>rota</b>.</p>\n<p><a href="https://tienda.example/p?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">La tienda</a> <img alt="" data-src="https://i.example/1.jpg" /> no contesta. It’s over.</p>',
    images: 1,
  })
})
