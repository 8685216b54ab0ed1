import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TagReport } from '../../../src-main/contract/reports.ts'
import { accentOf } from '../../../src-main/engine/report/exporters/html/accent.ts'
import { barsOf } from '../../../src-main/engine/report/exporters/html/days.ts'
import { exporterOf } from '../../../src-main/engine/report/exporters/index.ts'
import { wordsIn } from '../../../src-main/engine/report/words.ts'

const counted = {
  mentions: 3,
  people: 2,
  unanswered: 1,
  answered: 1,
  rated: 2,
  averageStars: 3,
  stars: [1, 0, 0, 0, 1],
}

function reportSaying(text: string): TagReport {
  return TagReport.parse({
    reportId: 'b1.t1',
    uid: '018f3f2e-0000-7000-8000-000000000000',
    brandId: 'b1',
    brandName: text,
    brandColour: '#f2c230',
    timezone: 'Europe/Madrid',
    from: '2026-03-27T23:00:00.000Z',
    to: '2026-03-29T21:59:59.999Z',
    madeAt: '2026-03-31T10:00:00.000Z',
    totals: { ...counted, untagged: 1 },
    days: [
      { day: '2026-03-28', mentions: 2 },
      { day: '2026-03-29', mentions: 1 },
    ],
    tags: [
      {
        tag: text,
        ...counted,
        quotes: [{ text, author: text, place: text, url: text, at: '2026-03-28T09:30:00.000Z', stars: 1 }],
      },
    ],
    coverage: [
      { title: text, mentions: 3, lastSuccessAt: null, failingSince: '2026-03-28T10:00:00.000Z', gaps: [] },
    ],
  })
}

const textOf = (content: Uint8Array) => Buffer.from(content).toString()
const csvOf = (report: TagReport) => textOf(exporterOf('csv').write(report, wordsIn('es')))
const htmlOf = (report: TagReport, language: 'es' | 'en' = 'es') =>
  textOf(exporterOf('html').write(report, wordsIn(language)))

/** Reads RFC 4180, by its letter. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  cell.lastIndex = 1
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (!found) throw new Error('not CSV')
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

const hostile = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+49',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    " '=1",
    "'quoted'",
    '"',
    'a,b',
    'a\r\nb',
    ' =cmd|x',
    '＝1',
    '<script>',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

test('a spreadsheet takes nothing anybody wrote for a formula, and gives every text back', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const cells = readCsv(csvOf(reportSaying(text))).flat()
      expect(cells.filter((cell) => /^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([])
      const texts = cells.map((cell) => cell.replace(/^'/, ''))
      // Brand, tag twice, quote, author, place, address and source.
      expect(texts.filter((cell) => cell === text).length).toBeGreaterThanOrEqual(8)
    }),
    { numRuns: 500 },
  )
})

test('the table of a spreadsheet is tidy: every row has every column, and says what it is about', () => {
  const text = csvOf(reportSaying('Luna'))
  expect(text.startsWith('\ufeff')).toBe(true)
  const [headings, ...rows] = readCsv(text)
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([headings?.length]))
  expect(rows.map(([section, name]) => `${section} ${name}`)).toEqual([
    'informe Luna',
    'total ',
    'sin etiqueta ',
    'día 2026-03-28',
    'día 2026-03-29',
    'etiqueta Luna',
    'cita Luna',
    'fuente Luna',
  ])
  expect(rows[0]).toContain('2026-03-28')
  expect(rows[6]).toContain('2026-03-28 10:30')
})

const withGaps = TagReport.parse({
  ...reportSaying('Luna'),
  coverage: [
    {
      title: 'Foro',
      mentions: 3,
      lastSuccessAt: '2026-03-29T10:00:00.000Z',
      failingSince: null,
      gaps: [{ since: '2026-03-28T07:00:00.000Z', until: '2026-03-28T20:30:00.000Z', why: 'missed' }],
    },
    {
      title: 'Blog',
      mentions: 0,
      lastSuccessAt: '2026-03-28T10:00:00.000Z',
      failingSince: '2026-03-28T11:00:00.000Z',
      gaps: [{ since: '2026-03-28T10:00:00.000Z', until: null, why: 'failing' }],
    },
  ],
})

test('what was not gathered is said in the spreadsheet and on the page, by the brand’s own clock', () => {
  const csv = csvOf(withGaps)
  expect(csv).toContain('entre el 2026-03-28 08:00 y el 2026-03-28 21:30 falta lo que se dijo')
  expect(csv).toContain('desde el 2026-03-28 11:00 puede faltar lo que se dijo')
  const page = htmlOf(withGaps, 'en')
  expect(page).toContain('what was said between 28 March 2026 at 08:00 and 28 March 2026 at 21:30 is missing')
  expect(page).toContain('since 28 March 2026 at 11:00 what was said may be missing')
})

test('a report that was made before gaps were known can still be read', () => {
  const { gaps, ...before } = withGaps.coverage[0] ?? { gaps: [] }
  expect(gaps).toHaveLength(1)
  expect(TagReport.parse({ ...withGaps, coverage: [before] }).coverage).toEqual([{ ...before, gaps: [] }])
})

test('nothing anybody wrote becomes markup in the page', () => {
  fc.assert(
    fc.property(
      fc.oneof(hostile, fc.constantFrom('</style><img src=x onerror=alert(1)>', '"><svg onload=x>')),
      (text) => {
        const page = htmlOf(reportSaying(text))
        expect(page.match(/<(?:script|img|iframe|link|object)\b/gi)).toBeNull()
        expect(page.match(/<[^>]*\son\w+\s*=/gi)).toBeNull()
        expect(page.match(/<style>/g)).toHaveLength(1)
        expect(page.match(/<\/style>/g)).toHaveLength(1)
      },
    ),
    { numRuns: 200 },
  )
})

test('the page fetches nothing, and says so to the browser', () => {
  const page = htmlOf(reportSaying('https://opina.example/1'))
  expect(page).toContain("default-src 'none'; style-src &#39;sha256-".replaceAll("'", '&#39;'))
  expect(page).not.toMatch(/\ssrc=|url\(|@import/)
  expect(page).toContain('href="https://opina.example/1"')
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//opina.example'])(
  '%s is no address to follow',
  (address) => {
    expect(htmlOf(reportSaying(address))).not.toContain('href=')
  },
)

test('the page speaks the language it was asked for', () => {
  expect(htmlOf(reportSaying('Luna'), 'es')).toContain(
    '2 personas dijeron 3 cosas; hemos respondido a una y una espera respuesta.',
  )
  expect(htmlOf(reportSaying('Luna'), 'en')).toContain(
    '2 people said 3 things; we have answered one, and one is waiting.',
  )
})

test.each([
  ['#f2c230', '#1b1b1f'],
  ['#ffffff', '#1b1b1f'],
  ['#b4532a', '#ffffff'],
  ['#000000', '#ffffff'],
  ['red; } body { display: none', '#ffffff'],
])('words can be read beside a brand that is %s', (colour, on) => {
  const accent = accentOf(colour)
  expect(accent.on).toBe(on)
  for (const each of [accent.colour, accent.ink, accent.faint]) expect(each).toMatch(/^#[\da-f]{6}$/)
})

test.each([
  [31, 'day', 31],
  [365, 'week', 53],
  [3000, 'month', 99],
] as const)('%i days are drawn by the %s', (count, unit, bars) => {
  const days = Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    mentions: 1,
  }))
  const drawn = barsOf(days)
  expect([drawn.unit, drawn.bars.length]).toEqual([unit, bars])
  expect(drawn.bars.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(count)
})
