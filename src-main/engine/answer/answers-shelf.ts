import type { Database } from 'better-sqlite3'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { ALIKE, likest, type Pairs, type Shelf } from './second-look/alike.ts'
import { pairsForLikeness } from './second-look/look.ts'
import type { Alike } from './second-look/looked-at.ts'

interface Growing {
  readonly keys: string[]
  readonly known: Set<string>
  pairs: Uint32Array<ArrayBuffer>
  ends: Uint32Array<ArrayBuffer>
  used: number
  /** How many answers there were, and the newest: what tells that there are more. */
  mark: string
}

// A cache, not state: it follows from the brand's file, and is brought up to it at every look.
const shelves = new WeakMap<Database, Growing>()

/** The earlier answer of the brand that a draft is most like, where a reader would notice. */
export function findAlike(file: BrandFile, draft: Pairs, mention: number, signature: string): Alike | null {
  const shelf = shelfOf(file, signature)
  const found = likest(asShelf(shelf), draft, (key) => isLeftOut(file, key, mention))
  if (found === null || found.share < ALIKE) return null
  const earlier = readAnswer(file, found.key)
  return {
    percent: Math.round(found.share * 100),
    mentionId: mentionId(file.brandId, earlier.mention),
    excerpt: earlier.body.slice(0, 160).trim(),
  }
}

function asShelf({ keys, pairs, ends, used }: Growing): Shelf {
  return { keys, pairs: pairs.subarray(0, used), ends: ends.subarray(0, keys.length) }
}

function shelfOf(file: BrandFile, signature: string): Growing {
  const known = shelves.get(file.db)
  const shelf: Growing = known ?? {
    keys: [],
    known: new Set(),
    pairs: new Uint32Array(4096),
    ends: new Uint32Array(256),
    used: 0,
    mark: '',
  }
  shelves.set(file.db, shelf)
  const mark = markOf(file)
  if (mark !== shelf.mark) {
    for (const { key, body } of listUnknown(file, shelf.known)) put(shelf, key, body, signature)
    shelf.mark = mark
  }
  return shelf
}

function put(shelf: Growing, key: string, body: string, signature: string): void {
  shelf.known.add(key)
  const pairs = pairsForLikeness(body, signature)
  if (pairs === null) return
  if (shelf.used + pairs.length > shelf.pairs.length) {
    const wider = new Uint32Array(Math.max(shelf.pairs.length * 2, shelf.used + pairs.length))
    wider.set(shelf.pairs)
    shelf.pairs = wider
  }
  if (shelf.keys.length === shelf.ends.length) {
    const wider = new Uint32Array(shelf.ends.length * 2)
    wider.set(shelf.ends)
    shelf.ends = wider
  }
  shelf.pairs.set(pairs, shelf.used)
  shelf.used += pairs.length
  shelf.ends[shelf.keys.length] = shelf.used
  shelf.keys.push(key)
}

function markOf({ db }: BrandFile): string {
  const row = prepared<[], { mark: string }>(
    db,
    `SELECT (SELECT count(*) || '.' || coalesce(max(id), 0) FROM reply) || ' ' ||
            (SELECT count(*) || '.' || coalesce(max(id), 0) FROM mention WHERE our_voice = 1) AS mark`,
  ).get()
  return row?.mark ?? ''
}

interface Answer {
  readonly key: string
  readonly body: string
}

/** Replies and our own voice as it was gathered, those not on the shelf yet; the first time all in one reading. */
function* listUnknown({ db }: BrandFile, known: ReadonlySet<string>): Generator<Answer> {
  if (known.size === 0) {
    yield* prepared<[], Answer>(
      db,
      `SELECT 'r' || id AS key, body FROM reply
       UNION ALL
       SELECT 'm' || mention.id, text.body FROM mention JOIN mention_text text USING (id) WHERE our_voice = 1`,
    ).all()
    return
  }
  const keys = prepared<[], { key: string }>(
    db,
    `SELECT 'r' || id AS key FROM reply UNION ALL SELECT 'm' || id FROM mention WHERE our_voice = 1`,
  ).all()
  for (const { key } of keys) if (!known.has(key)) yield { key, body: readBody(db, key) }
}

function readBody(db: Database, key: string): string {
  const row = Number(key.slice(1))
  const found = key.startsWith('r')
    ? prepared<[number], { body: string }>(db, 'SELECT body FROM reply WHERE id = ?').get(row)
    : prepared<[number], { body: string }>(db, 'SELECT body FROM mention_text WHERE id = ?').get(row)
  return found?.body ?? ''
}

function readAnswer({ db }: BrandFile, key: string): { readonly body: string; readonly mention: number } {
  const row = Number(key.slice(1))
  const reply = key.startsWith('r')
    ? prepared<[number], { mention_id: number }>(db, 'SELECT mention_id FROM reply WHERE id = ?').get(row)
    : undefined
  return { body: readBody(db, key), mention: reply?.mention_id ?? row }
}

/** The answer being written anew, one that never went out, and one that is gone. */
function isLeftOut({ db }: BrandFile, key: string, mention: number): boolean {
  const row = Number(key.slice(1))
  if (key.startsWith('m')) {
    return !prepared<[number], { id: number }>(db, 'SELECT id FROM mention WHERE id = ?').get(row)
  }
  const reply = prepared<[number], { mention_id: number; state: string }>(
    db,
    'SELECT mention_id, state FROM reply WHERE id = ?',
  ).get(row)
  return !reply || reply.state === 'refused' || reply.mention_id === mention
}
