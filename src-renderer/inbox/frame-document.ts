interface FetchedImage {
  readonly url: string
  readonly data: string | null
}

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.55 system-ui, sans-serif; }
  body { margin: 0; padding: 4px; overflow-wrap: anywhere; }
  img, table { max-width: 100%; }
  img { height: auto; }
  td, th { border: 1px solid #8888; padding: 4px 8px; text-align: start; }
  table { border-collapse: collapse; }
  blockquote { margin: 0 0 0 12px; padding-inline-start: 12px; border-inline-start: 3px solid #8888; }
`

/** The page inside the sandboxed frame: it may run nothing, load nothing and send nothing. */
export function frameDocument(html: string, images: readonly FetchedImage[]): string {
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
<style>${STYLE}</style></head><body dir="auto">${parsed.body.innerHTML}</body></html>`
}
