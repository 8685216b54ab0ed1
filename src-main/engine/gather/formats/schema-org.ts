import type { GatheredDocument, GatheredItem, SourceFormat } from './format.ts'
import { titleMarkup } from './parts/prose.ts'
import { thingsIn } from './schema-org/json-ld.ts'
import { parseLenient } from './schema-org/lenient-json.ts'
import { type DescribedPage, readPage } from './schema-org/page.ts'
import { reviewsOf } from './schema-org/reviews.ts'

/**
 * Reviews that a web page describes in schema.org's words (https://schema.org/Review), as JSON-LD or microdata: pages
 * of products, places and hotels everywhere. A page without any is no document of this format.
 */
export const schemaOrg: SourceFormat = {
  name: 'schema-org',
  recognises: (text) => mayDescribeReviews(text) && readReviews(text, null).items.length > 0,
  parse: (text, baseUrl) => readReviews(text, baseUrl),
}

/** Quick, because every page is asked: most describe nothing, or no review. */
function mayDescribeReviews(text: string): boolean {
  return (
    /(?:ld\+json|itemtype|schema\.org)/i.test(text) &&
    /Review\b|Recommendation|"review|itemprop=["']?review/.test(text)
  )
}

function readReviews(text: string, baseUrl: string | null): GatheredDocument {
  const page = readDescribed(text)
  const inScripts = reviewsOf(page.jsonLd, baseUrl)
  const said = new Set(inScripts.map(sameWords))
  const inMarkup = reviewsOf(page.microdata, baseUrl).filter((item) => !said.has(sameWords(item)))
  return {
    title: titleMarkup(page.title),
    homeUrl: baseUrl,
    items: [...inScripts, ...inMarkup],
  }
}

/** A page often says the same reviews twice: in a script for machines, and in what it shows. */
function sameWords({ author, text, markup }: GatheredItem): string {
  const words = (text ?? markup ?? '').replace(/\s+/g, ' ').trim().toLowerCase()
  return `${author?.name.toLowerCase() ?? ''}\n${words}`
}

/** A page, or the JSON-LD alone. */
function readDescribed(text: string): DescribedPage {
  const start = text.trimStart()[0]
  if (start !== '{' && start !== '[') return readPage(text)
  const block = parseLenient(text)
  const jsonLd = block.kind === 'broken' ? [] : thingsIn(block.value)
  return {
    title: '',
    jsonLd,
    microdata: [],
    wrong: block.kind === 'valid' ? 0 : 1,
    skipped: block.kind === 'broken' ? 1 : 0,
  }
}
