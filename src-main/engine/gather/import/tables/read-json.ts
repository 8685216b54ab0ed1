import { CallFailed } from '../../../../contract/failure.ts'
import { ROWS_OF_BATCH } from '../from-file-reader.ts'
import { meaningByName } from '../mapping/column-names.ts'
import type { Table, TableRow } from './table.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** The field names of the contract's mentions; records that use no other are read as they are. */
const OURS = new Set(
  `externalId title text html url author rating publishedAt updatedAt inReplyTo kind id uid brandId sourceId sourceTitle
   seenIn images personId ratingShare details language feeling gatheredAt at status reason snoozedUntil cameBackAt
   ourVoice unanswered answerWaits hasDraft members revisions names tags`.split(/\s+/),
)

/** The list of things a JSON text holds: itself, or the longest list of objects inside it. Throws `damaged-file`. */
export function recordsIn(text: string): readonly JsonObject[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new CallFailed({
      kind: 'damaged-file',
      message: 'The file is not whole JSON.',
      hint: 'Export it again; it may have been cut off.',
    })
  }
  return longestList(json, 0) ?? (isObject(json) ? [json] : [])
}

export function areOurs(records: readonly JsonObject[]): boolean {
  return records.slice(0, 100).every((record) => {
    const names = Object.keys(record)
    const says = names.some((name) => name === 'text' || name === 'html' || name === 'title')
    return says && names.every((name) => OURS.has(name))
  })
}

/** Whether lines of objects tell what was said under another name than ours. */
export function areForeign(lines: readonly string[]): boolean {
  const records = lines.map(recordOf).filter((record) => record !== null)
  const names = new Set(records.flatMap((record) => Object.keys(record)))
  const isOurText = names.has('text') || names.has('html')
  return !isOurText && [...names].some((name) => !OURS.has(name) && meaningByName(name)?.meaning === 'text')
}

/** Lines of objects as a table, of whatever names; a line that is none keeps its place. */
export function lineTable(lines: readonly string[]): Table {
  return recordTable(lines.map((line) => (line.trim() === '' ? {} : recordOf(line))))
}

function recordOf(line: string): JsonObject | null {
  try {
    const json: unknown = JSON.parse(line)
    return isObject(json) ? json : null
  } catch {
    return null
  }
}

function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function longestList(json: unknown, depth: number): readonly JsonObject[] | null {
  if (Array.isArray(json)) {
    const objects = json.filter(isObject)
    return objects.length === 0 && json.length > 0 ? null : objects
  }
  if (!isObject(json) || depth > 4) return null
  const lists = Object.values(json).flatMap((value) => {
    const list = longestList(value, depth + 1)
    return list === null ? [] : [list]
  })
  return lists.toSorted((a, b) => b.length - a.length)[0] ?? null
}

interface RecordRow {
  readonly number: number
  readonly cells: ReadonlyMap<string, string>
  readonly wrong: string | null
}

/** Records as a table: a column for each path, `reviewer.displayName`. Rows count from 1, there is no heading. */
export function recordTable(records: readonly (JsonObject | null)[]): Table {
  const rows = records.map(toRow).filter(({ cells, wrong }) => cells.size > 0 || wrong !== null)
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))]
  return {
    columns,
    read: async function* () {
      for (let at = 0; at < rows.length; at += ROWS_OF_BATCH) {
        const batch = rows.slice(at, at + ROWS_OF_BATCH).map(({ number, cells, wrong }): TableRow => ({
          number,
          cells: columns.map((column) => cells.get(column) ?? ''),
          wrong,
        }))
        yield { rows: batch, done: Math.min(at + ROWS_OF_BATCH, rows.length), total: rows.length }
      }
    },
  }
}

function toRow(record: JsonObject | null, index: number): RecordRow {
  const cells = new Map<string, string>()
  if (record !== null) flatten(record, '', cells, 0)
  return { number: index + 1, cells, wrong: record === null ? 'this line is not JSON' : null }
}

/** What stands in a list of objects counts as if it stood there alone: the first to say something is heard. */
function flatten(json: unknown, path: string, cells: Map<string, string>, depth: number): void {
  if (depth > 8 || json === null || json === undefined) return
  if (Array.isArray(json) && json.every((each) => typeof each !== 'object')) put(cells, path, json.join(', '))
  else if (Array.isArray(json)) for (const each of json) flatten(each, path, cells, depth + 1)
  else if (isObject(json))
    for (const [name, value] of Object.entries(json))
      flatten(value, path === '' ? name : `${path}.${name}`, cells, depth + 1)
  else put(cells, path, typeof json === 'string' ? json : JSON.stringify(json))
}

function put(cells: Map<string, string>, path: string, text: string): void {
  if (text !== '' && !cells.has(path)) cells.set(path, text)
}
