import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadMention } from '../../../../src-main/engine/gather/gatherer-protocol.ts'
import {
  type PackedMentions,
  packMentions,
  unpackMentions,
} from '../../../../src-main/engine/gather/read/packed-mentions.ts'

const text = fc.string({ unit: 'binary' })
const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of)
const number = fc.double({ noNaN: true })
const time = orNull(fc.integer({ min: -8.64e15, max: 8.64e15 }))

const mention: fc.Arbitrary<ReadMention> = fc.record({
  externalId: orNull(text),
  canonicalUrl: orNull(text),
  url: orNull(text),
  title: text,
  text,
  contentHash: fc.nat({ max: 2 ** 48 - 1 }),
  print: orNull(fc.uint8Array({ minLength: 8, maxLength: 8 })),
  html: orNull(text),
  images: fc.nat(),
  original: orNull(fc.uint8Array()),
  author: orNull(fc.record({ name: text, handle: orNull(text), url: orNull(text) })),
  rating: orNull(fc.record({ value: number, worst: number, best: number })),
  language: orNull(fc.constantFrom('es', 'en', 'pt')),
  feeling: fc.record({ feeling: fc.integer({ min: -3, max: 3 }), confidence: fc.nat(100) }),
  publishedAt: time,
  updatedAt: time,
  inReplyTo: orNull(text),
  kind: fc.constantFrom('post', 'comment', 'review'),
  details: fc.oneof(fc.constant({}), fc.constant({ version: '4.2', votes: 3 })),
})

/** As another thread gets it. */
function handedOver(packed: PackedMentions): PackedMentions {
  const { port1, port2 } = new MessageChannel()
  try {
    port1.postMessage(packed, [packed.buffer])
    const received: { message: PackedMentions } | undefined = receiveMessageOnPort(port2)
    if (!received) throw new Error('Nothing came.')
    return received.message
  } finally {
    port1.close()
  }
}

test('mentions come out in another thread as they went in', () => {
  fc.assert(
    fc.property(fc.array(mention), (mentions) => {
      expect(unpackMentions(handedOver(packMentions(mentions)))).toEqual(mentions)
    }),
    { seed: 5 },
  )
})
