/** Whether the index sees anything in a text: it keeps letters and digits. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{Co}]/u.test(text)
}

/** Any text as one phrase of FTS5, where a quote is doubled and nothing else means anything. */
export function quoteForIndex(text: string): string {
  return `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"`
}
