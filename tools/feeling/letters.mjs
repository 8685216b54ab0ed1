// @ts-check
// node tools/feeling/letters.mjs: writes src-main/engine/understand/letters-data.ts, what eld (Apache-2.0) knows of letters,
// in a third of its size and as it is looked up: no object, no string is made of it when a thread starts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hashOfBytes, LAST } from '../../src-main/engine/understand/letters-table.ts'
import { checkout } from '../setup/places.mjs'

/** @param {string} file */
const ofEld = (file) => import(pathToFileURL(join(checkout, 'node_modules/eld/src', file)).href)
const { ngramsData } = await ofEld('ngrams/small.js')
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

const known = Object.entries(ngramsData.ngrams)
  .map(([letters, scores]) => {
    const bytes = bytesOf(letters)
    return { hash: hashOfBytes(bytes, 0, bytes.length), scores: Object.entries(scores) }
  })
  .sort((a, b) => a.hash - b.hash)

/** @type {number[]} */
const packed = []
let before = 0
for (const { hash, scores } of known) {
  if (hash === before) throw new Error('Two runs of letters have the same hash: take another one.')
  for (let rest = hash - before; ; rest = Math.floor(rest / 128)) {
    packed.push(rest < 128 ? rest : (rest % 128) | 128)
    if (rest < 128) break
  }
  before = hash
  scores.forEach(([language, score], at) =>
    packed.push(Number(language) | (at === scores.length - 1 ? LAST : 0), Number(score)),
  )
}

const data = Buffer.from(packed).toString('base64')
writeFileSync(
  join(checkout, 'src-main/engine/understand/letters-data.ts'),
  `/**
 * Written by tools/feeling/letters.mjs from the data of eld 2.1 (Nito T.M., Apache-2.0): which runs of letters speak for
 * which language, and how much. See letters-table.ts.
 */
export const LETTERS_OF = '${Object.values(ngramsData.languages).join(' ')}'
export const LETTERS_KNOWN = ${known.length}
export const LETTERS_DATA =
  '${data}'
`,
)
