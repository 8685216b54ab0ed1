import { deflateRawSync } from 'node:zlib'

/** One item's markup is short: a small window costs a quarter of the time, and hardly a byte. */
const PACKING = { level: 4, windowBits: 12, memLevel: 4 }
/** Below this, starting the packer costs more than the bytes it saves. */
const WORTH_PACKING = 1024

/** Markup as a raw deflate stream (RFC 1951), which `inflateRaw` reads; a short one lies in it unpacked. */
export function pack(markup: string): Uint8Array {
  const bytes = Buffer.from(markup)
  return bytes.length < WORTH_PACKING ? stored(bytes) : deflateRawSync(bytes, PACKING)
}

/** Section 3.2.4: the last block, stored; its length, and the length's complement, little endian. */
function stored(bytes: Buffer): Uint8Array {
  const block = new Uint8Array(5 + bytes.length)
  const view = new DataView(block.buffer)
  view.setUint8(0, 1)
  view.setUint16(1, bytes.length, true)
  view.setUint16(3, ~bytes.length, true)
  block.set(bytes, 5)
  return block
}
