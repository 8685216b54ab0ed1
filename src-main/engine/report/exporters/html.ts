import { createHash } from 'node:crypto'
import type { TagReport } from '../../../contract/reports.ts'
import type { Exporter, Words } from './exporter.ts'
import { accentOf } from './html/accent.ts'
import { dayChart } from './html/days.ts'
import { type Formats, formatsFor } from './html/formats.ts'
import { html as markup, type Markup, raw } from './html/markup.ts'
import { coverageTable, keyFigures, quoteList, starsChart, tagTable } from './html/sections.ts'
import { styleFor } from './html/style.ts'

/** One self-contained page: no script, nothing fetched, everything escaped; it reads well on paper. */
export const html: Exporter = {
  format: 'html',
  write: (report, words) => Buffer.from(page(report, words, formatsFor(report, words)).markup),
}

function page(report: TagReport, words: Words, formats: Formats): Markup {
  const style = styleFor(accentOf(report.brandColour))
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const title = words.title(report.brandName)
  return markup`<!doctype html>
<html lang="${words.locale.slice(0, 2)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Ventanilla">
<title>${title}, ${formats.period}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<header>
<p class="kicker">${words.kicker}</p>
<h1>${title}</h1>
<p class="period">${formats.period}</p>
${report.where === null ? null : markup`<p class="period">${words.answers(report.where)}</p>`}
<p class="summary">${summary(report, words, formats)}</p>
</header>
${keyFigures(report, words, formats)}
${dayChart(report, words, formats)}
${tagTable(report, words, formats)}
${starsChart(report, words, formats)}
${quoteList(report, words, formats)}
${coverageTable(report, words, formats)}
<footer>${words.madeAt(formats.moment(report.madeAt), report.timezone)}</footer>
</main>
</body>
</html>
`
}

function summary({ totals }: TagReport, words: Words, { count }: Formats): string {
  const { mentions, people, answered, unanswered } = totals
  return words.summary({
    mentions: count(mentions),
    people: count(people),
    answered: count(answered),
    unanswered: count(unanswered),
    counts: { mentions, people, answered, unanswered },
  })
}
