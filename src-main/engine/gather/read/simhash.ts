import { mix, wordHashes } from './word-hashes.ts'

/** Fewer words than this are said by many people who mean different things. */
const FEWEST_WORDS = 20

/**
 * Eight bytes that differ in few bits where two texts differ in few words; null for a text too short to say anything.
 * The SimHash of its runs of three words (Charikar 2002; Manku, Jain and Das Sarma 2007). It is kept in the brand's
 * file: with another one, those that are there would have to be made again.
 */
export function simhash(text: string): Uint8Array | null {
  const hashes = wordHashes(text)
  if (hashes.length < FEWEST_WORDS) return null
  const [low, high] = [new Int32Array(PLANES), new Int32Array(PLANES)]
  for (let at = 2; at < hashes.length; at += 1) {
    const [one, two, three] = [hashes[at - 2] ?? 0, hashes[at - 1] ?? 0, hashes[at] ?? 0]
    count(low, mix(Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ three))
    count(high, mix(Math.imul(one, 0xc2b2ae35) ^ Math.imul(two, 0x27d4eb2f) ^ Math.imul(three, 0x165667b1)))
  }
  const print = new Uint8Array(8)
  put(print, 0, majority(low, hashes.length - 2))
  put(print, 4, majority(high, hashes.length - 2))
  return print
}

/** Little endian. */
function put(print: Uint8Array, at: number, bits: number): void {
  for (let byte = 0; byte < 4; byte += 1) print[at + byte] = bits >>> (8 * byte)
}

/** Enough to count the words of the longest text there is. */
const PLANES = 20

/** Counts how often each of 32 bits was set: plane k holds bit k of all 32 counts. */
function count(planes: Int32Array, hash: number): void {
  for (let plane = 0, carry = hash; carry !== 0; plane += 1) {
    const held = planes[plane] ?? 0
    planes[plane] = held ^ carry
    carry &= held
  }
}

/** The bits that were set in more than half: all 32 counts are compared with half of the total at once, the highest plane first. */
function majority(planes: Int32Array, total: number): number {
  const half = total >>> 1
  let [more, same] = [0, -1]
  for (let plane = 31 - Math.clz32(total); plane >= 0; plane -= 1) {
    const held = planes[plane] ?? 0
    if (((half >>> plane) & 1) === 1) same &= held
    else {
      more |= same & held
      same &= ~held
    }
  }
  return more >>> 0
}

/** In how many of their 64 bits two prints differ. */
export function bitsApart(one: Uint8Array, other: Uint8Array): number {
  let bits = 0
  for (let at = 0; at < 8; at += 1) bits += bitsSet((one[at] ?? 0) ^ (other[at] ?? 0))
  return bits
}

/** How many bits of a 32-bit number are set. */
export function bitsSet(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
