import { z } from 'zod'
import { findBrandRow } from '../../brand/store.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { prepared } from '../../store/prepared.ts'
import { listTags } from '../tags-store.ts'
import type { Known, Shelf } from './complete.ts'
import { fold } from './fold.ts'
import { quoteForIndex } from './full-text.ts'

/** The newest mentions say who and what is spoken of now; all of them would take too long while somebody types. */
const NEWEST = 2000
const NEWEST_TEXTS = 300
/** From so many letters on a name is looked up in the index as well. */
const LETTERS_FOR_INDEX = 4

/** What some brands know, for completion. */
export function shelfOf(files: readonly BrandFile[]): Shelf {
  return {
    tags: () =>
      together(files.flatMap((file) => listTags(file).map(({ tag, count }) => ({ value: tag, count })))),
    sources: (typed) => together(files.flatMap((file) => listSources(file, typed))),
    people: (typed) => together(files.flatMap((file) => listPeople(file, typed))),
    languages: () => [...new Set(files.flatMap(listLanguages))],
  }
}

/** Each value once, the most used first. */
function together(all: readonly Known[]): Known[] {
  const byValue = Map.groupBy(all, ({ value }) => fold(value))
  return [...byValue.values()]
    .flatMap(([first, ...others]) =>
      first
        ? { ...first, count: others.reduce((sum, each) => sum + (each.count ?? 0), first.count ?? 0) }
        : [],
    )
    .toSorted((a, b) => b.count - a.count)
}

function listSources({ db }: BrandFile, typed: string): Known[] {
  const sources = prepared<[], { title: string; host: string; n: number | null }>(
    db,
    `SELECT title, host, counter.n FROM source
     LEFT JOIN counter ON counter.subject = 'source' AND counter.key = source.id`,
  ).all()
  return sources
    .filter(({ title, host }) => fold(title).includes(typed) || fold(host).includes(typed))
    .map(({ title, host, n }) => ({ value: title === '' ? host : title, count: n ?? 0 }))
}

interface AuthorRow {
  readonly name: string
  readonly handle: string | null
  readonly n: number
}

function listPeople({ db }: BrandFile, typed: string): Known[] {
  const newest = prepared<[], AuthorRow>(
    db,
    `SELECT author.name, author.handle, count(*) AS n
     FROM (SELECT author_id FROM mention WHERE our_voice = 0 ORDER BY id DESC LIMIT ${NEWEST}) said
     JOIN author ON author.id = said.author_id GROUP BY author.id`,
  ).all()
  const found = namesLike(newest, typed)
  if (found.length > 0 || typed.length < LETTERS_FOR_INDEX) return found
  const indexed = prepared<[string], AuthorRow>(
    db,
    `SELECT author.name, author.handle, count(*) AS n
     FROM (SELECT rowid FROM mention_fts WHERE mention_fts MATCH ? ORDER BY rowid DESC LIMIT 200) said
     JOIN mention ON mention.id = said.rowid JOIN author ON author.id = mention.author_id GROUP BY author.id`,
  ).all(`{author} : ${quoteForIndex(typed)} *`)
  return namesLike(indexed, typed)
}

/** The name where one of its words begins so, else the handle. */
function namesLike(authors: readonly AuthorRow[], typed: string): Known[] {
  const handlePart = typed.replace(/^@/, '')
  return authors.flatMap(({ name, handle, n }) => {
    const folded = fold(name)
    if (!typed.startsWith('@') && name !== '' && (folded.startsWith(typed) || folded.includes(` ${typed}`)))
      return [{ value: name, count: n }]
    return handle !== null && fold(handle).startsWith(handlePart) ? [{ value: `@${handle}`, count: n }] : []
  })
}

function listLanguages(file: BrandFile): string[] {
  const heard = prepared<[], { lang: string | null }>(
    file.db,
    `SELECT DISTINCT lang FROM (SELECT lang FROM mention_text ORDER BY id DESC LIMIT ${NEWEST_TEXTS})`,
  ).all()
  const spoken = z.array(z.string()).parse(JSON.parse(findBrandRow(file).languages))
  return [...spoken, ...heard.flatMap(({ lang }) => lang ?? [])]
}
