import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode } from '../../../../src-main/engine/gather/read/decode.ts'

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
