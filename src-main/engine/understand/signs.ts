import { fold } from './fold.ts'

/** What begins with a sign, or goes on with it. Nothing is said of what is no plain Latin-1: a pattern has to. */
export const OTHER = 0
export const LETTER = 1
export const DIGIT = 2
export const MARK = 3
/** Begins nothing. */
export const BLANK = 4
/** Begins nothing but a face: `-_-`, `^^`. */
export const BROW = 5
/** `¿` and `¡`: begin nothing either. */
export const OPENING = 6
/** Stands inside of words. */
export const APOSTROPHE = 7

export const ELLIPSIS = 0x2026
const TYPESET_APOSTROPHE = 0x2019
/** Quotation marks and dashes as they are set. */
const TYPESET = new Set([0x2013, 0x2014, 0x2018, 0x201c, 0x201d])

/**
 * Everything about a sign as one number, so that one look is enough: what it is, and its code in lower case, and folded
 * (accents off except on `ñ`).
 */
export type Sign = number

const LATIN = Int32Array.from({ length: 256 }, (_, code) => makeSign(String.fromCharCode(code)))
const BARE = Uint8Array.from({ length: 256 }, (_, code) =>
  String.fromCharCode(code).toLowerCase().normalize('NFD').charCodeAt(0),
)

function makeSign(sign: string): Sign {
  return kindIn(sign) | (sign.toLowerCase().charCodeAt(0) << 8) | (fold(sign).charCodeAt(0) << 16)
}

function kindIn(sign: string): number {
  if (/[a-zA-ZÀ-ÖØ-öø-ÿ]/.test(sign)) return LETTER
  if (/\d/.test(sign)) return DIGIT
  if (/[!?.,()]/.test(sign)) return MARK
  if (/[-^]/.test(sign)) return BROW
  if (/[¿¡]/.test(sign)) return OPENING
  if (sign === "'") return APOSTROPHE
  return /[\s\0"$%&*+/>@[\]_`{|}~#\\«»]/.test(sign) ? BLANK : OTHER
}

/** A sign of Latin-1; nothing is known of others. */
export function latinSign(code: number): Sign {
  return LATIN[code] ?? OTHER
}

export function kindOfSign(sign: Sign): number {
  return sign & 0xff
}

export function lowerOfSign(sign: Sign): number {
  return (sign >> 8) & 0xff
}

export function foldedOfSign(sign: Sign): number {
  return sign >> 16
}

/** What a sign is, by its code. */
export function kindOf(code: number): number {
  return code < 256 ? kindOfSign(latinSign(code)) : kindOfTypeset(code)
}

function kindOfTypeset(code: number): number {
  if (code === TYPESET_APOSTROPHE) return APOSTROPHE
  if (code === ELLIPSIS) return MARK
  return TYPESET.has(code) ? BLANK : OTHER
}

/** A letter in lower case. */
export function lowerCode(code: number): number {
  return code < 256 ? lowerOfSign(latinSign(code)) : String.fromCharCode(code).toLowerCase().charCodeAt(0)
}

/** As `fold` has it: in lower case, accents off except on `ñ`. */
export function foldedCode(code: number): number {
  return code < 256 ? foldedOfSign(latinSign(code)) : fold(String.fromCharCode(code)).charCodeAt(0)
}

/** In lower case and without any accent. */
export function bareCode(code: number): number {
  return code < 256
    ? (BARE[code] ?? code)
    : String.fromCharCode(code).toLowerCase().normalize('NFD').charCodeAt(0)
}
