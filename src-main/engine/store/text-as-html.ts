/** Plain text as safe HTML that keeps its lines; nothing for nothing. */
export function textAsHtml(text: string): string {
  if (text === '') return ''
  if (!/[&<>\n]/.test(text)) return `<p>${text.trim()}</p>`
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph.trim()).replaceAll('\n', '<br />')}</p>`)
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
