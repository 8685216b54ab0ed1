import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode } from '../../../../src-main/engine/gather/read/decode.ts'
import { IN_TONGUES } from '../../../support/tongues.ts'
import { seed } from '../../../support/seed.ts'

const xml = (declared: string | null, text: string) =>
  `<?xml version="1.0"${declared === null ? '' : ` encoding="${declared}"`}?><t>${text}</t>`
const SPANISH = '¡Qué frío está el café de la señora Muñoz! ¿Por qué no contestáis?'

test.each<[string, string, string, string | null, string | null]>([
  ['UTF-8, as declared', 'utf-8', SPANISH, 'utf-8', null],
  ['UTF-8, as nobody says', 'utf-8', SPANISH, null, null],
  ['UTF-8, though the header says Latin-1', 'utf-8', SPANISH, null, 'text/xml; charset=iso-8859-1'],
  ['Latin-1, as the XML says', 'latin1', SPANISH, 'ISO-8859-1', 'application/xml'],
  ['Latin-1, as the header says', 'latin1', SPANISH, null, 'text/xml; charset="ISO-8859-1"'],
  ['Latin-1, as nobody says', 'latin1', SPANISH, null, null],
  ['Latin-1, though it says UTF-8', 'latin1', SPANISH, 'utf-8', null],
  ['Windows-1252 called Latin-1', 'win1252', 'El “café” cuesta 3 €…', 'iso-8859-1', null],
  ['Windows-1251', 'win1251', 'Кофе холодный, никто не отвечает', 'windows-1251', null],
  ['KOI8-R', 'koi8-r', 'Кофе холодный, никто не отвечает', 'koi8-r', null],
  ['Shift_JIS', 'shift_jis', 'コーヒーが冷たい', 'Shift_JIS', null],
  ['EUC-JP', 'euc-jp', 'コーヒーが冷たい', 'EUC-JP', null],
  ['Big5', 'big5', '咖啡很冷', 'Big5', null],
  ['GB2312', 'gb18030', '咖啡很冷', 'gb2312', null],
  ['EUC-KR', 'euc-kr', '커피가 차갑다', 'euc-kr', null],
  ['ISO-8859-15', 'iso-8859-15', 'cuesta 3 €', 'iso-8859-15', null],
  [
    'Windows-1251, though the header says UTF-8 as it always does',
    'win1251',
    'Кофе холодный',
    'windows-1251',
    'text/xml; charset=utf-8',
  ],
  ['a charset nobody knows', 'utf-8', SPANISH, 'x-nobody', null],
])('reads %s', (_, encoding, text, declared, header) => {
  expect(decode(iconv.encode(xml(declared, text), encoding), header)).toContain(text)
})

test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'utf-8'])(
  'a byte order mark of %s counts more than all words',
  (encoding) => {
    const body = iconv.encode(xml('iso-8859-1', SPANISH), encoding, { addBOM: true })
    const text = decode(body, 'text/xml; charset=windows-1251')
    expect(text).toContain(SPANISH)
    expect(text.startsWith('<?xml')).toBe(true)
  },
)

test('UTF-16 without a mark is seen by its first bytes', () => {
  expect(decode(iconv.encode(xml('utf-16', SPANISH), 'utf-16le', { addBOM: false }), null)).toContain(SPANISH)
})

test('a page says its charset in a meta element', () => {
  const page = `<html><head><meta charset="windows-1252"></head><body>${SPANISH}</body></html>`
  expect(decode(iconv.encode(page, 'win1252'), 'text/html')).toContain(SPANISH)
})

test('UTF-8 with a torn letter loses that letter and nothing else', () => {
  const whole = Buffer.from(xml('utf-8', `${SPANISH}${SPANISH}`))
  const torn = Buffer.concat([whole.subarray(0, -6), Buffer.from([0xc3]), whole.subarray(-6)])
  expect(decode(torn, null)).toContain(SPANISH)
})

/** Charsets, and letters each can write. */
const LETTERS: Readonly<Record<string, string>> = {
  'utf-8': 'áñç¿дщשءคกжあ漢한😀',
  'iso-8859-1': 'áéíóúñçãõü¿¡ß',
  'windows-1252': 'áéíñç“”–€…',
  'iso-8859-2': 'ąčďęěłńőřšţůž',
  'windows-1250': 'ąčďęěłńőřšţůž„”',
  'iso-8859-15': 'áéíñçœžš€',
  'windows-1251': 'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'koi8-r': 'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'iso-8859-7': 'αβγδεζηθικλμνξοπρστυφχψω',
  'windows-1254': 'çğıöşüİ',
  'windows-1255': 'אבגדהוזחטיכלמנסעפצקרשת',
  'windows-1256': 'ابتثجحخدذرزسشصضطظعغفقكلمنهو',
  'tis-620': 'กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหอ',
  shift_jis: 'あいうえおカキクケコ日本語東京',
  'euc-jp': 'あいうえおカキクケコ日本語東京',
  'euc-kr': '가나다라마바사아자차카타파하',
  gb2312: '你我他的是在有不这中大来上国和地到',
  big5: '你我他的是在有不這中大來上國和地到',
}
const charsets = fc.constantFrom(...Object.keys(LETTERS))
/** Long enough that its bytes cannot be valid UTF-8 by chance. */
const written = charsets.chain((charset) =>
  fc.record({
    charset: fc.constant(charset),
    text: fc.string({
      unit: fc.constantFrom(...Array.from(LETTERS[charset] ?? '')),
      minLength: 12,
      maxLength: 60,
    }),
  }),
)

test('text in any charset is read back, said in the header or in the document', () => {
  fc.assert(
    fc.property(written, fc.constantFrom('header', 'document', 'both'), ({ charset, text }, where) => {
      const body = iconv.encode(xml(where === 'header' ? null : charset, text), charset)
      const header = where === 'document' ? 'text/xml' : `text/xml; charset="${charset.toUpperCase()}"`
      expect(decode(body, header)).toContain(`<t>${text}</t>`)
    }),
    { seed: seed(8), numRuns: 600 },
  )
})

test('text in any charset of Unicode is read back by its mark, whatever else is said', () => {
  const marked = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be')
  fc.assert(
    fc.property(marked, charsets, fc.string({ unit: 'grapheme' }), (charset, said, text) => {
      const clean = text.replaceAll('\ufeff', '')
      const body = iconv.encode(xml(said, clean), charset, { addBOM: true })
      expect(decode(body, `text/xml; charset=${said}`)).toBe(xml(said, clean))
    }),
    { seed: seed(9), numRuns: 200 },
  )
})

/** How a charset is said: where it counts, or nowhere. */
const PAGES = [
  (charset: string, text: string) =>
    `<html><head><meta charset="${charset}"></head><body>${text}</body></html>`,
  (charset: string, text: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body>${text}</body></html>`,
] as const
/** Said, but not so: what servers say whatever they send, and what nobody can mean. */
const untrue = fc.constantFrom('utf-8', 'UTF-16', 'utf-32', 'ucs-2', 'base64', 'hex', 'x-nobody', '', '"')

test('a page in any charset is read back by what its meta element says', () => {
  fc.assert(
    fc.property(written, fc.constantFrom(...PAGES), ({ charset, text }, page) => {
      const whole = page(charset, text)
      expect(decode(iconv.encode(whole, charset), 'text/html')).toBe(whole)
    }),
    { seed: seed(15), numRuns: 500 },
  )
})

test('a header that says what the bytes are not is passed over for what the document says', () => {
  fc.assert(
    fc.property(written, untrue, ({ charset, text }, header) => {
      const whole = xml(charset, text)
      expect(decode(iconv.encode(whole, charset), `text/xml; charset=${header}`)).toBe(whole)
    }),
    { seed: seed(16), numRuns: 500 },
  )
})

test('UTF-8 is UTF-8, whatever header and document say', () => {
  const names = fc.constantFrom(
    ...Object.keys(LETTERS),
    'iso-2022-jp',
    'ascii',
    'utf-16',
    'base64',
    'hex',
    'utf-7',
    'x-nobody',
  )
  const said = fc.option(names)
  fc.assert(
    fc.property(fc.constantFrom(...IN_TONGUES), said, said, ({ word }, header, declared) => {
      const whole = xml(declared, `${word.join(' + ')} café`)
      const contentType = header === null ? null : `text/xml; charset=${header}`
      expect(decode(Buffer.from(whole), contentType)).toBe(whole)
    }),
    { seed: seed(17), numRuns: 500 },
  )
})

test('plain letters are themselves under every name that is no charset', () => {
  fc.assert(
    fc.property(untrue, fc.string({ unit: fc.constantFrom(...Array.from('abc +-1&=')) }), (header, text) => {
      expect(decode(Buffer.from(xml(null, text)), `text/xml; charset=${header}`)).toBe(xml(null, text))
    }),
    { seed: seed(18), numRuns: 300 },
  )
})

test('Spanish, Portuguese and English are read back from what Windows writes, however few words, though nobody says it', () => {
  const ours = IN_TONGUES.filter(({ charsets: some }) => some.includes('windows-1252'))
  fc.assert(
    fc.property(
      fc.constantFrom(...ours),
      fc.infiniteStream(fc.nat()),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(null, 'utf-8'),
      (tongue, chance, count, header) => {
        const words = [...chance.take(count)].map((at) => tongue.word[at % tongue.word.length] ?? '')
        const whole = xml(null, words.join(' '))
        const contentType = header === null ? null : `text/xml; charset=${header}`
        expect(decode(iconv.encode(whole, 'windows-1252'), contentType)).toBe(whole)
      },
    ),
    { seed: seed(19), numRuns: 600 },
  )
})

test('UTF-16 and UTF-32 without a mark are seen by what documents begin with', () => {
  const wide = fc.constantFrom('utf-16le', 'utf-16be', 'utf-32le', 'utf-32be')
  const beginnings = fc.constantFrom('<?xml version="1.0"?>', '{"a":', '[{"a":', '\n<rss>', ' {"a":', '\r\n[')
  const headers = fc.constantFrom(
    null,
    'application/json',
    'text/xml; charset=utf-16',
    'text/xml; charset=utf-8',
  )
  fc.assert(
    fc.property(
      wide,
      beginnings,
      fc.string({ unit: 'grapheme' }),
      headers,
      (charset, beginning, text, header) => {
        const whole = `${beginning}${text}`
        expect(decode(iconv.encode(whole, charset, { addBOM: false }), header)).toBe(whole)
      },
    ),
    { seed: seed(20), numRuns: 400 },
  )
})

test('bytes of chance under any name never fail', () => {
  const names = fc.oneof(charsets, untrue, fc.string({ maxLength: 12 }))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), names, (bytes, name) => {
      expect(typeof decode(bytes, `text/xml; charset=${name}`)).toBe('string')
    }),
    { seed: seed(24), numRuns: 1000 },
  )
})
