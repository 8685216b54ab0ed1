import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { maskUrl } from '../../../../src-main/engine/gather/fetch/mask-url.ts'
import { chooseWay } from '../../../../src-main/engine/gather/fetch/proxy.ts'
import { retryAfterSeconds } from '../../../../src-main/engine/gather/fetch/retry-after.ts'
import { USER_AGENT } from '../../../../src-main/engine/gather/fetch/user-agent.ts'

test.each([
  ['https://example.com/feed', 'https://example.com/feed'],
  [
    'https://example.com/2026/03/a-long-title-of-a-post-with-many-words/feed',
    'https://example.com/2026/03/a-long-title-of-a-post-with-many-words/feed',
  ],
  ['https://lucia:geheim@example.com/feed', 'https://…@example.com/feed'],
  ['https://token@example.com/feed', 'https://…@example.com/feed'],
  ['https://example.com/feed?token=abc&page=2', 'https://example.com/feed?token=…&page=2'],
  ['https://example.com/feed?api_key=abc', 'https://example.com/feed?api_key=…'],
  ['https://example.com/feed?access_token=abc', 'https://example.com/feed?access_token=…'],
  ['https://example.com/feed?k=3fa9c1', 'https://example.com/feed?k=…'],
  [
    'https://example.com/private/9f86d081884c7d659a2feaa0c55ad015/feed.xml',
    'https://example.com/private/…/feed.xml',
  ],
  ['https://example.com/rss/Zk3RtY7pQw9LmN2x.xml', 'https://example.com/rss/….xml'],
  [
    'https://example.com/alerts/feeds/12345678901234567890/987654321',
    'https://example.com/alerts/feeds/12345678901234567890/987654321',
  ],
  [
    'https://example.com/feeds/videos.xml?channel_id=UCabcdEFGH1234ijklMNOP',
    'https://example.com/feeds/videos.xml?channel_id=UCabcdEFGH1234ijklMNOP',
  ],
  ['https://example.com/search?q=caf%C3%A9+aurora', 'https://example.com/search?q=caf%C3%A9+aurora'],
  ['https://example.com/f/550e8400-e29b-41d4-a716-446655440000', 'https://example.com/f/…'],
  ['not an address', '…'],
])('%s is shown as %s', (address, shown) => {
  expect(maskUrl(address)).toBe(shown)
})

const NOW = Date.parse('2026-03-10T09:00:00Z')
test.each([
  [null, null],
  ['', null],
  ['soon', null],
  ['120', 120],
  ['0', 0],
  ['-5', null],
  ['99999999999', 86_400],
  ['Tue, 10 Mar 2026 09:02:00 GMT', 120],
  ['Tue, 10 Mar 2026 08:00:00 GMT', 0],
  ['Fri, 10 Mar 2126 08:00:00 GMT', 86_400],
])('Retry-After "%s" means %s seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, NOW)).toBe(seconds)
})

test.each([
  ['DIRECT', { kind: 'direct' }],
  ['', { kind: 'direct' }],
  ['PROXY office:3128', { kind: 'proxy', uri: 'http://office:3128' }],
  ['HTTPS office:3129', { kind: 'proxy', uri: 'https://office:3129' }],
  ['SOCKS5 office:1080; DIRECT', { kind: 'direct' }],
  ['SOCKS5 office:1080', { kind: 'unknown', word: 'SOCKS5' }],
  ['PROXY a:1; PROXY b:2', { kind: 'proxy', uri: 'http://a:1' }],
])('the system says "%s"', (answer, way) => {
  expect(chooseWay(answer)).toEqual(way)
})

test('the program says which version of it asks', () => {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
  )
  expect(USER_AGENT).toBe(`Ventanilla/${version} (+feed reader of a community manager)`)
})
