import { bytes, FEED, feedOf, OK_XML } from './answers.ts'
import { type Case, failed, gathered, type Listening, stopped } from './case.ts'

const withLength = (length: number, body: string, then: 'stays' | 'ends'): Listening =>
  bytes((socket) => {
    socket.write(`${OK_XML}Content-Length: ${length}\r\n\r\n${body}`)
    if (then === 'ends') socket.end()
  })

/** Its last 40 bytes take something from the last item. */
const THREE = feedOf(3)
const BYTES = Buffer.byteLength(FEED)

/** How long an answer says it is, and how long it is. */
export const lengthCases: readonly Case[] = [
  {
    name: 'length-too-short',
    serves: 'a Content-Length of 40 bytes less than is sent',
    on: withLength(Buffer.byteLength(THREE) - 40, THREE, 'ends'),
    comes: gathered(2),
  },
  {
    name: 'length-too-long',
    serves: 'a Content-Length longer than what comes',
    on: withLength(BYTES + 1000, FEED, 'ends'),
    comes: failed('unreachable'),
  },
  {
    name: 'length-too-long-stays',
    serves: 'the same, and the line stays open',
    on: withLength(BYTES + 1000, FEED, 'stays'),
    comes: stopped('timeout'),
    slow: true,
  },
  {
    name: 'length-not-a-number',
    serves: 'a Content-Length of letters',
    on: bytes((socket) => socket.end(`${OK_XML}Content-Length: many\r\n\r\n${FEED}`)),
    comes: failed('unreachable'),
  },
  {
    name: 'length-negative',
    serves: 'a Content-Length below nothing',
    on: bytes((socket) => socket.end(`${OK_XML}Content-Length: -1\r\n\r\n${FEED}`)),
    comes: failed('unreachable'),
  },
  {
    name: 'length-huge',
    serves: 'a Content-Length of nine million terabytes',
    on: bytes((socket) => socket.end(`${OK_XML}Content-Length: 9007199254740993\r\n\r\n${FEED}`)),
    comes: failed('unreachable'),
  },
  {
    name: 'length-twice',
    serves: 'two different lengths',
    on: bytes((socket) => socket.end(`${OK_XML}Content-Length: 10\r\nContent-Length: 20\r\n\r\n${FEED}`)),
    comes: failed('unreachable'),
  },
  {
    name: 'length-and-chunked',
    serves: 'a length and chunks, as smugglers do',
    on: bytes((socket) =>
      socket.end(`${OK_XML}Content-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
    ),
    comes: failed('unreachable'),
  },
  {
    name: 'no-length',
    serves: 'no length: the end of the line is the end',
    on: bytes((socket) => socket.end(`${OK_XML}\r\n${FEED}`)),
    comes: gathered(1),
  },
]
