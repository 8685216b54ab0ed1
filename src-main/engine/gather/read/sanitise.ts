import sanitizeHtml from 'sanitize-html'
import { type SafeHtml, safeImage, safeLink } from './safe-html.ts'
import { simpleMarkup } from './simple-markup.ts'

const TAGS = [
  'p br div span hr blockquote q cite pre code kbd samp var address',
  'b strong i em u s del ins sub sup small mark abbr time bdi bdo',
  'h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td',
  'a img figure figcaption',
].flatMap((names) => names.split(' '))
/** What is dropped with everything in it. */
const SILENT =
  'script style textarea option select noscript template title head frameset noembed noframes xmp plaintext'.split(
    ' ',
  )
const NESTING = 200
/** The markup without anything that runs, styles, identifies or loads; links and images absolute. */
export function sanitise(markup: string, baseUrl: string | null): SafeHtml {
  return simpleMarkup(markup, baseUrl) ?? sanitiseAny(markup, baseUrl)
}

/** The same for markup of any kind, by the library. */
export function sanitiseAny(markup: string, baseUrl: string | null): SafeHtml {
  let images = 0
  const html = sanitizeHtml(markup, {
    allowedTags: TAGS,
    allowedAttributes: {
      a: ['href', 'title', 'rel', 'target'],
      img: ['data-src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      time: ['datetime'],
      ol: ['start'],
      '*': ['dir', 'lang'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags: SILENT,
    nestingLimit: NESTING,
    enforceHtmlBoundary: false,
    transformTags: {
      a: (tagName, attributes) => ({ tagName, attribs: safeLink(attributes, baseUrl) }),
      img: (tagName, attributes) => {
        const attribs = safeImage(attributes, baseUrl)
        if ('data-src' in attribs) images += 1
        return { tagName, attribs }
      },
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['data-src'] === undefined,
  })
  return { html: html.trim(), images }
}
