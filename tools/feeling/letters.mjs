// @ts-check
// node tools/feeling/letters.mjs: writes src-main/engine/understand/letters-data.ts, what eld (Apache-2.0) knows of letters,
// in a third of its size and as it is looked up: no object, no string is made of it when a thread starts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  BUCKETS,
  bucketOf,
  hashOfBytes,
  LAST,
  restOf,
} from '../../src-main/engine/understand/letters-hash.ts'
import { checkout } from '../setup/places.mjs'

/** @param {string} file */
const ofEld = (file) => import(pathToFileURL(join(checkout, 'node_modules/eld/src', file)).href)
const { ngramsData } = await ofEld('ngrams/large.js')
const { dictionary } = await ofEld('dictionary.js')

/** Its letters stand for bytes of UTF-8. */
const byteOf = new Map(
  [...dictionary.entries()].filter(([, letter]) => letter !== ' ').map(([byte, letter]) => [letter, byte]),
)
byteOf.set(' ', 0x20)

/** @param {string} letters */
function bytesOf(letters) {
  return Uint8Array.from(letters, (letter) => {
    const byte = byteOf.get(letter)
    if (byte === undefined) throw new Error(`eld writes a letter that stands for no byte: ${letter}`)
    return byte
  })
}

/** @type {Map<number, [string, number][]>} */
const known = new Map()
for (const [letters, scores] of Object.entries(ngramsData.ngrams)) {
  const bytes = bytesOf(letters)
  const hash = hashOfBytes(bytes, 0, bytes.length)
  // A dozen of 220,000 fall together: what says least goes.
  const before = known.get(hash)
  const said = /** @type {[string, number][]} */ (Object.entries(scores))
  if (before === undefined || before.length < said.length) known.set(hash, said)
}

/** @type {number[][]} */
const buckets = Array.from({ length: BUCKETS }, () => [])
for (const [hash, said] of known) {
  const bucket = buckets[bucketOf(hash)] ?? []
  bucket.push(restOf(hash) & 0xff, restOf(hash) >> 8)
  for (const [at, [language, score]] of said.entries())
    bucket.push(Number(language) | (at === said.length - 1 ? LAST : 0), score)
}
const begins = Buffer.alloc(4 * (BUCKETS + 1))
let begin = begins.length
for (const [at, { length }] of buckets.entries()) {
  begins.writeInt32LE(begin, 4 * at)
  begin += length
}
begins.writeInt32LE(begin, 4 * BUCKETS)
const data = Buffer.concat([begins, Buffer.from(buckets.flat())]).toString('base64')

writeFileSync(
  join(checkout, 'src-main/engine/understand/letters-data.ts'),
  `/**
 * Written by tools/feeling/letters.mjs from the "large" data of eld 2.1 (Nito T.M., Apache-2.0): which runs of letters speak
 * for which language, and how much. See letters-table.ts.
 */
export const LETTERS_OF =
  '${Object.values(ngramsData.languages).join(' ')}'
/** In a function: what is not asked for is not made. */
export const lettersData = (): string =>
  '${data}'
`,
)
