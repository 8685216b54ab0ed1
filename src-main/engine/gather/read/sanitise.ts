import sanitizeHtml from 'sanitize-html'
import { resolveUrl } from '../url.ts'

export interface SafeHtml {
  readonly html: string
  /** How many remote images it could show when asked. */
  readonly images: number
}

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
const TRACKERS =
  /(?:feeds\.feedburner\.com\/~|feedburner\.com\/~r|pixel\.wp\.com|stats\.wordpress\.com|b\.gif|\/pixel\.(?:gif|png)|doubleclick\.net|feedsportal\.com|google-analytics\.com|\/open\.aspx|list-manage\.com\/track)/i

/** Styles of what nobody is meant to see. */
const UNSEEN =
  /(?:^|[;\s])(?:(?:max-)?(?:width|height)\s*:\s*[0-3](?:px)?|display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:[;!]|$)/i

/** The markup without anything that runs, styles, identifies or loads; links and images absolute. */
export function sanitise(markup: string, baseUrl: string | null): SafeHtml {
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

function safeLink(attributes: sanitizeHtml.Attributes, baseUrl: string | null): sanitizeHtml.Attributes {
  const href = resolveUrl(attributes['href'], baseUrl)
  const kept = attributes['title'] === undefined ? {} : { title: attributes['title'] }
  if (href === null || !/^(?:https?|mailto):/i.test(href)) return kept
  return { ...kept, href, rel: 'noopener noreferrer nofollow', target: '_blank' }
}

/** The address of an image waits in `data-src`; who only counts readers is left out. */
function safeImage(attributes: sanitizeHtml.Attributes, baseUrl: string | null): sanitizeHtml.Attributes {
  const given = attributes['src'] ?? ''
  const lazy = attributes['data-src'] ?? attributes['data-lazy-src'] ?? attributes['data-original']
  const source = resolveUrl(given === '' || given.startsWith('data:') ? lazy : given, baseUrl)
  if (source === null || !/^https?:/i.test(source) || isTracker(source, attributes)) return {}
  const kept = ['alt', 'width', 'height'].flatMap((name): [string, string][] => {
    const value = attributes[name]
    return value === undefined || (name !== 'alt' && !/^\d{1,5}$/.test(value)) ? [] : [[name, value]]
  })
  return { ...Object.fromEntries(kept), 'data-src': source }
}

function isTracker(source: string, { width, height, style = '' }: sanitizeHtml.Attributes): boolean {
  const isDot = [width, height].some((size) => size !== undefined && /^[0-3](?:px)?$/.test(size.trim()))
  return isDot || UNSEEN.test(style) || TRACKERS.test(source)
}
