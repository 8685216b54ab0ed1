import { convert } from 'html-to-text'

/** What a place's markup says, as plain text. */
export function textOfMarkup(markup: string): string {
  return convert(markup, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
    ],
  })
}

const LOOKS_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u2032`´]/g, "'"],
  [/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"'],
  [/[\u2010-\u2015]|--+/g, '-'],
  [/\u2026/g, '...'],
]

/**
 * A text as it is compared with what a place made of it: places curl quotes, join dashes, shorten links and write
 * white space their own way.
 */
export function alike(text: string): string {
  let plain = withoutMentions(text.normalize('NFKC'))
  for (const [pattern, instead] of LOOKS_ALIKE) plain = plain.replace(pattern, instead)
  return plain
    .replace(/https?:\/\/(?:www\.)?/gi, '')
    .replace(/-+/g, '-')
    .replace(/\s+/g, '')
    .toLowerCase()
}

/** Without the @names it begins with: networks add those of who is answered. */
export function withoutMentions(text: string): string {
  return text.replace(/^(?:\s*@[\p{L}\p{N}_.-]+(?:@[\p{L}\p{N}.:-]+)?)+\s*/u, '')
}

/** Whether two texts are the same words, whatever the places did to their looks. */
export function saysTheSame(one: string, other: string): boolean {
  return alike(one) === alike(other)
}

/** Whether a place shows other words than we read there. A feed may cut a text short, or put a title before it. */
export function isOtherText(known: string, shown: string): boolean {
  const [a, b] = [lettersOf(known), lettersOf(shown)]
  if (a === '' || b === '') return false
  return !a.includes(b) && !b.includes(a)
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 2000)
}
