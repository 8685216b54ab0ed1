/** Plain text as markup, so that a title that says "<3" stays what it says. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const ESCAPED_WHOLE =
  /^\s*&lt;(?:p|div|span|br|a|b|i|em|strong|ul|ol|h[1-6]|table|img|blockquote)\b[\s\S]*&gt;\s*$/i

/** Markup that was escaped once too often begins and ends with a tag that is none. */
export function unescapeTwice(markup: string): string {
  if (markup.includes('<') || !ESCAPED_WHOLE.test(markup)) return markup
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

const HTML_NAMES = [
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br',
  'button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed',
  'fieldset figcaption figure font footer form frame frameset h[1-6] head header hr html i iframe img input ins isindex',
  'kbd label legend li link listing main map mark marquee math menu meta meter nav nobr noembed noframes noscript object',
  'ol optgroup option output p param picture plaintext pre progress q rp rt ruby s samp script section select slot small',
  'source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr',
  'track tt u ul var video wbr xmp',
]
  .join(' ')
  .replaceAll(' ', '|')
const STRANGE_TAG = new RegExp(`<(?=/?[a-z])(?!/?(?:${HTML_NAMES})(?![\\w:.-]))`, 'gi')

/** A title that says `List<T>`, in a place that does not tell text from markup, means no element of HTML. */
export function escapeStrangeTags(markup: string): string {
  return markup.includes('<') ? markup.replace(STRANGE_TAG, '&lt;') : markup
}
