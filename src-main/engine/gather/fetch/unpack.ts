import { once } from 'node:events'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import type { Transform } from 'node:stream'
import { type Growing, growing, TooLarge } from './growing.ts'
import { letGo } from './let-go.ts'
import { wholeMembers } from './whole-members.ts'

/** What came in ends before its packing does. */
export class TornPacking extends Error {}
/** What came in is not packed as it says, or in no way that can be undone. */
export class BadPacking extends Error {}
/** What follows something packed is not packed. */
class OtherBytes extends BadPacking {}

/** More layers than any server means. */
const MOST_LAYERS = 3

/**
 * Unpacks a body as it comes, and counts what comes in and what comes out: neither may be more than the limit. The
 * bytes decide, not the label: what says gzip and is none is taken as it is, what is gzip without saying so is
 * unpacked. It may answer before `chunks` has ended; whoever has called it closes the line.
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
  if (labels.length > MOST_LAYERS) throw new BadPacking('packed too often')
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
  if (isMarkup(first, second)) return null
  if (label === 'br') return createBrotliDecompress()
  if (label !== 'deflate') return null
  const isZlib = (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
  return isZlib ? createInflate() : createInflateRaw()
}

/** `<?`, `<r`, `{"`, a byte order mark: no packed text begins so but by a rare chance. */
function isMarkup(first: number, second: number): boolean {
  const text = String.fromCharCode(first, second)
  return /^(?:<[?!a-z]|\{["\s]|\xef\xbb)/i.test(text)
}

async function collect(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array> {
  const whole = growing(limit)
  try {
    whole.add(first)
    for await (const chunk of rest) whole.add(chunk)
    return whole.take()
  } finally {
    whole.drop()
  }
}

/** So many packed bytes are kept, to be looked at again where other bytes follow them: more than nearly any feed has. */
const KEPT = 2_097_152

async function inflate(
  packing: Transform,
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array> {
  const whole = growing(limit)
  const kept: Uint8Array[] = []
  // Packed text says itself where it ends; whatever a server sends after that is not waited for.
  const ended = drain(packing, whole)
  const fed = feed(packing, first, keeping(rest, kept), limit)
  try {
    await Promise.race([ended, fed.then(() => ended)])
    return whole.take()
  } catch (error) {
    const text = error instanceof OtherBytes ? wholeMembers(Buffer.concat([first, ...kept]), limit) : null
    if (text === null) throw error
    return text
  } finally {
    fed.catch(() => undefined) // it ends with the line, for a reason that does not matter any more
    ended.catch(() => undefined)
    packing.destroy()
    whole.drop()
  }
}

async function* keeping(chunks: AsyncIterable<Uint8Array>, kept: Uint8Array[]): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size <= KEPT) kept.push(chunk)
    yield chunk
  }
}

/** Takes everything that comes out. */
function drain(packing: Transform, whole: Growing): Promise<void> {
  return new Promise((resolve, reject) => {
    packing.on('data', (chunk: Uint8Array) => {
      try {
        whole.add(chunk)
        // A full one is the packer's no more, and a bomb has a thousand.
        letGo(chunk)
      } catch (error) {
        packing.destroy()
        reject(toError(error))
      }
    })
    packing.once('end', resolve)
    packing.once('error', (error) => reject(meaningOf(error)))
  })
}

/** Gives everything that comes in. */
async function feed(
  packing: Transform,
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<void> {
  let size = first.length
  await write(packing, first)
  for await (const chunk of rest) {
    if (packing.destroyed) return
    size += chunk.length
    if (size > limit) throw new TooLarge()
    await write(packing, chunk)
  }
  packing.end()
}

async function write(packing: Transform, chunk: Uint8Array): Promise<void> {
  if (packing.destroyed || packing.write(chunk)) return
  await Promise.race([once(packing, 'drain'), once(packing, 'close')])
}

/** https://zlib.net/manual.html#Constants: `Z_BUF_ERROR` is the one that more bytes would have mended. */
function meaningOf(error: Error): Error {
  if (codeOf(error) === 'Z_BUF_ERROR') return new TornPacking(error.message)
  return error.message === 'incorrect header check'
    ? new OtherBytes(error.message)
    : new BadPacking(error.message)
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
