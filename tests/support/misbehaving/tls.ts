import { bytes, FEED, send, sends } from './answers.ts'
import { type Case, type Certificate, failed, gathered, type Listening } from './case.ts'

const secure = (certificate: Certificate): Listening => ({
  kind: 'https',
  certificate,
  answer: (asked) => send(asked, { body: FEED }),
})
const asHttps: Case['at'] = ({ host, port }) => `https://${host}:${port}/feed`

export const tlsCases: readonly Case[] = [
  { name: 'tls-good', serves: 'a certificate as it should be', on: secure('good'), comes: gathered(1) },
  {
    name: 'tls-self-signed',
    serves: 'a certificate signed by itself',
    on: secure('self-signed'),
    comes: failed('bad-certificate'),
  },
  {
    name: 'tls-expired',
    serves: 'a certificate that has run out',
    on: secure('expired'),
    comes: failed('bad-certificate'),
  },
  {
    name: 'tls-not-yet',
    serves: 'a certificate that is not valid yet',
    on: secure('not-yet'),
    comes: failed('bad-certificate'),
  },
  {
    name: 'tls-other-host',
    serves: 'a certificate for another host',
    on: secure('other-host'),
    comes: failed('bad-certificate'),
  },
  {
    name: 'tls-http-on-https',
    serves: 'plain http where https is expected',
    on: sends({ body: FEED }),
    at: asHttps,
    comes: failed('unreachable'),
  },
  {
    name: 'tls-https-on-http',
    serves: 'https where plain http is expected',
    on: secure('good'),
    at: ({ host, port }) => `http://${host}:${port}/feed`,
    comes: failed('unreachable'),
  },
  {
    name: 'tls-garbage',
    serves: 'letters where a handshake is expected',
    on: bytes((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')),
    at: asHttps,
    comes: failed('unreachable'),
  },
  {
    name: 'tls-closed-in-handshake',
    serves: 'a line that is closed in the middle of the handshake',
    on: bytes((socket) => socket.end()),
    at: asHttps,
    comes: failed('unreachable'),
  },
  {
    name: 'tls-reset-in-handshake',
    serves: 'a line that is reset in the middle of the handshake',
    on: bytes((socket) => void socket.resetAndDestroy()),
    at: asHttps,
    comes: failed('unreachable'),
  },
]
