import { CallFailed } from '../../contract/failure.ts'
import type { TagColour } from '../../contract/tags.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { type Held, noteChange, type OpenAct } from './journal.ts'
import { fold, tagKey, tagPath } from './question/fold.ts'
import { addToCounter } from './state-store.ts'
import {
  addTag,
  findTag,
  findTagExactly,
  keyNow,
  listExactlyUnder,
  removeTagRow,
  type TagRow,
  whoseSynonym,
  wordsIn,
} from './tags-store.ts'

/** What an act may write in a tag's row; the journal names the tag by its uid, for rows may go and come again. */
export type TagField = 'path' | 'colour' | 'description' | 'synonyms' | 'formerly' | 'retired_at'

/** A tag as the tree shows it, with all that is under it; `rows` are never none, and may lack the tag itself. */
interface Branch {
  readonly path: string
  readonly key: string
  readonly rows: readonly TagRow[]
}

/** Throws `not-found`. */
export function findBranch(file: BrandFile, tag: string): Branch {
  // By a name it had, it is found where it is now.
  const key = keyNow(file, tagKey(tag))
  const rows = listExactlyUnder(file, key)
  const [first] = rows
  if (!first) throw noTag(tag)
  const depth = key.split('/').length
  const upTo = (path: string) => path.split('/').slice(0, depth).join('/')
  return { path: upTo(first.path), key: upTo(first.key), rows }
}

export interface Looks {
  readonly colour?: TagColour | null | undefined
  readonly description?: string | undefined
  readonly synonyms?: readonly string[] | undefined
}

/** Adds a tag that nothing carries yet. Throws `conflict` when there is one. */
export function addNewTag(file: BrandFile, act: OpenAct, tag: string, now: number): TagRow {
  const known = findTagExactly(file, tag) ?? whoseSynonym(file, tagPath(tag), 0)
  if (known) throw alreadyThere(known.path)
  return createdTag(file, act, tag, now)
}

/** A tag as it is made by an act, which takes it away again when it is undone. */
export function createdTag(file: BrandFile, act: OpenAct, path: string, now: number): TagRow {
  const tag = addTag(file, path, now)
  noteChange(file.db, act, { subject: 'tag', row: tag.id, field: 'created', before: null, after: tag.uid })
  return tag
}

/** The tag's own row, made where only the tree has it so far. */
export function rowOfBranch(file: BrandFile, act: OpenAct, tag: string, now: number): TagRow {
  const known = findTag(file, tag)
  if (known) return known
  return createdTag(file, act, findBranch(file, tag).path, now)
}

export function setLooks(file: BrandFile, act: OpenAct, tag: TagRow, looks: Looks): void {
  const { colour, description, synonyms } = looks
  if (colour !== undefined) setTagField(file, act, tag, 'colour', colour)
  if (description !== undefined) setTagField(file, act, tag, 'description', description)
  if (synonyms !== undefined) setTagField(file, act, tag, 'synonyms', checkedSynonyms(file, tag, synonyms))
}

function checkedSynonyms(file: BrandFile, tag: TagRow, synonyms: readonly string[]): string {
  const words = synonyms.map(tagPath)
  const keys = words.map(fold)
  for (const word of words) {
    const other = findTagExactly(file, word) ?? whoseSynonym(file, word, tag.id)
    if (other && other.id !== tag.id) throw alreadyThere(other.path, word)
  }
  return JSON.stringify(words.filter((_, at) => keys.indexOf(keys[at] ?? '') === at && keys[at] !== tag.key))
}

/** Gives a branch another path; answers how many tags it moved. Throws `conflict` where one is there already. */
export function renameBranch(file: BrandFile, act: OpenAct, tag: string, to: string): number {
  const branch = findBranch(file, tag)
  const path = tagPath(to)
  const key = tagKey(to)
  if (key.startsWith(`${branch.key}/`)) throw intoItself(branch.path)
  const moved = branch.rows.map((row) => ({ row, path: path + row.path.slice(branch.path.length) }))
  const own = new Set(branch.rows.map(({ id }) => id))
  for (const each of moved) {
    const there = findTagExactly(file, each.path) ?? whoseSynonym(file, each.path, each.row.id)
    if (there && !own.has(there.id)) throw alreadyThere(there.path)
  }
  for (const each of moved) setPath(file, act, each.row, each.path)
  if (key !== branch.key) for (const row of namedRows(branch)) noteFormer(file, act, row.id, [row.path])
  return moved.length
}

/** Those whose former path has to be kept: the tag's own row, which speaks for what is under it; else each. */
function namedRows({ rows, key }: Branch): readonly TagRow[] {
  const own = rows.find((row) => row.key === key)
  return own ? [own] : rows
}

/** Merges a branch into a tag; answers how many mentions carried any of it. Set by set, however many they are. */
export function mergeBranch(file: BrandFile, act: OpenAct, tag: string, into: string, now: number): number {
  const branch = findBranch(file, tag)
  const target = rowOfBranch(file, act, into, now)
  if (target.key === branch.key || target.key.startsWith(`${branch.key}/`)) throw intoItself(branch.path)
  let mentions = 0
  for (const row of branch.rows) {
    const path = target.path + row.path.slice(branch.path.length)
    const there = row.key === branch.key ? target : findTagExactly(file, path)
    if (there) mentions += mergeTag(file, act, row, there.id)
    else setPath(file, act, row, path)
  }
  noteFormer(file, act, target.id, [branch.path])
  return mentions
}

function mergeTag(file: BrandFile, act: OpenAct, from: TagRow, into: number): number {
  const { db } = file
  const target = rowById(file, into)
  const both = { from: from.id, into, act: act.id }
  const put = prepared<[Record<string, unknown>]>(
    db,
    `INSERT INTO act_change (act_id, subject, row_id, field, before, after)
     SELECT @act, 'mention', mention_id, @field, 0, 1 FROM mention_tag WHERE tag_id = @from
       AND NOT EXISTS (SELECT 1 FROM mention_tag other
         WHERE other.tag_id = @into AND other.mention_id = mention_tag.mention_id)`,
  ).run({ ...both, field: `tag:${target.uid}` }).changes
  const taken = prepared<[Record<string, unknown>]>(
    db,
    `INSERT INTO act_change (act_id, subject, row_id, field, before, after)
     SELECT @act, 'mention', mention_id, @field, 1, 0 FROM mention_tag WHERE tag_id = @from`,
  ).run({ act: act.id, from: from.id, field: `tag:${from.uid}` }).changes
  prepared<[number, number]>(
    db,
    'INSERT OR IGNORE INTO mention_tag SELECT ?, mention_id FROM mention_tag WHERE tag_id = ?',
  ).run(into, from.id)
  prepared<[number]>(db, 'DELETE FROM mention_tag WHERE tag_id = ?').run(from.id)
  addToCounter(db, 'tag', into, put)
  addToCounter(db, 'tag', from.id, -taken)
  removeTag(file, act, from)
  const synonyms = [...wordsIn(target.synonyms), ...wordsIn(from.synonyms)]
  setTagField(file, act, target, 'synonyms', JSON.stringify(synonyms))
  noteFormer(file, act, into, [...wordsIn(from.formerly), from.path])
  return taken
}

function removeTag(file: BrandFile, act: OpenAct, row: TagRow): void {
  const before = JSON.stringify(row)
  noteChange(file.db, act, { subject: 'tag', row: row.id, field: `removed ${row.uid}`, before, after: null })
  removeTagRow(file, row.id)
}

/** No longer offers a branch, or offers it again; answers how many tags that changed. */
export function setRetired(file: BrandFile, act: OpenAct, tag: string, at: number | null): number {
  const changed = findBranch(file, tag).rows.filter((row) => (row.retired_at === null) !== (at === null))
  for (const row of changed) setTagField(file, act, row, 'retired_at', at)
  return changed.length
}

/** Writes one field of a tag and notes it once an act: what an act writes twice counts from the first. */
export function setTagField(file: BrandFile, act: OpenAct, tag: TagRow, field: TagField, after: Held): void {
  const { db } = file
  const before = rowById(file, tag.id)[field]
  if (before === after) return
  prepared<[Held, number]>(db, `UPDATE tag SET ${field} = ? WHERE id = ?`).run(after, tag.id)
  const name = `${field} ${tag.uid}`
  prepared<[number, number, string, Held, Held]>(
    db,
    `INSERT INTO act_change (act_id, subject, row_id, field, before, after) VALUES (?, 'tag', ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET after = excluded.after`,
  ).run(act.id, tag.id, name, before, after)
}

function setPath(file: BrandFile, act: OpenAct, row: TagRow, path: string): void {
  setTagField(file, act, row, 'path', path)
  prepared<[string, number]>(file.db, 'UPDATE tag SET key = ? WHERE id = ?').run(tagKey(path), row.id)
}

/** Keeps paths by which a tag was known, each once, and not the one it has now. */
function noteFormer(file: BrandFile, act: OpenAct, id: number, paths: readonly string[]): void {
  const row = rowById(file, id)
  const all = [...wordsIn(row.formerly), ...paths]
  const keys = all.map(tagKey)
  const kept = all.filter((_, at) => keys.indexOf(keys[at] ?? '') === at && keys[at] !== row.key)
  setTagField(file, act, row, 'formerly', JSON.stringify(kept))
}

function rowById({ db }: BrandFile, id: number): TagRow {
  const row = prepared<[number], TagRow>(db, 'SELECT * FROM tag WHERE id = ?').get(id)
  if (!row) throw new Error('A tag went away while it was changed.')
  return row
}

function noTag(tag: string): CallFailed {
  return new CallFailed({
    kind: 'not-found',
    message: `There is no tag ${tag}.`,
    hint: 'tags.list says which there are.',
  })
}

function alreadyThere(path: string, word: string = path): CallFailed {
  return new CallFailed({
    kind: 'conflict',
    message: word === path ? `There is already a tag ${path}.` : `${word} already means ${path}.`,
    hint: 'Merge the two with tags.merge, or choose another name.',
    facts: { tag: path },
  })
}

function intoItself(path: string): CallFailed {
  return new CallFailed({
    kind: 'conflict',
    message: `${path} cannot go below itself.`,
    hint: 'Choose another tag.',
    facts: { tag: path },
  })
}
