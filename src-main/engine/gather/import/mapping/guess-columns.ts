import type { ColumnMeaning } from '../../../../contract/imports.ts'
import { isTextPart, meaningByName } from './column-names.ts'
import type { ColumnStudy } from './study.ts'

export interface StudiedColumn {
  readonly name: string
  readonly study: ColumnStudy
}

type Columns = Readonly<Record<string, ColumnMeaning>>

/** What the columns of a table hold: by their names, and by what is in them where no name says it. */
export function guessColumns(columns: readonly StudiedColumn[]): Columns {
  const named = byName(columns)
  return { ...named, ...byContent(columns, named) }
}

/** Of several columns of one meaning the one with the better name; one that is empty means nothing. */
function byName(columns: readonly StudiedColumn[]): Columns {
  const best = new Map<ColumnMeaning, { readonly name: string; readonly rank: number }>()
  for (const { name, study } of columns) {
    const found = meaningByName(name)
    if (found === null || !mayHold(found.meaning, study)) continue
    const known = best.get(found.meaning)
    // An empty column gives way to one that says something, and means what it is called where there is no other.
    const rank = found.rank + (study.filled === 0 ? 2000 : 0)
    if (known === undefined || rank < known.rank) best.set(found.meaning, { name, rank })
  }
  const entries = [...best].map(([meaning, { name }]): [string, ColumnMeaning] => [name, meaning])
  const parts = columns.filter(({ name }) => isTextPart(name) && (best.get('text')?.rank ?? 1000) >= 1000)
  return Object.fromEntries([...entries, ...parts.map(({ name }): [string, ColumnMeaning] => [name, 'text'])])
}

/** Whether a column's content does not speak against its name. */
function mayHold(meaning: ColumnMeaning, study: ColumnStudy): boolean {
  if (study.filled === 0) return true
  switch (meaning) {
    case 'date':
    case 'updated':
    case 'replyDate':
      return datesIn(study) > study.filled / 2
    case 'rating':
      return study.ratings.numbers + study.ratings.scaled > study.filled / 2
    case 'url':
    case 'authorUrl':
      return study.urls > study.filled / 2
    case 'votes':
      return study.ratings.numbers > study.filled / 2
    case 'id':
    case 'title':
    case 'text':
    case 'author':
    case 'handle':
    case 'language':
    case 'version':
    case 'product':
    case 'inReplyTo':
    case 'reply':
    case 'ignore':
      return true
  }
}

/** Seconds and milliseconds since 1970 are numbers as well; only a name says that they are dates. */
function datesIn({ dates, ratings, samples }: ColumnStudy): number {
  const isEpoch = samples.some((sample) => /^\d{5}(?:\.\d+)?$|^\d{10}$|^\d{13}$/.test(sample))
  return dates.count + (isEpoch ? ratings.numbers : 0)
}

function byContent(columns: readonly StudiedColumn[], named: Columns): Columns {
  const free = columns.filter(({ name, study }) => !(name in named) && study.filled > 0)
  const has = (meaning: ColumnMeaning) => Object.values(named).includes(meaning)
  const date = has('date') ? undefined : free.find(({ study }) => study.dates.count >= study.filled * 0.8)
  const rating = has('rating') ? undefined : free.find(({ name, study }) => looksLikeRatings(name, study))
  const url = has('url') ? undefined : free.find((column) => looksLikeAddresses(column))
  const id = has('id')
    ? undefined
    : free.find(({ study }) => study.samples.every((text) => RESOURCE.test(text)))
  const taken = new Set([date, rating, url, id])
  const text = has('text')
    ? undefined
    : free
        .filter((column) => !taken.has(column) && looksLikeWords(column.study))
        .toSorted((a, b) => meanLength(b.study) - meanLength(a.study))[0]
  const found: readonly (readonly [StudiedColumn | undefined, ColumnMeaning])[] = [
    [date, 'date'],
    [rating, 'rating'],
    [url, 'url'],
    [id, 'id'],
    [text, 'text'],
  ]
  return Object.fromEntries(
    found.flatMap(([column, meaning]) => (column === undefined ? [] : [[column.name, meaning]])),
  )
}

/** Google's interfaces call their ids names: `accounts/1/locations/2/reviews/3`. */
const RESOURCE = /^(?:[\w-]+\/[\w-]+\/)*reviews\/[\w-]+$/

/** Pictures have addresses as well, and say nothing. */
function looksLikeAddresses({ name, study }: StudiedColumn): boolean {
  return (
    study.urls >= study.filled * 0.8 && !/photo|image|avatar|picture|thumb|logo|icon|foto|imagen/i.test(name)
  )
}

function meanLength({ characters, filled }: ColumnStudy): number {
  return filled === 0 ? 0 : characters / filled
}

function looksLikeWords(study: ColumnStudy): boolean {
  const { dates, ratings, urls, filled } = study
  return dates.count + ratings.numbers + ratings.scaled + urls < filled / 2 && meanLength(study) >= 12
}

/** A few different numbers between 0 and 100 that are no count of anything the name says. */
function looksLikeRatings(name: string, { ratings, filled }: ColumnStudy): boolean {
  if (ratings.scaled >= filled * 0.8) return true
  if (ratings.numbers < filled * 0.8 || ratings.least < 0 || ratings.most > 100) return false
  if (
    /\b(?:id|no|nr|num|number|count|row|index|age|year|code|zip|cp|edad|codigo|año|qty|cantidad)\b/i.test(
      name,
    )
  )
    return false
  const isHalves = [...ratings.distinct].every((value) => Number.isInteger(value * 2))
  return ratings.most <= 10 ? isHalves && filled > ratings.distinct.size : /%|score|nps|punt/i.test(name)
}
