import { FEED, http, redirects, redirectsOnce, send, sends } from './answers.ts'
import { type Case, failed, gathered, refused } from './case.ts'

/** After `/feed` come `/1`, `/2` …; the last one is a feed. */
const hops = (count: number) =>
  http((asked) => {
    const at = Number(asked.path.slice(1)) || 0
    if (at === count) send(asked, { body: FEED })
    else send(asked, { status: 302, headers: { location: `/${at + 1}` } })
  })

export const redirectCases: readonly Case[] = [
  {
    name: 'redirect-loop',
    serves: 'an address that leads to another, and that one back',
    on: redirects(302, ({ path }) => (path === '/feed' ? '/back' : '/feed')),
    comes: failed('too-many-redirects'),
  },
  {
    name: 'redirect-to-itself',
    serves: 'an address that leads to itself',
    on: redirects(301, () => '/feed'),
    comes: failed('too-many-redirects'),
  },
  {
    name: 'redirect-endless',
    serves: 'a new address each time',
    on: redirects(302, ({ path }) => `/${Number(path.slice(1)) + 1 || 1}`),
    comes: failed('too-many-redirects'),
  },
  { name: 'redirect-5-hops', serves: 'five redirects', on: hops(5), comes: gathered(1) },
  { name: 'redirect-6-hops', serves: 'six redirects', on: hops(6), comes: failed('too-many-redirects') },
  {
    name: 'redirect-to-private-port',
    serves: 'a redirect to another port of this computer',
    on: redirects(302, ({ canary }) => canary.url('redirect')),
    comes: refused('private-address'),
  },
  {
    name: 'redirect-to-127.0.0.2',
    serves: 'a redirect to another loopback address',
    on: redirects(302, ({ canary }) => `http://127.0.0.2:${canary.port}/`),
    comes: refused('private-address'),
  },
  {
    name: 'redirect-to-ipv6-loopback',
    serves: 'a redirect to [::1]',
    on: redirects(302, ({ canary }) => `http://[::1]:${canary.port}/`),
    comes: refused('private-address'),
  },
  {
    name: 'redirect-to-mapped',
    serves: 'a redirect to [::ffff:127.0.0.1]',
    on: redirects(307, ({ canary }) => `http://[::ffff:127.0.0.1]:${canary.port}/`),
    comes: refused('private-address'),
  },
  {
    name: 'redirect-to-decimal',
    serves: 'a redirect to http://2130706433',
    on: redirects(308, ({ canary }) => `http://2130706433:${canary.port}/`),
    comes: refused('private-address'),
  },
  {
    name: 'redirect-to-localhost',
    serves: 'a redirect to the name localhost',
    on: redirects(302, ({ canary }) => `http://localhost:${canary.port}/`),
    comes: refused('private-address'),
  },
  {
    name: 'redirect-to-metadata',
    serves: 'a redirect to a cloud’s metadata service',
    on: redirects(302, () => 'http://169.254.169.254/latest/meta-data/'),
    comes: refused('private-address'),
  },
  {
    name: 'redirect-to-private-second-hop',
    serves: 'a harmless redirect, then one to a private address',
    on: redirects(302, ({ path, canary }) => (path === '/feed' ? '/next' : canary.url('second'))),
    comes: refused('private-address'),
  },
  {
    name: 'redirect-userinfo',
    serves: 'a redirect whose host hides behind an @',
    on: redirects(302, ({ canary }) => `http://example.com@127.0.0.1:${canary.port}/`),
    comes: refused('private-address'),
  },
  {
    name: 'redirect-protocol-relative-private',
    serves: 'a redirect to //127.0.0.1:…',
    on: redirects(302, ({ canary }) => `//127.0.0.1:${canary.port}/x`),
    comes: refused('private-address'),
  },
  {
    name: 'redirect-protocol-relative-own',
    serves: 'a redirect to // and its own host',
    on: redirectsOnce(302, ({ request }) => `//${request.headers.host ?? ''}/new`),
    comes: gathered(1),
  },
  {
    name: 'redirect-https-to-http',
    serves: 'a redirect that takes the encryption away',
    on: {
      kind: 'https',
      certificate: 'good',
      answer: (asked) => send(asked, { status: 302, headers: { location: asked.canary.url('unencrypted') } }),
    },
    comes: refused('unsafe-redirect'),
  },
  ...['file:///etc/passwd', 'ftp://example.com/feed', 'javascript:alert(1)', 'data:text/xml,<rss/>'].map(
    (to): Case => ({
      name: `redirect-to-${to.split(':')[0] ?? ''}`,
      serves: `a redirect to ${to}`,
      on: redirects(302, () => to),
      comes: refused('unsafe-redirect'),
    }),
  ),
  {
    name: 'redirect-without-location',
    serves: 'a 302 that does not say where to',
    on: sends({ status: 302 }),
    comes: failed('http-status'),
  },
  {
    name: 'redirect-empty-location',
    serves: 'a 302 to nothing, which is where it was asked',
    on: redirects(302, () => ''),
    comes: failed('too-many-redirects'),
  },
  {
    name: 'redirect-nonsense-location',
    serves: 'a 302 to no address at all',
    on: redirects(302, () => 'http://[not an address'),
    comes: failed('http-status'),
  },
  {
    name: 'redirect-relative',
    serves: 'a redirect to a path beside it',
    on: redirectsOnce(302, () => 'new/feed'),
    comes: gathered(1),
  },
  {
    name: 'redirect-with-blanks',
    serves: 'a Location with blanks and a fragment',
    on: redirectsOnce(302, () => '  /new feed#top '),
    comes: gathered(1),
  },
  {
    name: 'redirect-300-multiple',
    serves: '300 with a choice of addresses',
    on: redirectsOnce(300, () => '/new'),
    comes: failed('http-status'),
  },
  { name: 'redirect-303', serves: '303 See Other', on: redirectsOnce(303, () => '/new'), comes: gathered(1) },
  {
    name: 'redirect-305-proxy',
    serves: '305 Use Proxy',
    on: redirectsOnce(305, () => '/new'),
    comes: failed('http-status'),
  },
  { name: 'redirect-permanent', serves: '301', on: redirectsOnce(301, () => '/new'), comes: gathered(1) },
  { name: 'redirect-permanent-308', serves: '308', on: redirectsOnce(308, () => '/new'), comes: gathered(1) },
  { name: 'redirect-temporary-307', serves: '307', on: redirectsOnce(307, () => '/new'), comes: gathered(1) },
  {
    name: 'redirect-with-endless-body',
    serves: 'a redirect whose own body never ends',
    on: http((asked) => {
      if (asked.path !== '/feed') {
        send(asked, { body: FEED })
        return
      }
      asked.response.writeHead(302, { location: '/new' })
      asked.response.write('x'.repeat(100_000))
    }),
    comes: gathered(1),
  },
  {
    name: 'redirect-long-location',
    serves: 'a Location of 12 kB, about as long as headers may be',
    on: redirectsOnce(302, () => `/${'a'.repeat(12_000)}`),
    comes: gathered(1),
  },
]
