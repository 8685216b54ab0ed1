/** The address as it may be opened outside, or null for every scheme but http, https and mailto. */
export function openable(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol === 'mailto:') return onlyWhatIsShown(url).href
  return ['http:', 'https:'].includes(url.protocol) ? url.href : null
}

/** A letter goes to the address the user saw, without hidden readers (`to`, `cc`, `bcc`) or files (`attach`). */
function onlyWhatIsShown(mail: URL): URL {
  const shown = new URL(mail)
  // Not URLSearchParams: it would write spaces as plus signs, and mail programs would show them.
  const kept = mail.search.slice(1).split('&')
  shown.search = kept.filter((field) => /^(?:subject|body)=/i.test(field)).join('&')
  shown.hash = ''
  return shown
}
