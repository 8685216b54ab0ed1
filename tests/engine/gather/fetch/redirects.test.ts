import { expect, test } from 'vitest'
import { nextHop } from '../../../../src-main/engine/gather/fetch/redirects.ts'

const hop = (asked: readonly string[], location: string | null, privateOrigin: string | null = null) => {
  const next = nextHop(
    asked.map((address) => new URL(address)),
    302,
    location,
    privateOrigin,
  )
  return next.kind === 'follow' ? next.url.href : next.failure.kind
}

test.each([
  ['a path', ['https://a.example/feed'], '/new', 'https://a.example/new'],
  ['another host', ['https://a.example/feed'], 'https://b.example/feed', 'https://b.example/feed'],
  ['http to https', ['http://a.example/feed'], 'https://a.example/feed', 'https://a.example/feed'],
  ['without its place on the page', ['https://a.example/feed'], '/new#top', 'https://a.example/new'],
  ['nowhere', ['https://a.example/feed'], null, 'http-status'],
  ['https to http', ['https://a.example/feed'], 'http://a.example/feed', 'unsafe-redirect'],
  ['a file', ['https://a.example/feed'], 'file:///etc/passwd', 'unsafe-redirect'],
  ['a script', ['https://a.example/feed'], 'javascript:alert(1)', 'unsafe-redirect'],
  ['data', ['https://a.example/feed'], 'data:text/xml,<rss/>', 'unsafe-redirect'],
  ['itself', ['https://a.example/feed'], '/feed', 'too-many-redirects'],
  ['where it came from', ['https://a.example/2', 'https://a.example/1'], '/1', 'too-many-redirects'],
  [
    'a sixth time',
    ['5', '4', '3', '2', '1', '0'].map((n) => `https://a.example/${n}`),
    '/6',
    'too-many-redirects',
  ],
  [
    'a fifth time',
    ['4', '3', '2', '1', '0'].map((n) => `https://a.example/${n}`),
    '/5',
    'https://a.example/5',
  ],
  ['the router', ['http://a.example/feed'], 'http://192.168.1.1/', 'private-address'],
  ['metadata in decimal', ['http://a.example/feed'], 'http://2852039166/latest/meta-data', 'private-address'],
])('a redirect to %s', (_, asked, location, expected) => {
  expect(hop(asked, location)).toBe(expected)
})

test('from a consented private origin only the same origin is followed', () => {
  const origin = 'http://127.0.0.1:7311'
  expect(hop([`${origin}/a`], '/b', origin)).toBe(`${origin}/b`)
  expect(hop([`${origin}/a`], 'http://127.0.0.1:7312/b', origin)).toBe('private-address')
  expect(hop([`${origin}/a`], 'http://localhost:7311/b', origin)).toBe('private-address')
})
