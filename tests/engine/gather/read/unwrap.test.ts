import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalUrl } from '../../../../src-main/engine/gather/read/canonical-url.ts'
import { readDocument } from '../../../../src-main/engine/gather/read/read-document.ts'
import { unwrap } from '../../../../src-main/engine/gather/read/unwrap.ts'

const PAGE = 'https://lluvia.example/2026/gotas?id=7'
const packed = encodeURIComponent(PAGE)

test.each([
  `https://www.google.com/url?rct=j&sa=t&url=${packed}&ct=ga&cd=CAIy&usg=AOv`,
  `https://www.google.co.uk/url?q=${packed}&sa=U`,
  `https://l.facebook.com/l.php?u=${packed}&h=AT0`,
  `https://l.instagram.com/?u=${packed}`,
  `https://www.youtube.com/redirect?event=x&q=${packed}`,
  `https://out.reddit.com/t3_x?url=${packed}&token=1`,
  `https://www.linkedin.com/redir/redirect?url=${packed}`,
  `https://t.umblr.com/redirect?z=${packed}&t=x`,
  `http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=${packed}&c=1`,
  `https://duckduckgo.com/l/?uddg=${packed}`,
  `https://steamcommunity.com/linkfilter/?url=${packed}`,
  `https://vk.com/away.php?to=${packed}`,
  'https://www.google.com/amp/s/lluvia.example/2026/gotas?id=7',
  'https://lluvia-example.cdn.ampproject.org/c/s/lluvia.example/2026/gotas?id=7',
  'https://lluvia-example.cdn.ampproject.org/v/s/lluvia.example/2026/gotas?id=7',
  `https://www.google.com/url?url=${encodeURIComponent(`https://l.facebook.com/l.php?u=${packed}`)}`,
])('%s leads to the page itself', (address) => {
  expect(unwrap(address)).toBe(PAGE)
  expect(canonicalUrl(address)).toBe(canonicalUrl(PAGE))
})

test.each([
  PAGE,
  'https://place.example/url?url=https%3A%2F%2Fother.example%2F',
  'https://www.google.com/search?q=https%3A%2F%2Fother.example%2F',
  'https://www.google.com/url?url=javascript%3Aalert(1)',
  'https://www.google.com/url?url=%2Flocal',
  'https://www.google.com/url',
  'https://www.google.com/amp/s/',
  'https://evilgoogle.com/url?url=https%3A%2F%2Fother.example%2F',
  'https://google.com.evil.example/url?url=https%3A%2F%2Fother.example%2F',
  'not an address',
])('%s stays as it is', (address) => {
  expect(unwrap(address)).toBe(address)
})

test('however often an address is wrapped, it ends at what is inside, and one form is its own form', () => {
  const wrappers = [
    (inside: string) => `https://www.google.es/url/?url=${encodeURIComponent(inside)}`,
    (inside: string) => `http://m.facebook.com/l.php?u=${encodeURIComponent(inside)}`,
    (inside: string) => `https://vk.com/away.php?to=${encodeURIComponent(inside)}&utm_source=x`,
  ]
  const layers = fc.array(fc.nat(wrappers.length - 1), { maxLength: 4 })
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), layers, (address, ways) => {
      const wrapped = ways.reduce((inside, way) => wrappers[way]?.(inside) ?? inside, address)
      const canonical = canonicalUrl(wrapped)
      expect(canonical).toBe(canonicalUrl(address))
      expect(canonicalUrl(canonical)).toBe(canonical)
    }),
    { seed: 11, numRuns: 300 },
  )
})

describe('one page under several names of its host is one place', () => {
  test.each([
    ['https://old.reddit.com/r/rain/comments/1/x/', 'https://www.reddit.com/r/rain/comments/1/x'],
    ['https://m.facebook.com/aurora/posts/1', 'https://www.facebook.com/aurora/posts/1'],
    ['https://mobile.twitter.com/ana/status/1', 'https://x.com/ana/status/1'],
    ['https://www.x.com/ana/status/1', 'https://x.com/ana/status/1'],
    ['https://m.youtube.com/watch?v=1', 'https://www.youtube.com/watch?v=1'],
    ['https://es.m.wikipedia.org/wiki/Lluvia', 'https://es.wikipedia.org/wiki/Lluvia'],
    ['http://lluvia.example:443/', 'https://lluvia.example/'],
  ])('%s', (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical)
    expect(canonicalUrl(canonical)).toBe(canonical)
  })

  test('of a host nobody knows, the one for phones may show something else', () => {
    expect(canonicalUrl('https://m.lluvia.example/a')).not.toBe(canonicalUrl('https://lluvia.example/a'))
  })
})

test('an alert is gathered as what it leads to, without Google’s marks', async () => {
  const alerts = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
    <id>tag:google.com,2005:reader/user/1/state/com.google/alerts/2</id><title>Google Alert - aurora</title>
    <entry><id>tag:google.com,2013:googlealerts/feed:9</id>
    <title type="html">Abre el &lt;b&gt;Café Aurora&lt;/b&gt; en Lugo</title>
    <link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=${packed.replaceAll('&', '&amp;')}&amp;ct=ga"></link>
    <published>2026-03-09T10:00:00Z</published><updated>2026-03-09T10:00:00Z</updated>
    <content type="html">Ayer abrió el &lt;b&gt;Café Aurora&lt;/b&gt;.</content><author><name></name></author></entry></feed>`
  const result = await readDocument({
    body: Buffer.from(alerts),
    contentType: 'text/xml',
    url: 'https://www.google.com/alerts/feeds/1/2',
  })
  expect(result).toMatchObject({
    kind: 'feed',
    document: {
      items: [
        {
          title: 'Abre el Café Aurora en Lugo',
          url: PAGE,
          canonicalUrl: PAGE,
          text: 'Ayer abrió el Café Aurora.',
        },
      ],
    },
  })
})
