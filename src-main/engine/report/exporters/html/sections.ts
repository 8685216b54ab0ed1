import type { Quote, TagReport } from '../../../../contract/reports.ts'
import type { Gap } from '../../../../contract/sources.ts'
import type { Words } from '../exporter.ts'
import type { Formats } from './formats.ts'
import { html, type Markup } from './markup.ts'

type ReportTag = TagReport['tags'][number]

/** The few numbers a reader looks for first. */
export function keyFigures({ totals }: TagReport, words: Words, formats: Formats): Markup {
  const share = (part: number) => (totals.mentions === 0 ? '' : formats.percent(part / totals.mentions))
  const figure = (name: string, value: string, note: string) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}${note === '' ? null : html` <span class="share">${note}</span>`}</dd>
    </div>`
  return html`<dl class="figures">
    ${figure(words.mentions, formats.count(totals.mentions), '')}
    ${figure(words.people, formats.count(totals.people), '')}
    ${figure(words.answered, formats.count(totals.answered), share(totals.answered))}
    ${figure(words.unanswered, formats.count(totals.unanswered), share(totals.unanswered))}
    ${totals.averageStars === null ? null : figure(words.averageStars, formats.stars(totals.averageStars), words.ofFive)}
  </dl>`
}

/** How many of five stars, four, … one. */
export function starsChart({ totals }: TagReport, words: Words, formats: Formats): Markup | null {
  if (totals.rated === 0) return null
  const most = Math.max(...totals.stars, 1)
  const rows = totals.stars.map((count, index) => ({ stars: index + 1, count })).reverse()
  return html`<section class="ratings">
    <h2>${words.ratings}</h2>
    <table>
      <thead class="for-readers">
        <tr>
          <th scope="col">${words.ratings}</th>
          <th scope="col">${words.mentions}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ stars, count }) =>
            html`<tr>
              <th scope="row">
                <span class="for-readers">${words.stars(stars)}</span
                ><span class="glyphs" aria-hidden="true">${glyphs(stars)}</span>
              </th>
              <td class="number">${formats.count(count)}</td>
              <td class="wide" aria-hidden="true">${line(count / most)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

/** A bar that is as wide as its share of the longest. */
function line(share: number): Markup {
  const width = Math.round(share * 1000) / 10
  return html`<svg class="line" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="8"></rect>
    <rect class="bar" width="${width}" height="8"></rect>
  </svg>`
}

function glyphs(stars: number): string {
  return '★★★★★'.slice(0, stars) + '☆☆☆☆☆'.slice(0, 5 - stars)
}

/** The tags, the one most spoken of first. */
export function tagTable({ tags }: TagReport, words: Words, formats: Formats): Markup {
  if (tags.length === 0)
    return html`<section class="tags">
      <h2>${words.tags}</h2>
      <p>${words.noTags}</p>
    </section>`
  const sorted = tags.toSorted((a, b) => b.mentions - a.mentions)
  const most = Math.max(...tags.map(({ mentions }) => mentions), 1)
  const numbers = [words.mentions, words.people, words.answered, words.unanswered, words.averageStars]
  return html`<section class="tags">
    <h2>${words.tags}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.tag}</th>
          <td class="wide"></td>
          ${numbers.map((name) => html`<th scope="col" class="number">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${sorted.map(
          (tag) =>
            html`<tr>
              <th scope="row">${tagName(tag.tag)}</th>
              <td class="wide" aria-hidden="true">${line(tag.mentions / most)}</td>
              <td class="number strong">${formats.count(tag.mentions)}</td>
              <td class="number">${formats.count(tag.people)}</td>
              <td class="number">${formats.count(tag.answered)}</td>
              <td class="number">${formats.count(tag.unanswered)}</td>
              <td class="number">${tag.averageStars === null ? '–' : formats.stars(tag.averageStars)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="note">${words.tagNote}</p>
  </section>`
}

/** `delivery/late`: what it is under, quietly, and its own name. */
function tagName(path: string): Markup {
  const parts = path.split('/')
  const under = parts.slice(0, -1).map((part) => html`<span class="under">${part} ›</span> `)
  return html`${under}${parts.at(-1) ?? ''}`
}

/** What people said, in their own words. */
export function quoteList({ tags }: TagReport, words: Words, formats: Formats): Markup | null {
  const quoted = tags.filter(({ quotes }) => quotes.length > 0).toSorted((a, b) => b.mentions - a.mentions)
  if (quoted.length === 0) return null
  return html`<section class="quotes">
    <h2>${words.quotes}</h2>
    <p class="note">${words.quotesNote}</p>
    ${quoted.map((tag) => tagQuotes(tag, words, formats))}
  </section>`
}

function tagQuotes({ tag, quotes }: ReportTag, words: Words, formats: Formats): Markup {
  const [first, ...rest] = quotes.map((quote) => figureOf(quote, words, formats))
  // The heading and its first quote stay on one page.
  return html`<article>
    <div class="together">
      <h3>${tagName(tag)}</h3>
      ${first ?? null}
    </div>
    ${rest}
  </article>`
}

function figureOf({ text, author, place, url, at, stars }: Quote, words: Words, formats: Formats): Markup {
  const where =
    url !== null && /^https?:\/\//i.test(url)
      ? html`<a href="${url}" rel="noopener noreferrer">${place}</a>`
      : html`${place}`
  const given =
    stars === null
      ? null
      : html`<span class="glyphs" role="img" aria-label="${words.stars(Math.round(stars))}"
          >${glyphs(Math.round(Math.min(5, Math.max(0, stars))))}</span
        > `
  return html`<figure>
    <blockquote dir="auto"><p>${text}</p></blockquote>
    <figcaption>
      ${given}<span class="who" dir="auto">${author === '' ? words.unnamed : author}</span> · ${where} ·
      <time datetime="${at}">${formats.date(at)}</time>
    </figcaption>
  </figure>`
}

/** What the numbers rest on. */
export function coverageTable({ coverage }: TagReport, words: Words, formats: Formats): Markup {
  const missing = ({ since, until }: Gap) =>
    html`<br /><span class="failing"
        >${words.gap(formats.moment(since), until === null ? null : formats.moment(until))}</span
      >`
  const when = ({ lastSuccessAt, failingSince, gaps }: TagReport['coverage'][number]) =>
    failingSince !== null
      ? html`<td class="failing">${words.failingSince(formats.date(failingSince))}${gaps.map(missing)}</td>`
      : html`<td>${lastSuccessAt === null ? '–' : formats.date(lastSuccessAt)}${gaps.map(missing)}</td>`
  return html`<section class="coverage">
    <h2>${words.coverage}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.source}</th>
          <th scope="col" class="number">${words.mentions}</th>
          <th scope="col">${words.lastSuccess}</th>
        </tr>
      </thead>
      <tbody>
        ${coverage.map(
          (source) =>
            html`<tr>
              <th scope="row">${source.title}</th>
              <td class="number">${formats.count(source.mentions)}</td>
              ${when(source)}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="note">${words.coverageNote}</p>
  </section>`
}
