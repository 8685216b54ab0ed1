import { isUtf8 as isUtf8Text } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { sniffCharset } from '../read/sniff.ts'

const HEAD = 65_536
const CHUNK = 1 << 20

export interface OpenText {
  readonly bytes: number
  /** The beginning, a whole number of characters. */
  readonly head: string
  /** The whole text from its start, without a byte order mark, with how many bytes were read. */
  readonly read: () => AsyncGenerator<{ readonly text: string; readonly done: number }>
}

/** A file as text, whatever its charset. It is never held as a whole. */
export async function openText(path: string): Promise<OpenText> {
  const { size } = await stat(path)
  const bytes = await readHead(path)
  const charset = await charsetOf(path, bytes)
  const head = bytes.length < size ? wholeCharacters(bytes, charset) : bytes
  return {
    bytes: size,
    head: withoutMark(iconv.decode(head, charset)),
    read: () => decoded(path, charset),
  }
}

export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* decoded(
  path: string,
  charset: string,
): AsyncGenerator<{ readonly text: string; readonly done: number }> {
  const decoder = iconv.getDecoder(charset)
  let done = 0
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    if (!Buffer.isBuffer(chunk)) continue
    const text = decoder.write(chunk)
    yield { text: done === 0 ? withoutMark(text) : text, done: (done += chunk.length) }
  }
  yield { text: decoder.end() ?? '', done }
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** A byte order mark, else UTF-16 by its zeros, else UTF-8 if all of the file is, else what its beginning looks like. */
async function charsetOf(path: string, head: Buffer): Promise<string> {
  const [a, b, c] = head
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  const zeros = zerosIn(head)
  if (zeros !== null) return zeros
  if (await isUtf8(path)) return 'utf-8'
  const guessed = sniffCharset(head)
  const known = guessed !== null && iconv.encodingExists(guessed) && !/^(?:utf-?8|iso-8859-1)$/i.test(guessed)
  return known ? guessed : 'windows-1252'
}

function zerosIn(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  let even = 0
  let odd = 0
  const looked = Math.min(head.length, 2000)
  for (let at = 0; at < looked; at += 1) {
    if (head[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  if (odd > looked / 8 && odd > even * 4) return 'utf-16le'
  return even > looked / 8 && even > odd * 4 ? 'utf-16be' : null
}

async function isUtf8(path: string): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    if (!Buffer.isBuffer(chunk)) continue
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = endOfCharacters(bytes)
    if (!isUtf8Text(bytes.subarray(0, end))) return false
    rest = bytes.subarray(end)
  }
  return rest.length === 0
}

/** Where the last character begins that may go on after these bytes; their length when none does. */
function endOfCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : byte >= 0x80 ? 0 : 1
    if (needs > 0) return needs > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** The head without a character that was cut in the middle. */
function wholeCharacters(head: Buffer, charset: string): Buffer {
  return head.subarray(0, charset === 'utf-8' ? endOfCharacters(head) : head.length - (head.length % 4))
}
