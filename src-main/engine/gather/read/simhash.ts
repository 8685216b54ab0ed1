/** Fewer words than this are said by many people who mean different things. */
const FEWEST_WORDS = 20

const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gi
/** Before normalising: some are letters afterwards. A keycap is a digit that is drawn as an emoji. */
const EMOJI = /\p{Extended_Pictographic}|[\d#*]\ufe0f?\u20e3/gu
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** The words of a text, whatever case, punctuation, addresses and emoji stand among them. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.replace(ADDRESS, ' ').replace(EMOJI, ' ').normalize('NFKC').toLowerCase()
  return plain.match(WORD) ?? []
}

/**
 * Eight bytes that differ in few bits where two texts (`wordsOf`) differ in few words; null for a text too short to say anything.
 * The SimHash of its runs of three words (Charikar 2002; Manku, Jain and Das Sarma 2007). It is kept in the brand's
 * file: with another one, those that are there would have to be made again.
 */
export function simhash(words: readonly string[]): Uint8Array | null {
  if (words.length < FEWEST_WORDS) return null
  const hashes = new Int32Array(words.length)
  for (let at = 0; at < words.length; at += 1) hashes[at] = hashWord(words[at] ?? '')
  const [low, high] = [new Int32Array(PLANES), new Int32Array(PLANES)]
  for (let at = 2; at < hashes.length; at += 1) {
    const [one, two, three] = [hashes[at - 2] ?? 0, hashes[at - 1] ?? 0, hashes[at] ?? 0]
    count(low, mix(Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ three))
    count(high, mix(Math.imul(one, 0xc2b2ae35) ^ Math.imul(two, 0x27d4eb2f) ^ Math.imul(three, 0x165667b1)))
  }
  const print = Buffer.alloc(8)
  print.writeUInt32LE(majority(low, hashes.length - 2), 0)
  print.writeUInt32LE(majority(high, hashes.length - 2), 4)
  return new Uint8Array(print)
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

/** The bits that were set in more than half. */
function majority(planes: Int32Array, total: number): number {
  const used = 32 - Math.clz32(total)
  let bits = 0
  for (let bit = 0; bit < 32; bit += 1) if (timesSet(planes, used, bit) * 2 > total) bits |= 1 << bit
  return bits >>> 0
}

function timesSet(planes: Int32Array, used: number, bit: number): number {
  let times = 0
  for (let plane = 0; plane < used; plane += 1) times += (((planes[plane] ?? 0) >>> bit) & 1) << plane
  return times
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

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return mix(hash)
}

/** MurmurHash3's last step: each bit of the input moves half of those of the output. */
function mix(number: number): number {
  let hash = number ^ (number >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
