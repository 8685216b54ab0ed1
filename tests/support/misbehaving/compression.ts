import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { endlessly, FEED, http, sends, type Sent } from './answers.ts'
import { type Case, failed, gathered, stopped } from './case.ts'

const MEBIBYTE = 1_048_576
const labelled = (label: string, body: Uint8Array | string): Sent => ({
  headers: { 'content-encoding': label },
  body,
})
const brotli = (text: string | Uint8Array) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
/** Much that packs to little, made when it is first asked for. */
const bomb = (label: string, pack: (zeroes: Uint8Array) => Uint8Array, mebibytes: number) => {
  let packed: Uint8Array | null = null
  return http(({ response }) => {
    packed ??= pack(Buffer.alloc(mebibytes * MEBIBYTE, 0x20))
    response.writeHead(200, { 'content-type': 'application/xml', 'content-encoding': label }).end(packed)
  })
}
/** The beginning of a bomb, and then silence. */
const stallingBomb = () =>
  http(({ response }) => {
    response.writeHead(200, { 'content-type': 'application/xml', 'content-encoding': 'gzip' })
    response.write(gzipSync(Buffer.alloc(64 * MEBIBYTE)))
  })
/** Something, and then more of it for ever. */
const thenEndlessly = (first: Uint8Array, label: string, piece: Uint8Array) =>
  http(({ response }) => {
    response.writeHead(200, { 'content-type': 'application/xml', 'content-encoding': label })
    response.write(first)
    endlessly(response, piece)
  })
const inTwo = (label: string, body: Uint8Array, rest: Uint8Array) =>
  http(({ response }) => {
    response.writeHead(200, { 'content-type': 'application/xml', 'content-encoding': label })
    response.write(body, () => setImmediate(() => response.end(rest)))
  })

export const compressionCases: readonly Case[] = [
  {
    name: 'gzip',
    serves: 'gzip, labelled so',
    on: sends(labelled('gzip', gzipSync(FEED))),
    comes: gathered(1),
  },
  {
    name: 'x-gzip',
    serves: 'gzip by its old name',
    on: sends(labelled('x-gzip', gzipSync(FEED))),
    comes: gathered(1),
  },
  {
    name: 'brotli',
    serves: 'brotli, labelled so',
    on: sends(labelled('br', brotli(FEED))),
    comes: gathered(1),
  },
  {
    name: 'deflate',
    serves: 'deflate with its head',
    on: sends(labelled('deflate', deflateSync(FEED))),
    comes: gathered(1),
  },
  {
    name: 'deflate-raw',
    serves: 'deflate without its head',
    on: sends(labelled('deflate', deflateRawSync(FEED))),
    comes: gathered(1),
  },
  {
    name: 'gzip-bomb',
    serves: '64 MiB in 64 kB of gzip',
    on: bomb('gzip', (zeroes) => gzipSync(zeroes), 64),
    comes: stopped('too-large'),
  },
  {
    name: 'brotli-bomb',
    serves: '64 MiB in some hundred bytes of brotli',
    on: bomb('br', brotli, 64),
    comes: stopped('too-large'),
  },
  {
    name: 'deflate-bomb',
    serves: '64 MiB in 64 kB of deflate',
    on: bomb('deflate', (zeroes) => deflateSync(zeroes), 64),
    comes: stopped('too-large'),
  },
  {
    name: 'gzip-in-gzip-bomb',
    serves: 'a bomb packed twice',
    on: bomb('gzip, gzip', (zeroes) => gzipSync(gzipSync(zeroes)), 64),
    comes: stopped('too-large'),
  },
  {
    name: 'bomb-that-stalls',
    serves: 'a bomb whose last byte never comes',
    on: stallingBomb(),
    comes: stopped('too-large'),
  },
  {
    name: 'unlabelled-gzip-bomb',
    serves: 'a gzip bomb that says it is plain',
    on: bomb('identity', (zeroes) => gzipSync(zeroes), 64),
    comes: stopped('too-large'),
  },
  {
    name: 'zstd-unasked',
    serves: 'zstd, which nobody asked for',
    on: sends(labelled('zstd', Buffer.from('28b52ffd2400010000', 'hex'))),
    comes: failed('not-a-feed'),
  },
  {
    name: 'zstd-label-plain-body',
    serves: 'plain text that says it is zstd',
    on: sends(labelled('zstd', FEED)),
    comes: gathered(1),
  },
  {
    name: 'gzip-torn',
    serves: 'half of a gzip body',
    on: sends(labelled('gzip', gzipSync(FEED).subarray(0, 120))),
    comes: failed('unreachable'),
  },
  {
    name: 'brotli-torn',
    serves: 'half of a brotli body',
    on: sends(labelled('br', brotli(FEED).subarray(0, 120))),
    comes: failed('unreachable'),
  },
  {
    name: 'deflate-torn',
    serves: 'half of a deflate body',
    on: sends(labelled('deflate', deflateSync(FEED).subarray(0, 120))),
    comes: failed('unreachable'),
  },
  {
    name: 'gzip-broken-inside',
    serves: 'gzip with wrong bytes in the middle',
    on: sends(labelled('gzip', brokenInside(gzipSync(FEED)))),
    comes: failed('broken-document'),
  },
  {
    name: 'says-gzip-is-plain',
    serves: 'plain text that says it is gzip',
    on: sends(labelled('gzip', FEED)),
    comes: gathered(1),
  },
  {
    name: 'says-brotli-is-plain',
    serves: 'plain text that says it is brotli',
    on: sends(labelled('br', FEED)),
    comes: gathered(1),
  },
  {
    name: 'says-deflate-is-plain',
    serves: 'plain text that says it is deflate',
    on: sends(labelled('deflate', FEED)),
    comes: gathered(1),
  },
  {
    name: 'says-brotli-is-gzip',
    serves: 'gzip that says it is brotli',
    on: sends(labelled('br', gzipSync(FEED))),
    comes: gathered(1),
  },
  {
    name: 'says-identity-is-gzip',
    serves: 'gzip that says it is not packed',
    on: sends(labelled('identity', gzipSync(FEED))),
    comes: gathered(1),
  },
  {
    name: 'says-nothing-is-gzip',
    serves: 'gzip without a label',
    on: sends({ body: gzipSync(FEED) }),
    comes: gathered(1),
  },
  {
    name: 'gzip-twice',
    serves: 'gzip in gzip, labelled so',
    on: sends(labelled('gzip, gzip', gzipSync(gzipSync(FEED)))),
    comes: gathered(1),
  },
  {
    name: 'gzip-then-brotli',
    serves: 'brotli of gzip, labelled so',
    on: sends(labelled('gzip, br', brotli(gzipSync(FEED)))),
    comes: gathered(1),
  },
  {
    name: 'labelled-six-times',
    serves: 'six labels',
    on: sends(labelled('gzip, gzip, gzip, gzip, gzip, gzip', gzipSync(FEED))),
    comes: failed('broken-document'),
  },
  {
    name: 'unknown-encoding',
    serves: 'plain text with a made-up label',
    on: sends(labelled('aurora', FEED)),
    comes: gathered(1),
  },
  {
    name: 'gzip-trailing-garbage',
    serves: 'gzip and then other bytes',
    on: sends(labelled('gzip', Buffer.concat([gzipSync(FEED), Buffer.from('garbage')]))),
    comes: gathered(1),
  },
  {
    name: 'gzip-trailing-garbage-later',
    serves: 'gzip and, a moment later, other bytes',
    on: inTwo('gzip', gzipSync(FEED), Buffer.alloc(200_000, 7)),
    comes: gathered(1),
  },
  {
    name: 'brotli-trailing-garbage-later',
    serves: 'brotli and, a moment later, other bytes',
    on: inTwo('br', brotli(FEED), Buffer.alloc(200_000, 7)),
    comes: gathered(1),
  },
  {
    name: 'gzip-members',
    serves: 'one text in two gzip members',
    on: sends(labelled('gzip', Buffer.concat([gzipSync(FEED.slice(0, 100)), gzipSync(FEED.slice(100))]))),
    comes: gathered(1),
  },
  {
    name: 'gzip-empty',
    serves: 'gzip of nothing',
    on: sends(labelled('gzip', gzipSync(''))),
    comes: failed('not-a-feed'),
  },
  {
    name: 'gzip-of-zero-bytes',
    serves: 'nothing at all, labelled gzip',
    on: sends(labelled('gzip', '')),
    comes: failed('not-a-feed'),
  },
  {
    name: 'gzip-endless-nothing',
    serves: 'gzip members that hold nothing, for ever',
    on: thenEndlessly(gzipSync(FEED), 'gzip', emptyMembers()),
    comes: stopped('too-large'),
  },
  {
    name: 'gzip-endless-garbage',
    serves: 'a whole gzip body, and then garbage for ever',
    on: thenEndlessly(gzipSync(FEED), 'gzip', Buffer.alloc(65_536, 7)),
    comes: gathered(1),
  },
]

function brokenInside(packed: Buffer): Buffer {
  const broken = Buffer.from(packed)
  broken.fill(0xff, 60, 90)
  return broken
}

function emptyMembers(): Buffer {
  return Buffer.concat(Array.from({ length: 3000 }, () => gzipSync('')))
}
