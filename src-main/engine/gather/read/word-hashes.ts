const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gi
/** Before normalising: some are letters afterwards. A keycap is a digit that is drawn as an emoji. */
const EMOJI = /\p{Extended_Pictographic}|[\d#*]\ufe0f?\u20e3/gu
const WORD = /[\p{L}\p{M}\p{N}]+/gu

const LATIN = 0x180
const MARKS = 0x2000
const MARKS_END = 0x2200
/** What a sign means depends on others, or it becomes several. */
const UNUSUAL = 0xffff

/** Of each sign of the Latin alphabets what it counts as, in lower case; 0 between words. */
const COUNTS_AS = Uint16Array.from({ length: LATIN }, (_, code) => countsAs(code))
/** Dashes, quotes, the signs of money. */
const IS_BETWEEN = Uint8Array.from({ length: MARKS_END - MARKS }, (_, at) =>
  countsAs(MARKS + at) === 0 ? 1 : 0,
)

function countsAs(code: number): number {
  const normal = normalised(String.fromCharCode(code))
  if (normal.match(WORD) === null) return 0
  return normal.length === 1 ? normal.charCodeAt(0) : UNUSUAL
}

function normalised(text: string): string {
  return text.replace(EMOJI, ' ').normalize('NFKC').toLowerCase()
}

/** The words of a text, whatever case, punctuation, addresses and emoji stand among them. */
export function wordsOf(text: string): readonly string[] {
  return normalised(text.replace(ADDRESS, ' ')).match(WORD) ?? []
}

/** A hash of each of them. */
export function wordHashes(text: string): readonly number[] {
  return latinHashes(text) ?? latinHashes(text.replace(ADDRESS, ' ')) ?? wordsOf(text).map(hashWord)
}

const BASIS = 0x811c9dc5 | 0
const PRIME = 0x01000193
const DOT = 46
const SLASH = 47
const COLON = 58
const W = 119

/** The same at once, for a text that needs no normalising and holds no address; null for any other. */
function latinHashes(text: string): number[] | null {
  const hashes: number[] = []
  let hash = BASIS
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const sign = code < LATIN ? (COUNTS_AS[code] ?? 0) : isBetween(code) ? 0 : UNUSUAL
    if (sign === UNUSUAL || (sign === 0 && beginsAddress(text, code, at))) return null
    if (sign !== 0) {
      hash = Math.imul(hash ^ sign, PRIME)
      length += 1
    } else if (length > 0) {
      hashes.push(mix(hash))
      hash = BASIS
      length = 0
    }
  }
  if (length > 0) hashes.push(mix(hash))
  return hashes
}

function isBetween(code: number): boolean {
  return code >= MARKS && code < MARKS_END && IS_BETWEEN[code - MARKS] === 1
}

/** Whether it may: what follows `://` or `www.` is looked at closely elsewhere. */
function beginsAddress(text: string, code: number, at: number): boolean {
  if (code === COLON) return text.charCodeAt(at + 1) === SLASH && text.charCodeAt(at + 2) === SLASH
  return code === DOT && isW(text, at - 1) && isW(text, at - 2) && isW(text, at - 3)
}

function isW(text: string, at: number): boolean {
  return at >= 0 && (text.charCodeAt(at) | 0x20) === W
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = BASIS
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME)
  return mix(hash)
}

/** MurmurHash3's last step: each bit of the input moves half of those of the output. */
export function mix(number: number): number {
  let hash = number ^ (number >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
