import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { openFile } from '../../../../src-main/engine/gather/import/open-file.ts'
import { fileToRead, readFile, writeFile } from '../../../support/files-to-read.ts'

async function table(name: string, content: string | Uint8Array) {
  const opened = await openFile(fileToRead(writeFile(name, content)))
  if (opened.kind !== 'table') throw new Error(`It was taken for ${opened.format}.`)
  const rows = []
  for await (const batch of opened.table.read()) rows.push(...batch.rows)
  return {
    columns: opened.table.columns,
    rows: rows.map(({ cells }) => cells),
    numbers: rows.map(({ number }) => number),
  }
}

const COLUMNS = ['Fecha', 'Texto']
const ROWS = [
  ['2026-03-01', 'Muy bien, gracias'],
  ['2026-03-02', 'Dice "nunca más"\ny se va'],
]

test.each([
  [
    'commas',
    'a.csv',
    'Fecha,Texto\n2026-03-01,"Muy bien, gracias"\n2026-03-02,"Dice ""nunca más""\ny se va"\n',
  ],
  [
    'semicolons, with commas in what is said',
    'a.csv',
    'Fecha;Texto\n2026-03-01;Muy bien, gracias\n2026-03-02;"Dice ""nunca más""\ny se va"',
  ],
  ['tabs', 'a.tsv', 'Fecha\tTexto\n2026-03-01\tMuy bien, gracias\n2026-03-02\t"Dice ""nunca más""\ny se va"'],
  ['bars', 'a.txt', 'Fecha|Texto\n2026-03-01|Muy bien, gracias\n2026-03-02|"Dice ""nunca más""\ny se va"'],
  [
    'Excel’s own word for it',
    'a.csv',
    'sep=;\nFecha;Texto\n2026-03-01;Muy bien, gracias\n2026-03-02;"Dice ""nunca más""\ny se va"',
  ],
  [
    'a mark of byte order, and CR LF',
    'a.csv',
    '\ufeffFecha,Texto\r\n2026-03-01,"Muy bien, gracias"\r\n2026-03-02,"Dice ""nunca más""\ny se va"\r\n',
  ],
  [
    'a title and blank rows around',
    'a.csv',
    'Export de marzo\n\nFecha,Texto\n\n2026-03-01,"Muy bien, gracias"\n,\n2026-03-02,"Dice ""nunca más""\ny se va"\n\n',
  ],
])('a table with %s is read', async (_says, name, text) => {
  expect(await table(name, text)).toMatchObject({ columns: COLUMNS, rows: ROWS })
})

test.each(['utf-16le', 'utf-16be', 'windows-1252', 'utf-8'])(
  'a table in %s is read, marked or not',
  async (charset) => {
    const text = `Fecha;Texto\n${ROWS.map(([day, said]) => `${day ?? ''};"${(said ?? '').replaceAll('"', '""')}"`).join('\n')}`
    for (const addBOM of [true, false])
      expect(
        await table('a.csv', iconv.encode(text, charset, { addBOM: addBOM && charset !== 'windows-1252' })),
      ).toMatchObject({
        columns: COLUMNS,
        rows: ROWS,
      })
  },
)

test('rows have the numbers a spreadsheet gives them', async () => {
  const { numbers } = await table('a.csv', 'Título\n\nid,texto\n1,"dos\nlíneas"\n\n2,otra\n')
  expect(numbers).toEqual([4, 6])
})

test('names that repeat are told apart, and a column without one gets one', async () => {
  const { columns } = await table('a.csv', 'Date,Text,,Date\n2026-03-01,Hola,x,2026-03-02\n')
  expect(columns).toEqual(['Date', 'Text', 'Column 3', 'Date (2)'])
})

test('a table without a heading loses no row', async () => {
  const { columns, rows } = await table('a.csv', '2026-03-01,Muy bien todo,5\n2026-03-02,Muy mal todo,1\n')
  expect(columns).toEqual(['Column 1', 'Column 2', 'Column 3'])
  expect(rows).toHaveLength(2)
})

test('what any program writes is read back as it was', async () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\0\ufeff\r]/g, ''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      async (rows, delimiter, newline) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const lines = [['one name', 'other name', 'third name'], ...rows].map((cells) =>
          cells.map(quoted).join(delimiter),
        )
        const read = await table('a.csv', lines.join(newline))
        expect(read.rows).toEqual(rows.filter((cells) => cells.some((text) => text.trim() !== '')))
      },
    ),
    { numRuns: 60 },
  )
})

test('a cell too many is said, because something slipped; a quote never closed as well', async () => {
  const { items, rejected } = await readFile(
    'a.csv',
    'id,text,stars\n1,Bien,5\n2,Bien, pero caro,4\n3,"Se abre y no se cierra,3\n4,Mal,1',
  )
  expect(items.map(({ externalId }) => externalId)).toEqual(['1'])
  expect(rejected).toEqual([
    { row: 3, message: 'it has 4 cells, where there are 3 columns' },
    { row: 4, message: 'a quotation mark that opens in it is never closed' },
  ])
})

test('a table of many pieces is read whole', async () => {
  const text = `id,text\n${Array.from({ length: 60_000 }, (_, n) => `${n},"Mención ${n} con ""comillas"" y\nlíneas ñ"`).join('\n')}`
  const { items, rejected } = await readFile('long.csv', text)
  expect(rejected).toEqual([])
  expect(items).toHaveLength(60_000)
  expect(items.at(-1)).toMatchObject({
    externalId: '59999',
    text: 'Mención 59999 con "comillas" y\nlíneas ñ',
  })
})

test('a heading alone brings nothing, and is no failure', async () => {
  expect(await readFile('a.csv', 'Review ID,Author,Rating,Title,Text,Date\n')).toEqual({
    items: [],
    rejected: [],
  })
})

test.each([
  ['words', 'a.txt', 'Just a letter to nobody.\n'],
  ['bytes', 'a.bin', new Uint8Array([1, 2, 3, 255, 254, 0])],
  ['a web page without reviews', 'a.html', '<!doctype html><html><head><title>x</title></head></html>'],
])('%s are said to be no mentions', async (_says, name, content) => {
  await expect(readFile(name, content)).rejects.toMatchObject({ failure: { kind: 'unknown-format' } })
})
