import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { CallFailed } from '../../contract/failure.ts'
import type { MentionId } from '../../contract/ids.ts'
import type { SuggestedTag } from '../../contract/tags.ts'
import type { EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { placeOf } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { likelyTags, type TagEvidence } from './likely-tags.ts'
import { fold } from './question/fold.ts'
import type { TagRow } from './tags-store.ts'
import { TOPICLESS } from './topicless-words.ts'
import { headOf, listTagRows } from './twins-store.ts'

/** What is looked at, however many mentions there are: the newest that carry a tag, and some of each rarer tag. */
const NEWEST = 3000
const OF_EACH_TAG = 40
/** So many texts are taken apart before others get their turn. */
const AT_ONCE = 200
const MOST_WORDS = 300

/** Which tagged mentions have which word. Their tags are read anew each time: only words are kept. */
interface Learnt {
  readonly rows: Set<number>
  readonly byWord: Map<string, number[]>
}

// A cache, not state: it can be thrown away at any time, and costs some reading then.
const learntOf = new WeakMap<Database, Learnt>()

/** Tags that the words of a mention ask for, judging by what was tagged before. */
export async function suggestTags(
  context: EngineContext,
  { mentionId }: { readonly mentionId: MentionId },
): Promise<{ items: SuggestedTag[] }> {
  const { brand, row } = placeOf(mentionId)
  const file = context.stores.brand(brand)
  const text = textOf(file.db, row)
  if (text === null) {
    throw new CallFailed({
      kind: 'not-found',
      message: `There is no mention ${mentionId}.`,
      hint: 'mentions.list says which there are.',
    })
  }
  const learnt = await learn(file)
  const head = headOf(file.db, row)
  const offered = offeredTags(file, listTagRows(file.db, head))
  const found = likelyTags(evidenceFor(file.db, learnt, { text, except: head, offered }))
  return {
    items: found.map(({ tag, likelihood, because }) => ({
      tag: offered.get(tag) ?? '',
      likelihood,
      because: [...because],
    })),
  }
}

/** Paths by row: what is in use, and neither worn nor above or below what is worn. */
function offeredTags({ db }: BrandFile, worn: readonly number[]): Map<number, string> {
  const rows = prepared<[], TagRow>(db, 'SELECT * FROM tag').all()
  const keys = rows.filter(({ id }) => worn.includes(id)).map(({ key }) => key)
  const isWorn = (key: string) =>
    keys.some((one) => one === key || one.startsWith(`${key}/`) || key.startsWith(`${one}/`))
  const offered = rows.filter(({ key, retired_at: retired }) => retired === null && !isWorn(key))
  return new Map(offered.map(({ id, path }) => [id, path]))
}

async function learn({ db }: BrandFile): Promise<Learnt> {
  const learnt: Learnt = learntOf.get(db) ?? { rows: new Set(), byWord: new Map() }
  learntOf.set(db, learnt)
  const fresh = newestTagged(db).filter((row) => !learnt.rows.has(row))
  for (let at = 0; at < fresh.length; at += AT_ONCE) {
    if (at > 0) await nextTurn()
    for (const row of fresh.slice(at, at + AT_ONCE)) learnOne(db, learnt, row)
  }
  return learnt
}

function learnOne(db: Database, { rows, byWord }: Learnt, row: number): void {
  // Another call may have come here first, between two turns.
  if (rows.has(row)) return
  rows.add(row)
  for (const word of wordsOf(textOf(db, row) ?? '').keys()) {
    const list = byWord.get(word)
    if (list) list.push(row)
    else byWord.set(word, [row])
  }
}

function newestTagged(db: Database): number[] {
  const newest = prepared<[number], { row: number }>(
    db,
    'SELECT DISTINCT mention_id AS row FROM mention_tag ORDER BY mention_id DESC LIMIT ?',
  ).all(NEWEST)
  // A statement a tag: each reads no more than it gives.
  const ofEach = prepared<[number, number], { row: number }>(
    db,
    'SELECT mention_id AS row FROM mention_tag WHERE tag_id = ? ORDER BY mention_id DESC LIMIT ?',
  )
  const tags = prepared<[], { id: number }>(db, 'SELECT id FROM tag').all()
  const rare = tags.flatMap(({ id }) => ofEach.all(id, OF_EACH_TAG))
  return [...new Set([...newest, ...rare].map(({ row }) => row))]
}

interface Asked {
  readonly text: string
  /** The mention itself is no witness. */
  readonly except: number
  readonly offered: ReadonlyMap<number, string>
}

function evidenceFor(db: Database, learnt: Learnt, { text, except, offered }: Asked): TagEvidence {
  const tagsOf = readTags(db, learnt.rows)
  tagsOf.delete(except)
  const carried = (rows: Iterable<number>) => {
    const counts = new Map<number, number>()
    let of = 0
    for (const row of rows) {
      const tags = tagsOf.get(row)
      if (!tags) continue
      of += 1
      for (const tag of tags) if (offered.has(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
    }
    return { of, carry: counts }
  }
  const words = [...wordsOf(text)].map(([key, word]) => ({
    word,
    ...carried(learnt.byWord.get(key) ?? []),
  }))
  return {
    mentions: tagsOf.size,
    carry: carried(tagsOf.keys()).carry,
    words: words.filter(({ of }) => of > 0),
  }
}

/** The tags that the mentions looked at carry now; those that carry none any more are no witnesses. */
function readTags(db: Database, rows: ReadonlySet<number>): Map<number, number[]> {
  const found = prepared<[string], { row: number; tag: number }>(
    db,
    `SELECT mention_id AS row, tag_id AS tag FROM json_each(?) asked
     CROSS JOIN mention_tag ON mention_id = asked.value`,
  ).all(JSON.stringify([...rows]))
  const tags = new Map<number, number[]>()
  for (const { row, tag } of found) {
    const list = tags.get(row)
    if (list) list.push(tag)
    else tags.set(row, [tag])
  }
  return tags
}

function textOf(db: Database, row: number): string | null {
  const sql = "SELECT title || ' ' || body AS text FROM mention_text WHERE id = ?"
  return prepared<[number], { text: string }>(db, sql).get(row)?.text ?? null
}

/** The words of a text by their folded form, each as it is first written. */
function wordsOf(text: string): Map<string, string> {
  const words = new Map<string, string>()
  for (const [word] of text.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
    const key = fold(word)
    if (!words.has(key) && !TOPICLESS.has(key)) words.set(key, word.toLowerCase())
    if (words.size === MOST_WORDS) break
  }
  return words
}
