import { expect, test } from 'vitest'
import { lookAtRows } from '../../../../src-main/engine/gather/import/look-at-rows.ts'
import { dateReader } from '../../../../src-main/engine/gather/import/mapping/table-dates.ts'
import { fileToRead, readFile, writeFile } from '../../../support/files-to-read.ts'

const look = (content: string, fields = {}) =>
  lookAtRows(fileToRead(writeFile('export.csv', content), fields))

/** Headings as places write them, the columns that mean something and one row. */
const EXPORTS: readonly (readonly [string, string, string, Readonly<Record<string, string>>])[] = [
  [
    'Google Play Console',
    'Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,Developer Reply Text,Review Link',
    'com.luna,42,4.2,es,pixel,2026-03-01T10:00:00Z,1772359200000,2026-03-02T10:00:00Z,1772445600000,2,Mal,No abre,2026-03-03T10:00:00Z,1772532000000,Lo sentimos,https://play.example/r/1',
    {
      'App Version Name': 'version',
      'Reviewer Language': 'language',
      'Review Submit Date and Time': 'date',
      'Review Last Update Date and Time': 'updated',
      'Star Rating': 'rating',
      'Review Title': 'title',
      'Review Text': 'text',
      'Developer Reply Text': 'reply',
      'Developer Reply Date and Time': 'replyDate',
      'Review Link': 'url',
      'Package Name': 'product',
    },
  ],
  [
    'Trustpilot',
    'Review Id,Review Created (UTC),Consumer Name,Review Title,Review Content,Review Stars,Company Reply Text,Domain Name,Review Language',
    'abc,2026-03-01 10:00:00,Pau,Mal,Tardó mucho,2,Lo sentimos,luna.example,es',
    {
      'Review Id': 'id',
      'Review Created (UTC)': 'date',
      'Consumer Name': 'author',
      'Review Title': 'title',
      'Review Content': 'text',
      'Review Stars': 'rating',
      'Company Reply Text': 'reply',
      'Review Language': 'language',
    },
  ],
  [
    'a hotel’s own table in Spanish',
    'Fecha de la opinión;Huésped;Puntuación;Comentario positivo;Comentario negativo',
    '01/03/2026;Pau;8,5;La cama;El ruido',
    {
      'Fecha de la opinión': 'date',
      Huésped: 'author',
      Puntuación: 'rating',
      'Comentario positivo': 'text',
      'Comentario negativo': 'text',
    },
  ],
  [
    'a shop’s in Portuguese',
    'Data da avaliação;Nome do cliente;Nota;Comentário;Produto',
    '15/03/2026;Ana;5;Adorei o café;Café em grão',
    {
      'Data da avaliação': 'date',
      'Nome do cliente': 'author',
      Nota: 'rating',
      Comentário: 'text',
      Produto: 'product',
    },
  ],
  [
    'Amazon',
    'reviewID,asin,reviewTitle,reviewBody,starRating,reviewDate,reviewerName,helpfulVotes',
    'R1,B01,Bien,Llegó pronto,5,"March 3, 2026",Pau,3',
    {
      reviewID: 'id',
      asin: 'product',
      reviewTitle: 'title',
      reviewBody: 'text',
      starRating: 'rating',
      reviewDate: 'date',
      reviewerName: 'author',
      helpfulVotes: 'votes',
    },
  ],
]

test.each(EXPORTS)('the columns of %s are known by their names', async (_says, heading, row, mapping) => {
  const looked = await look(`${heading}\n${row}\n`)
  expect(looked.mapping).toEqual(mapping)
  expect(looked.preview).toHaveLength(1)
  expect(looked.rejected).toEqual([])
})

test('columns nobody named are known by what is in them', async () => {
  const { mapping } = await look(
    'c1,c2,c3,c4,c5\n2026-03-01,Pau,5,https://a.example/1,Un texto bastante largo\n2026-03-02,Ana,4,https://a.example/2,Otro texto todavía más largo\n2026-03-02,Eva,5,https://a.example/3,Y uno que no lo es\n',
  )
  expect(mapping).toEqual({ c1: 'date', c3: 'rating', c4: 'url', c5: 'text' })
})

test('a column that is called one thing and holds another means nothing', async () => {
  const { mapping, columns } = await look(
    'Rating,Date,Text\nPG-13,soon,Hola a todo el mundo\nPG-18,later,Adiós a todo el mundo\n',
  )
  expect(mapping).toEqual({ Text: 'text' })
  expect(columns.map(({ meaning }) => meaning)).toEqual([null, null, 'text'])
})

const dates = (...written: readonly string[]) =>
  `date,text\n${written.map((date) => `${date},Hola`).join('\n')}\n`

test.each([
  ['a day above 12', dates('03/04/2026', '25/04/2026'), 'day-first', false, '2026-04-03'],
  ['a month in front', dates('03/04/2026', '04/25/2026'), 'month-first', false, '2026-03-04'],
  ['years in front', dates('2026/04/03', '2026/04/25'), 'year-first', false, '2026-04-03'],
  [
    'a date that would lie in the future',
    dates('03/04/2026', '04/09/2026'),
    'month-first',
    false,
    '2026-03-04',
  ],
  [
    'a file in order',
    dates('01/04/2026', '02/04/2026', '03/04/2026', '03/04/2026', '04/04/2026', '05/04/2026', '01/05/2026'),
    'day-first',
    false,
    '2026-04-01',
  ],
  ['nothing that says it', dates('03/04/2026', '02/04/2026'), 'day-first', true, '2026-04-03'],
  ['am and pm, and nothing else', dates('3/4/2026 9:00 PM'), 'month-first', true, '2026-03-04'],
])('the order of dates is told by %s', async (_says, content, order, isOpen, first) => {
  const looked = await look(content)
  expect(looked).toMatchObject({ dateOrder: order, dateOrderIsOpen: isOpen })
  expect(looked.preview[0]?.publishedAt?.slice(0, 10)).toBe(first)
})

test('what the user says about dates and ratings counts', async () => {
  const content = 'date,rating,text\n03/04/2026,4,Hola\n'
  const given = { dateOrder: 'month-first', ratingScale: { worst: 0, best: 10 } } as const
  const looked = await look(content, { given })
  expect(looked).toMatchObject({ ...given, dateOrderIsOpen: false })
  expect(looked.preview[0]).toMatchObject({
    publishedAt: '2026-03-04T00:00:00.000Z',
    rating: { value: 4, worst: 0, best: 10 },
  })
})

test.each([
  ['2026-03-04', '2026-03-03T23:00:00.000Z'],
  ['2026-07-04 10:30', '2026-07-04T08:30:00.000Z'],
  ['04/03/2026 10:30', '2026-03-04T09:30:00.000Z'],
  ['4.3.26', '2026-03-03T23:00:00.000Z'],
  ['04/03/2026 1:05 PM', '2026-03-04T12:05:00.000Z'],
  ['2026-03-04T10:30:00Z', '2026-03-04T10:30:00.000Z'],
  ['04/03/2026 10:30 +0200', '2026-03-04T08:30:00.000Z'],
  ['Mar 4, 2026', '2026-03-03T23:00:00.000Z'],
  ['4 de marzo de 2026', '2026-03-03T23:00:00.000Z'],
  ['1772617800', '2026-03-04T09:50:00.000Z'],
  ['1772617800000', '2026-03-04T09:50:00.000Z'],
  ['46085.5', '2026-03-04T11:00:00.000Z'],
  ['31/02/2026', null],
  ['soon', null],
])('the date %s of a brand in Madrid is %s', (written, instant) => {
  const ms = dateReader('day-first', 'Europe/Madrid')(written)
  expect(ms === null ? null : new Date(ms).toISOString()).toBe(instant)
})

test.each([
  ['stars', ['1', '4', '5'], { worst: 1, best: 5 }],
  ['tenths', ['7,5', '10', '3'], { worst: 1, best: 10 }],
  ['from zero', ['0', '10', '6'], { worst: 0, best: 10 }],
  ['hundreds', ['88', '100', '20'], { worst: 0, best: 100 }],
])('the scale of %s is guessed from all the ratings', async (_says, values, scale) => {
  const { ratingScale } = await look(`rating;text\n${values.map((value) => `${value};Hola`).join('\n')}\n`)
  expect(ratingScale).toEqual(scale)
})

test('a scale that the column’s name says is believed', async () => {
  expect((await look('Score (1-7),text\n4,Hola\n')).ratingScale).toEqual({ worst: 1, best: 7 })
  expect((await look('NPS score,text\n4,Hola\n')).ratingScale).toEqual({ worst: 1, best: 10 })
})

test('a row becomes the mention it tells of, and our answer our voice', async () => {
  const [, heading = '', row = ''] = EXPORTS[0] ?? []
  const { items } = await readFile('play.csv', `${heading}\n${row}\n`)
  expect(items).toMatchObject([
    {
      title: 'Mal',
      text: 'No abre',
      rating: { value: 2, worst: 1, best: 5 },
      kind: 'review',
      language: 'es',
      url: 'https://play.example/r/1',
      publishedAt: Date.parse('2026-03-01T10:00:00Z'),
      updatedAt: Date.parse('2026-03-02T10:00:00Z'),
      details: { version: '4.2', product: 'com.luna' },
    },
    {
      text: 'Lo sentimos',
      author: { name: 'Café Luna', handle: '@cafeluna' },
      inReplyTo: 'https://play.example/r/1',
      publishedAt: Date.parse('2026-03-03T10:00:00Z'),
      kind: 'comment',
    },
  ])
})

test('what a row says comes in as it was written', async () => {
  const { items } = await readFile(
    'a.csv',
    'author,title,text\n"M. <script>","“Quoted” & <odd>","He said ""no"" & left <b>bold</b> text"\nO&#39;Brien,a &amp; b,<p>uno</p><p>dos</p>\n',
  )
  expect(items).toMatchObject([
    {
      author: { name: 'M. <script>' },
      title: '“Quoted” & <odd>',
      text: 'He said "no" & left <b>bold</b> text',
      html: null,
    },
    { author: { name: "O'Brien" }, title: 'a & b', text: 'uno\n\ndos' },
  ])
})

test('a row with nothing to say, or a date nobody can read, is named by its number', async () => {
  const { items, rejected } = await readFile(
    'a.csv',
    'author,date,rating,text\nPau,2026-03-01,5,\nAna,2026-03-01,,\nEva,never,4,Hola\nLuz,N/A,4,Hola\n,,,-\nIvo,2026-03-02,,Bien\n',
  )
  expect(items.map(({ author }) => author?.name)).toEqual(['Pau', 'Luz', undefined, 'Ivo'])
  expect(rejected).toEqual([
    { row: 3, message: 'nothing is said in it: no title, text or rating' },
    { row: 4, message: 'its date “never” cannot be read' },
  ])
})

test('what a heading was said to mean is remembered for the next export, not for another', async () => {
  const remembered = {
    'a\nb': { columns: { a: 'ignore', b: 'title' }, dateOrder: null, ratingScale: null },
  } as const
  expect(await look('A,B\nHola a todos,Adiós a todos\n', { remembered })).toMatchObject({ remembered: true })
  const looked = await look('a,b\nHola a todos,Adiós a todos\n', { remembered })
  expect(looked).toMatchObject({ remembered: true, mapping: { a: 'ignore', b: 'title' } })
  expect(await look('a,c\nHola a todos,Adiós a todos\n', { remembered })).toMatchObject({ remembered: false })
})
