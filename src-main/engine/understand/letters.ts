import { LETTERS_OF } from './letters-data.ts'
import { lowerCode } from './signs.ts'
import { hashOfBytes, LAST } from './letters-hash.ts'
import { type Letters, pairsOf, unpackLetters } from './letters-table.ts'

/** Languages that letters are known of, ISO 639-1, by their places. */
export const LANGUAGES: readonly string[] = LETTERS_OF.split(' ')

/** Less than the data holds by so much, as eld writes it. */
const LEAST_SAID = 53
/** From a sum to a share, as eld does it. */
const HALF = 25
const LONGEST = 70
const BLANK = 0x20
const MOST_RUNS = 1024

/** Scratch paper, and what is unpacked when first needed: nothing of one text is there for the next. */
const paper = {
  letters: null as Letters | null,
  bytes: new Uint8Array(LONGEST + 8),
  seen: new Int32Array(MOST_RUNS),
  sums: new Int32Array(LANGUAGES.length),
  runs: 0,
}

/** Forgets what was counted before. */
export function beginLetters(): void {
  paper.seen.fill(0)
  paper.sums.fill(0)
  paper.runs = 0
}

/** Counts the letters of a word of a text: in runs of four bytes of UTF-8, as eld does, each run once. */
export function countLetters(codes: Uint16Array, from: number, to: number): void {
  const { bytes } = paper
  let length = 0
  for (let at = from; at < to; at += 1) {
    const code = codes[at] ?? 0
    if (code >= 0x300 && !isLetter(code)) {
      countRuns(length)
      length = 0
    } else length = write(bytes, length, lowerCode(code))
  }
  countRuns(length)
}

/** A typeset apostrophe is as good as a letter between two. */
function isLetter(code: number): boolean {
  return code === 0x2019 || (code < 0xd800 ? /\p{L}/u.test(String.fromCharCode(code)) : code >= 0xe000)
}

/** Writes a letter in UTF-8 as long as there is room, and answers how long the word is by now. */
function write(bytes: Uint8Array, length: number, code: number): number {
  const at = Math.min(length, LONGEST) + 1
  if (code < 0x80) {
    bytes[at] = code
    return length + 1
  }
  if (code < 0x800) {
    bytes[at] = 0xc0 | (code >> 6)
    bytes[at + 1] = 0x80 | (code & 0x3f)
    return length + 2
  }
  bytes[at] = 0xe0 | (code >> 12)
  bytes[at + 1] = 0x80 | ((code >> 6) & 0x3f)
  bytes[at + 2] = 0x80 | (code & 0x3f)
  return length + 3
}

/** The bytes of a word stand between two blanks; its first and its last run begin and end with one. */
function countRuns(written: number): void {
  if (written === 0) return
  const length = Math.min(written, LONGEST)
  const { bytes } = paper
  bytes[0] = BLANK
  let at = 0
  for (; at + 4 < length; at += 3) countRun(at === 0 ? 0 : at + 1, at + 5)
  // What a word is cut off at is no end.
  if (written > LONGEST) paper.runs += 1
  else {
    bytes[length + 1] = BLANK
    countRun(at === 0 ? 0 : length - 3, length + 2)
  }
}

function countRun(from: number, to: number): void {
  const hash = hashOfBytes(paper.bytes, from, to)
  if (paper.runs >= MOST_RUNS / 2 || isSeen(hash)) return
  paper.runs += 1
  const letters = (paper.letters ??= unpackLetters())
  const pairs = pairsOf(letters, hash)
  if (pairs < 0) return
  const { data } = letters
  const { sums } = paper
  for (let at = pairs; ; at += 2) {
    const language = data[at] ?? LAST
    const place = language & ~LAST
    sums[place] = (sums[place] ?? 0) + (data[at + 1] ?? 0) + LEAST_SAID
    if (language >= LAST) return
  }
}

function isSeen(hash: number): boolean {
  const { seen } = paper
  const key = hash + 1
  for (let at = key & (MOST_RUNS - 1); ; at = (at + 1) & (MOST_RUNS - 1)) {
    if (seen[at] === key) return true
    if (seen[at] === 0) {
      seen[at] = key
      return false
    }
  }
}

/** What the letters counted say for a language by its place, 0 to 1. */
export function lettersSay(place: number): number {
  const sum = paper.sums[place] ?? 0
  return sum === 0 ? 0 : sum / (sum + HALF * paper.runs)
}
