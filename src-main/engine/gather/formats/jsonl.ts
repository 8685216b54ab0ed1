import { z } from 'zod'
import { MentionKind, Rating } from '../../../contract/mentions.ts'
import { parseDate } from './parts/dates.ts'
import type { GatheredItem, RejectedRow, SourceFormat } from './format.ts'
import { refuseTooManyParts } from './parts/limits.ts'
import { escapeText } from './parts/markup.ts'

const text = z.string().nullish()
const date = z
  .union([z.string(), z.number()])
  .nullish()
  .refine((given) => given === null || given === undefined || toMs(given) !== null, 'not a date')

/** One mention a line, in the field names of the contract's mentions. */
const Line = z
  .object({
    externalId: z.union([z.string(), z.number()]).nullish(),
    title: text,
    text,
    html: text,
    url: text,
    author: z.union([z.string(), z.object({ name: text, handle: text, url: text })]).nullish(),
    rating: z.union([Rating, z.number().transform((value) => ({ value, worst: 1, best: 5 }))]).nullish(),
    publishedAt: date,
    updatedAt: date,
    inReplyTo: z.union([z.string(), z.number()]).nullish(),
    kind: MentionKind.nullish(),
  })
  .refine(
    (line) => [line.title, line.text, line.html].some((said) => (said ?? '').trim() !== '') || line.rating,
    'nothing is said in it: no title, text, html or rating',
  )

export const jsonl: SourceFormat = {
  name: 'jsonl',
  recognises: (document, contentType) =>
    (contentType?.includes('ndjson') ?? false) ||
    (contentType?.includes('jsonl') ?? false) ||
    looksLikeLines(document),
  parse: (document) => {
    refuseTooManyParts(document, ['\n', '{', '['])
    const items: GatheredItem[] = []
    const rejected: RejectedRow[] = []
    document.split(/\r?\n/).forEach((line, index) => {
      if (line.trim() === '') return
      const read = readLine(line)
      if (typeof read === 'string') rejected.push({ row: index + 1, message: read })
      else items.push(read)
    })
    return { title: '', homeUrl: null, items, rejected }
  },
}

/** One line alone may be any program's answer; two that both say something are no accident. */
function looksLikeLines(document: string): boolean {
  if (!document.trimStart().startsWith('{')) return false
  const lines = document
    .slice(0, 100_000)
    .split(/\r?\n/, 20)
    .filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.slice(0, 2).every((line) => typeof readLine(line) !== 'string')
}

/** One line as an item, or why it is none. */
function readLine(line: string): GatheredItem | string {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return 'this line is not JSON'
  }
  const parsed = Line.safeParse(json)
  if (parsed.success) return toItem(parsed.data)
  const issue = parsed.error.issues[0]
  return `${issue?.path.length ? `${issue.path.join('.')}: ` : ''}${issue?.message ?? 'not a mention'}`
}

function toItem(line: z.output<typeof Line>): GatheredItem {
  return {
    externalId: idOf(line.externalId),
    title: escapeText(line.title ?? ''),
    markup: filled(line.html),
    text: filled(line.html) === null ? (line.text ?? null) : null,
    url: filled(line.url),
    author: authorOf(line.author),
    rating: line.rating ?? null,
    publishedAt: toMs(line.publishedAt),
    updatedAt: toMs(line.updatedAt),
    inReplyTo: idOf(line.inReplyTo),
    kind: line.kind ?? (line.rating ? 'review' : null),
  }
}

function filled(given: string | null | undefined): string | null {
  return given === null || given === undefined || given.trim() === '' ? null : given
}

function idOf(given: string | number | null | undefined): string | null {
  return given === null || given === undefined || given === '' ? null : String(given)
}

function authorOf(given: z.output<typeof Line>['author']): GatheredItem['author'] {
  if (given === null || given === undefined) return null
  if (typeof given === 'string') return given.trim() === '' ? null : { name: given, handle: null, url: null }
  const name = filled(given.name) ?? filled(given.handle) ?? filled(given.url)
  return name === null ? null : { name, handle: filled(given.handle), url: filled(given.url) }
}

function toMs(given: string | number | null | undefined): number | null {
  return typeof given === 'number' ? given : parseDate(given ?? null)
}
