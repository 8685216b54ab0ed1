import { Parser } from 'htmlparser2'

/** More than this many images of one mention are not asked for. */
const MOST_IMAGES = 40

/**
 * The addresses of the remote images a mention's html would show, each once, in their order. Read as markup is: what
 * looks like an image inside a text or an attribute is none, and asking for it would tell its server who reads.
 */
export function imageUrls(html: string): string[] {
  const urls = new Set<string>()
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const url = attributes['data-src']
      if (name === 'img' && url !== undefined && /^https?:\/\//i.test(url)) urls.add(url)
    },
  })
  parser.end(html)
  return [...urls].slice(0, MOST_IMAGES)
}
