import { rssFeed } from '../feed-server.ts'
import { http, PLAIN, send, sends } from './answers.ts'
import { type Asked, type Case, gathered } from './case.ts'

const linking = (url: (asked: Asked) => string): Case['on'] =>
  http((asked) => send(asked, { body: rssFeed([{ ...PLAIN, url: url(asked) }]) }))

/** The mention comes; where its link leads is the user's decision, and nothing is asked of it. */
export const linkCases: readonly Case[] = [
  {
    name: 'link-javascript',
    serves: 'a javascript: link',
    on: linking(() => 'javascript:alert(1)'),
    comes: gathered(1),
  },
  {
    name: 'link-data',
    serves: 'a data: link',
    on: linking(() => 'data:text/html,<script>alert(1)</script>'),
    comes: gathered(1),
  },
  { name: 'link-file', serves: 'a file: link', on: linking(() => 'file:///etc/passwd'), comes: gathered(1) },
  {
    name: 'link-100-kb',
    serves: 'a link of 100 kB',
    on: linking(() => `https://place.example/${'a'.repeat(100_000)}`),
    comes: gathered(1),
  },
  { name: 'link-relative', serves: 'a link without a host', on: linking(() => '/one'), comes: gathered(1) },
  {
    name: 'link-none',
    serves: 'no link',
    on: sends({ body: rssFeed([{ id: '1', title: 'Sin enlace', text: 'x' }]) }),
    comes: gathered(1),
  },
  {
    name: 'link-private',
    serves: 'a link to a private address',
    on: linking(({ canary }) => canary.url('link')),
    comes: gathered(1),
  },
  {
    name: 'link-userinfo',
    serves: 'a link whose host hides behind an @',
    on: linking(() => 'https://bank.example@evil.example/'),
    comes: gathered(1),
  },
  {
    name: 'link-bidi',
    serves: 'a link that reads backwards',
    on: linking(() => 'https://place.example/\u202egpj.exe'),
    comes: gathered(1),
  },
  {
    name: 'image-private',
    serves: 'an image, a style and a frame at a private address',
    on: http((asked) =>
      send(asked, {
        body: rssFeed([
          {
            ...PLAIN,
            text: `<img src="${asked.canary.url('img')}"><link rel=stylesheet href="${asked.canary.url('css')}"><iframe src="${asked.canary.url('frame')}"></iframe>`,
          },
        ]),
      }),
    ),
    comes: gathered(1),
  },
  {
    name: 'enclosure-private',
    serves: 'an enclosure at a private address',
    on: http((asked) =>
      send(asked, {
        body: rssFeed([PLAIN]).replace(
          '</item>',
          `<enclosure url="${asked.canary.url('enclosure')}" type="audio/mpeg" length="1"/></item>`,
        ),
      }),
    ),
    comes: gathered(1),
  },
  {
    name: 'next-page-private',
    serves: 'a next page at a private address',
    on: http((asked) =>
      send(asked, {
        body: rssFeed([PLAIN]).replace(
          '<channel>',
          `<channel><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="${asked.canary.url('next')}"/>`,
        ),
      }),
    ),
    comes: gathered(1),
  },
]
