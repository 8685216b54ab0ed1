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
