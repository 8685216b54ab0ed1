import { once } from 'node:events'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import type { Transform } from 'node:stream'

/** More came out than is allowed. */
export class TooLarge extends Error {}
/** What came in is not what it says, or ends too early. */
export class TornPacking extends Error {}

/**
 * Unpacks a body as it comes, and counts what comes out. The bytes decide, not the label: what says gzip and is none
 * is taken as it is, what is gzip without saying so is unpacked.
 */
export async function unpack(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string | null,
  limit: number,
): Promise<Uint8Array> {
  const labels = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '' && label !== 'identity')
  if (labels.length > 3) throw new TornPacking('packed too often')
  const iterator = chunks[Symbol.asyncIterator]()
  const first = await firstBytes(iterator)
  const packing = packingOf(labels.at(-1) ?? null, first)
  const rest = { [Symbol.asyncIterator]: () => iterator }
  const whole =
    packing === null ? await collect(first, rest, limit) : await inflate(packing, first, rest, limit)
  const outer = labels.slice(0, -1)
  return outer.length === 0 ? whole : unpack(asChunks(whole), outer.join(','), limit)
}

async function* asChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function firstBytes(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let bytes: Uint8Array = new Uint8Array()
  while (bytes.length < 2) {
    const next = await iterator.next()
    if (next.done === true) break
    bytes = Buffer.concat([bytes, next.value])
  }
  return bytes
}

function packingOf(label: string | null, [first = 0, second = 0]: Uint8Array): Transform | null {
  if (first === 0x1f && second === 0x8b) return createGunzip()
  if (label === 'br') return createBrotliDecompress()
  if (label !== 'deflate') return null
  const isZlib = (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
  return isZlib ? createInflate() : createInflateRaw()
}

async function collect(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array> {
  const parts = [first]
  let size = first.length
  if (size > limit) throw new TooLarge()
  for await (const chunk of rest) {
    size += chunk.length
    if (size > limit) throw new TooLarge()
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

async function inflate(
  stream: Transform,
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array> {
  const feeding = feed(stream, first, rest)
  try {
    const [whole] = await Promise.all([collect(new Uint8Array(), stream, limit), feeding])
    return whole
  } catch (error) {
    await feeding.catch(() => undefined) // its failure is this one
    if (error instanceof TooLarge || !isPackingError(error)) throw error
    throw new TornPacking(error.message)
  } finally {
    stream.destroy()
  }
}

async function feed(stream: Transform, first: Uint8Array, rest: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await write(stream, first)
    for await (const chunk of rest) {
      if (stream.destroyed) return
      await write(stream, chunk)
    }
    stream.end()
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
}

async function write(stream: Transform, chunk: Uint8Array): Promise<void> {
  if (stream.destroyed || stream.write(chunk)) return
  await Promise.race([once(stream, 'drain'), once(stream, 'close')])
}

function isPackingError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:Z_|ERR_|ERR__)/.test(error.code)
  )
}
