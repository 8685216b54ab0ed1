import { decodeHTML } from 'entities'
import { compile } from 'html-to-text'
import { simpleText } from './simple-text.ts'

const toText = compile({
  wordwrap: false,
  // All of it: a stray <body> in the middle of a text is no reason to forget what stood before it.
  baseElements: { selectors: [] },
  limits: { maxDepth: 512, maxInputLength: 4_000_000 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '• ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['td', 'th'].map((selector) => ({ selector, format: 'inline' })),
    { selector: 'tr', format: 'block' },
    { selector: 'table', format: 'block' },
  ],
})

const TAG = /<[a-z!/][^>]*>/i

/** What a reader would see of safe HTML, as text: paragraphs and lists kept apart, links by their words. */
export function plainText(html: string): string {
  const text = TAG.test(html) ? (simpleText(html) ?? toText(html)) : decodeHTML(html)
  return text
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Marks that turn the text after them around: in a title or a name, the words of ours that it stands in as well. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g

/** A title on one line: feeds write them as text, as HTML and as HTML escaped twice. */
export function plainTitle(markup: string): string {
  const once = TAG.test(markup) ? toText(markup) : decodeHTML(markup)
  return once.replace(TURNS, '').replace(/\s+/g, ' ').trim()
}

/** Kept whole up to a limit; the cut is marked, and never in the middle of a character. */
export function cut(text: string, limit: number): string {
  const clean = text.replaceAll('\0', '')
  return clean.length <= limit ? clean : `${clean.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
