interface FetchedImage {
  readonly url: string
  readonly data: string | null
}

const style = (scheme: 'light' | 'dark') => `
  :root { color-scheme: ${scheme}; font: 15px/1.55 system-ui, sans-serif; }
  body { margin: 0; padding: 12px 16px; overflow-wrap: anywhere; }
  img, table { max-width: 100%; }
  img { height: auto; }
  img:not([src]) { display: none; }
  td, th { border: 1px solid #8888; padding: 4px 8px; text-align: start; }
  table { border-collapse: collapse; }
  blockquote { margin: 0 0 0 12px; padding-inline-start: 12px; border-inline-start: 3px solid #8888; }
`

/** The page inside the sandboxed frame: it may run nothing, load nothing and send nothing. */
export function frameDocument(
  html: string,
  images: readonly FetchedImage[],
  scheme: 'light' | 'dark',
): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  for (const image of parsed.querySelectorAll('img')) {
    const wanted = image.getAttribute('data-src')
    const data = images.find(({ url }) => url === wanted)?.data
    image.removeAttribute('src')
    if (data?.startsWith('data:image/')) image.setAttribute('src', data)
  }
  for (const link of parsed.querySelectorAll('a')) {
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noreferrer noopener')
  }
  return `<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<style>${style(scheme)}</style></head><body dir="auto">${parsed.body.innerHTML}</body></html>`
}

const LINE_PX = 24
const IMAGE_PX = 260
const LINE_CHARACTERS = 60

/** Nothing inside can say how high it is, so its height is guessed from what it holds; the rest scrolls. */
export function frameHeight(html: string, text: string, images: readonly FetchedImage[]): number {
  const blocks = html.match(/<(p|div|li|tr|br|h[1-6]|blockquote|pre|table)\b/gi)?.length ?? 0
  const lines = text.length / LINE_CHARACTERS + blocks * 1.4
  const shown = images.filter(({ data }) => data !== null).length
  return Math.round(Math.min(560, Math.max(120, 48 + lines * LINE_PX + shown * IMAGE_PX)))
}
