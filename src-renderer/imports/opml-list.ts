import { Parser } from 'htmlparser2'

/** What a list of sources holds, as it is shown before it is added: the engine reads it again. */
export interface ListPreview {
  readonly title: string
  readonly feeds: number
  /** By the way to them from the top, in their order; `[]` are the feeds in no folder. */
  readonly folders: readonly ListFolder[]
}

export interface ListFolder {
  readonly path: readonly string[]
  readonly feeds: number
}

/** Whether a text is a list of feeds rather than an address. */
export function isOpml(text: string): boolean {
  return /<opml[\s>]/i.test(text.slice(0, 20_000))
}

export function previewOf(opml: string): ListPreview {
  const urls = new Set<string>()
  const folders = new Map<string, ListFolder>()
  const open: (string | null)[] = []
  let title = ''
  let isInTitle = false
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'title' && open.length === 0) isInTitle = true
        if (name !== 'outline') return
        const url = attributes['xmlurl']?.trim() ?? ''
        if (url === '') {
          open.push((attributes['text'] ?? attributes['title'] ?? '').trim() || null)
          return
        }
        const path = open.filter((part) => part !== null)
        const key = path.join('\n')
        if (!urls.has(`${key}\n${url}`)) folders.set(key, { path, feeds: (folders.get(key)?.feeds ?? 0) + 1 })
        urls.add(`${key}\n${url}`)
        open.push(null)
      },
      ontext: (text) => {
        if (isInTitle) title += text
      },
      onclosetag: (name) => {
        if (name === 'title') isInTitle = false
        if (name === 'outline') open.pop()
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  )
  parser.end(opml.replace(/^\ufeff/, ''))
  const feeds = new Set([...urls].map((key) => key.slice(key.lastIndexOf('\n') + 1))).size
  return { title: title.replace(/\s+/g, ' ').trim(), feeds, folders: [...folders.values()] }
}

/** The brands a list would make: each top folder, and the list's own title for what lies in none. */
export function brandsIn({ title, folders }: ListPreview): readonly { name: string; feeds: number }[] {
  const brands = new Map<string, number>()
  for (const { path, feeds } of folders) {
    const name = path[0] ?? title
    brands.set(name, (brands.get(name) ?? 0) + feeds)
  }
  return [...brands].map(([name, feeds]) => ({ name, feeds }))
}
