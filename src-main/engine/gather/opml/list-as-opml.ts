import { escapeUTF8 } from 'entities'
import type { BrandFile } from '../../store/brand-file.ts'
import { brandToGuess } from '../sources/add-source.ts'
import { maskUrl } from '../fetch/mask-url.ts'
import { OUR_NAMESPACE } from './opml.ts'
import { listForOpml, type SourceInList } from './opml-store.ts'

interface Wishes {
  /** A folder for each brand, and in it for each tag; of one brand, for each tag. */
  readonly of: 'all-brands' | 'one-brand'
  /** Whether addresses that hold a secret are written. */
  readonly secrets: 'with' | 'without'
}

interface Written {
  readonly opml: string
  readonly sources: number
  readonly withheld: number
}

/** The list of sources as OPML 2.0 (http://opml.org/spec2.opml), for another program or another install. */
export function listAsOpml(files: readonly BrandFile[], { of, secrets }: Wishes): Written {
  const counts = { sources: 0, withheld: 0 }
  const brands = files.map((file) => {
    const all = listForOpml(file.db)
    const shown = secrets === 'with' ? all : withoutSecrets(all)
    counts.sources += shown.length
    counts.withheld += all.length - shown.length
    return { name: brandToGuess(file).name, sources: shown }
  })
  const title = of === 'one-brand' ? (brands[0]?.name ?? '') : 'Ventanilla'
  const outlines = brands.flatMap(({ name, sources }) =>
    of === 'one-brand' ? byTags(sources) : inFolder(name, byTags(sources)),
  )
  return { opml: opmlText(title, outlines), ...counts }
}

function withoutSecrets(sources: readonly SourceInList[]): readonly SourceInList[] {
  return sources
    .filter(({ url }) => maskUrl(url) === url)
    .map((source) => ({ ...source, homeUrl: shownAddress(source.homeUrl) }))
}

function shownAddress(url: string | null): string | null {
  return url !== null && maskUrl(url) === url ? url : null
}

function opmlText(title: string, outlines: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:v="${OUR_NAMESPACE}">`,
    `<head><title>${escapeUTF8(title)}</title></head>`,
    '<body>',
    ...outlines,
    '</body>',
    '</opml>',
    '',
  ].join('\n')
}

interface Tagged {
  readonly source: SourceInList
  /** The names of the folders that are left to go into. */
  readonly way: readonly string[]
}

/** Feeds without a tag first, then a folder for each tag; a feed with two tags lies in both. */
function byTags(sources: readonly SourceInList[]): readonly string[] {
  return folded(
    sources.flatMap((source): Tagged[] =>
      source.tags.length === 0
        ? [{ source, way: [] }]
        : source.tags.map((tag) => ({ source, way: tag.split('/') })),
    ),
  )
}

function folded(tagged: readonly Tagged[]): readonly string[] {
  const here = tagged.filter(({ way }) => way.length === 0).map(({ source }) => outline(source))
  const within = new Map<string, Tagged[]>()
  for (const { source, way } of tagged) {
    const [name, ...rest] = way
    if (name !== undefined) within.set(name, [...(within.get(name) ?? []), { source, way: rest }])
  }
  const folders = [...within].flatMap(([name, inside]) => inFolder(name, folded(inside)))
  return [...here, ...folders]
}

function inFolder(name: string, outlines: readonly string[]): readonly string[] {
  if (outlines.length === 0) return []
  return [`<outline ${attributes({ text: name, title: name })}>`, ...outlines, '</outline>']
}

function outline({ url, title, homeUrl, kind, brings, paused, everyMinutes }: SourceInList): string {
  const said = attributes({
    type: 'rss',
    text: title,
    title,
    xmlUrl: url,
    ...(homeUrl === null ? {} : { htmlUrl: homeUrl }),
    'v:kind': kind,
    'v:brings': brings,
    ...(paused === 1 ? { 'v:paused': 'true' } : {}),
    ...(everyMinutes === null ? {} : { 'v:everyMinutes': String(everyMinutes) }),
  })
  return `<outline ${said}/>`
}

function attributes(said: Readonly<Record<string, string>>): string {
  return Object.entries(said)
    .map(([name, value]) => `${name}="${escapeUTF8(value)}"`)
    .join(' ')
}
