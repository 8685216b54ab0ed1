import { Parser } from 'htmlparser2'

export interface OpmlFeed {
  readonly url: string
  readonly title: string
}

const MAX_FEEDS = 10_000

/** The feeds of an OPML text, folders flattened, each once. */
export function readOpml(opml: string): readonly OpmlFeed[] {
  const feeds = new Map<string, string>()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name !== 'outline' || feeds.size >= MAX_FEEDS) return
        const url = attributes['xmlurl']?.trim() ?? ''
        const title = (attributes['title'] ?? attributes['text'] ?? '').replace(/\s+/g, ' ').trim()
        if (url !== '' && !feeds.has(url)) feeds.set(url, title)
      },
    },
    // Programs write xmlUrl, xmlURL and xmlurl.
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  )
  parser.end(opml.replace(/^\ufeff/, ''))
  return [...feeds].map(([url, title]) => ({ url, title: title.slice(0, 300) }))
}

export function isOpml(text: string): boolean {
  return /<opml[\s>]/i.test(text.slice(0, 20_000))
}
