import type { TagReport } from '../../../../contract/reports.ts'
import type { Words } from '../exporter.ts'
import type { Formats } from './formats.ts'
import { html, type Markup } from './markup.ts'

const WIDTH = 720
const HEIGHT = 150
const TOP = 18
const MOST_DAILY = 93
const MOST_WEEKLY = 750

/** One bar: a day, a week or a month, whatever leaves bars that can be told apart. */
export interface Bar {
  readonly day: string
  readonly mentions: number
}

type Unit = 'day' | 'week' | 'month'

export function barsOf(days: TagReport['days']): { readonly unit: Unit; readonly bars: readonly Bar[] } {
  const unit = days.length <= MOST_DAILY ? 'day' : days.length <= MOST_WEEKLY ? 'week' : 'month'
  const groups = Map.groupBy(days, ({ day }) => beginningOf(unit, day))
  const bars = [...groups].map(([, group]) => ({
    day: group[0]?.day ?? '',
    mentions: group.reduce((sum, { mentions }) => sum + mentions, 0),
  }))
  return { unit, bars }
}

/** The Monday of its week, or the first of its month. */
function beginningOf(unit: Unit, day: string): string {
  if (unit === 'day') return day
  if (unit === 'month') return day.slice(0, 7)
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}

/** How mentions came over the period: bars for the eye, a table for who listens. */
export function dayChart(report: TagReport, words: Words, formats: Formats): Markup {
  const { unit, bars } = barsOf(report.days)
  const name = { day: formats.day, week: formats.day, month: formats.month }[unit]
  const title = { day: words.perDay, week: words.perWeek, month: words.perMonth }[unit]
  const heading = { day: words.day, week: words.week, month: words.month }[unit]
  const highest = bars.reduce<Bar | null>(
    (top, bar) => (top && top.mentions >= bar.mentions ? top : bar),
    null,
  )
  const note =
    highest && highest.mentions > 0 ? words.busiest(name(highest.day), formats.count(highest.mentions)) : ''
  const short = unit === 'month' ? formats.month : formats.shortDay
  return html`<section class="chart">
    <h2>${title}</h2>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT + 22}" role="img" aria-label="${title}. ${note}">
      ${drawBars(bars, highest, formats)} ${drawAxis(bars, short)}
    </svg>
    <p class="note">${note}</p>
    <table class="for-readers">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${heading}</th>
          <th scope="col">${words.mentions}</th>
        </tr>
      </thead>
      <tbody>
        ${bars.map(
          ({ day, mentions }) =>
            html`<tr>
              <th scope="row">${name(day)}</th>
              <td>${formats.count(mentions)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

function drawBars(bars: readonly Bar[], highest: Bar | null, formats: Formats): Markup[] {
  const step = WIDTH / Math.max(bars.length, 1)
  const width = round(Math.min(step * 0.76, 46))
  const top = Math.max(highest?.mentions ?? 0, 1)
  const baseline = html`<line class="axis" x1="0" x2="${WIDTH}" y1="${HEIGHT}" y2="${HEIGHT}"></line>`
  const drawn = bars.map((bar, index) => {
    const height = round((bar.mentions / top) * (HEIGHT - TOP))
    const x = round(index * step + (step - width) / 2)
    const isHighest = bar === highest && bar.mentions > 0
    const label = isHighest
      ? html`<text class="value" x="${clamp(x + width / 2)}" y="${round(HEIGHT - height - 6)}"
          >${formats.count(bar.mentions)}</text
        >`
      : null
    return html`<rect
        class="${isHighest ? 'bar highest' : 'bar'}"
        x="${x}"
        y="${round(HEIGHT - height)}"
        width="${width}"
        height="${height}"
        rx="${round(Math.min(3, width / 4))}"
      ></rect
      >${label}`
  })
  return [...drawn, baseline]
}

/** The first, the last and a few days between are named under the axis. */
function drawAxis(bars: readonly Bar[], name: (day: string) => string): Markup[] {
  const step = WIDTH / Math.max(bars.length, 1)
  const every = Math.max(1, Math.ceil(bars.length / 7))
  return bars.flatMap(({ day }, index) => {
    const isLast = index === bars.length - 1
    const tooNear = !isLast && bars.length - 1 - index < every * 0.75
    if (!isLast && (index % every !== 0 || tooNear)) return []
    const middle = index * step + step / 2
    const anchor = index === 0 && bars.length > 1 ? 'first' : isLast && bars.length > 1 ? 'last' : 'middle'
    const x = { first: 0, middle, last: WIDTH }[anchor]
    return [html`<text class="tick ${anchor}" x="${round(x)}" y="${HEIGHT + 16}">${name(day)}</text>`]
  })
}

function clamp(x: number): number {
  return round(Math.min(WIDTH - 14, Math.max(14, x)))
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}
