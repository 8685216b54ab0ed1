/** Where a token ends that begins somewhere, as far as that is plain; the pattern of tokens.ts says the same of everything. */
export const UNSURE = -1

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const MARK = 3
/** Begins nothing. */
const BLANK = 4
/** Begins nothing but a face: `-_-`, `^^`. */
const BROW = 5

const KINDS = kindsOfLatin1()
/** Quotation marks and dashes as they are set; an apostrophe is not of them. */
const TYPESET = new Set([0x2013, 0x2014, 0x2018, 0x201c, 0x201d])
const ELLIPSIS = 0x2026

function kindsOfLatin1(): Uint8Array {
  const kinds = new Uint8Array(256)
  const set = (pattern: RegExp, kind: number) => {
    for (let code = 0; code < 256; code += 1) if (pattern.test(String.fromCharCode(code))) kinds[code] = kind
  }
  set(/[\s"$%&'*+\-/>@[\]^_`{|}~#\\«»¡¿]/, BLANK)
  set(/[-^]/, BROW)
  set(/[a-zA-ZÀ-ÖØ-öø-ÿ]/, LETTER)
  set(/\d/, DIGIT)
  set(/[!?.,()]/, MARK)
  return kinds
}

function kindAt(text: string, at: number): number {
  if (at >= text.length) return BLANK
  const code = text.charCodeAt(at)
  if (code < 256) return KINDS[code] ?? OTHER
  return code === ELLIPSIS ? MARK : TYPESET.has(code) ? BLANK : OTHER
}

/** The end of the token that begins at a place; that place itself where none does. */
export function plainEnd(text: string, at: number): number {
  switch (kindAt(text, at)) {
    case LETTER:
      return mayBeFace(text, at) ? UNSURE : wordEnd(text, at)
    case DIGIT:
      return mayBeFace(text, at) ? UNSURE : numberEnd(text, at)
    case MARK:
      return marksEnd(text, at)
    case BROW:
      return /[_^]/.test(text.charAt(at + 1)) ? UNSURE : at
    case BLANK:
      return at
    default:
      return UNSURE
  }
}

const FACE = /[-^')(\]d/p|3]/i

/** `xD`, `8)`, `T_T` */
function mayBeFace(text: string, at: number): boolean {
  const first = text.charAt(at)
  if (first === 't' || first === 'T') return text.charAt(at + 1) === '_'
  return (first === 'x' || first === 'X' || first === '8') && FACE.test(text.charAt(at + 1))
}

function wordEnd(text: string, at: number): number {
  let end = lettersEnd(text, at)
  if (text.charAt(end) === "'") {
    const kind = kindAt(text, end + 1)
    if (kind === OTHER) return UNSURE
    if (kind !== LETTER) return end
    end = lettersEnd(text, end + 1)
  }
  return kindAt(text, end) === OTHER ? UNSURE : end
}

function lettersEnd(text: string, from: number): number {
  let at = from
  while (kindAt(text, at) === LETTER) at += 1
  return at
}

function numberEnd(text: string, from: number): number {
  const end = digitsEnd(text, from)
  return text.charAt(end) === '/' && kindAt(text, end + 1) === DIGIT ? digitsEnd(text, end + 1) : end
}

function digitsEnd(text: string, from: number): number {
  let at = from
  while (kindAt(text, at) === DIGIT) at += 1
  return at
}

/** A colon or a semicolon begins a face, and ends a clause where it stands among other marks. */
function marksEnd(text: string, from: number): number {
  let at = from
  while (kindAt(text, at) === MARK || text.charAt(at) === ':' || text.charAt(at) === ';') at += 1
  return at
}
