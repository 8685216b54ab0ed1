import { DomUtils, parseDocument } from 'htmlparser2'
import { refuseTooManyParts } from '../parts/limits.ts'
import { thingsIn } from './json-ld.ts'
import { parseLenient } from './lenient-json.ts'
import { thingsInMarkup } from './microdata.ts'
import type { Thing } from './thing.ts'

export interface DescribedPage {
  readonly title: string
  /** In the page's order, what stands in scripts first. */
  readonly jsonLd: readonly Thing[]
  readonly microdata: readonly Thing[]
  /** How many blocks of JSON-LD are no JSON as they stand, and how many of those could not be read at all. */
  readonly wrong: number
  readonly skipped: number
}

/** Everything a page says in schema.org's words. Throws `broken-document` for a page no one writes. */
export function readPage(html: string): DescribedPage {
  refuseTooManyParts(html, ['<'])
  const document = parseDocument(html)
  const scripts = DomUtils.getElementsByTagName('script', document).filter(({ attribs }) =>
    /^application\/ld\+json\b/i.test(attribs['type']?.trim() ?? ''),
  )
  const blocks = scripts.map((script) => parseLenient(DomUtils.textContent(script)))
  const [title] = DomUtils.getElementsByTagName('title', document)
  return {
    title: title === undefined ? '' : DomUtils.innerText(title),
    jsonLd: blocks.flatMap((block) => (block.kind === 'broken' ? [] : thingsIn(block.value))),
    microdata: thingsInMarkup(document),
    wrong: blocks.filter(({ kind }) => kind !== 'valid').length,
    skipped: blocks.filter(({ kind }) => kind === 'broken').length,
  }
}
