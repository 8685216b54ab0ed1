import type { Database } from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { ReadMention } from '../../src-main/engine/gather/gatherer-protocol.ts'
import { type SaveCounts, saveMentions } from '../../src-main/engine/gather/save/save.ts'
import { addSource, type NewSource } from '../../src-main/engine/gather/store.ts'
import { openStores } from '../../src-main/engine/store/stores.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface BrandToOpen {
  readonly name?: string
  readonly words?: readonly string[]
  readonly handles?: readonly string[]
  readonly now?: string
}

/** One mention as a brand's file holds it. */
export interface Held {
  readonly title: string
  readonly body: string
  readonly status: 'new' | 'open' | 'pending' | 'resolved' | null
  readonly reason: string | null
  readonly unanswered: number | null
  readonly cameBack: number | null
  readonly ours: number
  readonly conversation: number
}

export interface BrandShelf {
  readonly db: Database
  readonly moveClockTo: (time: string) => void
  readonly addSource: (fields?: Partial<NewSource>) => number
  readonly save: (sourceRow: number, ...items: readonly ReadMention[]) => SaveCounts
  /** Oldest first; of one source where it is named. */
  readonly held: (sourceRow?: number | null) => Held[]
  /** What the counters say, and what counting says; they must be the same. */
  readonly counts: () => { readonly kept: readonly object[]; readonly counted: readonly object[] }
  /** The titles of what the words find. */
  readonly search: (words: string) => string[]
}

/** A real brand's file without an engine around it, to save into and to look at. */
export function openBrand({
  name = 'Café Aurora',
  words = [name],
  handles = [],
  now = '2026-03-10T09:00:00Z',
}: BrandToOpen = {}): BrandShelf {
  const stores = openStores({ folder: temporaryFolder(), binding: null })
  onTestFinished(() => stores.close())
  const file = stores.addBrand(0, ({ db, uid }) => {
    db.prepare(
      `INSERT INTO brand (id, uid, name, words, handles, languages, timezone, signature, colour, sample, created_at)
     VALUES (1, ?, ?, ?, ?, '[]', 'Europe/Madrid', '', '#aa3344', 0, 0)`,
    ).run(uid, name, JSON.stringify(words), JSON.stringify(handles))
  })
  const db: Database = file.db
  let clock = Date.parse(now)
  return {
    db,
    moveClockTo: (time: string) => (clock = Date.parse(time)),
    addSource: (fields: Partial<NewSource> = {}): number =>
      addSource(
        db,
        {
          url: 'https://place.example/feed',
          host: 'place.example',
          home_url: null,
          title: 'A place',
          kind: 'feed',
          format: 'rss',
          brings: 'everything',
          answers_from: Date.parse('2026-01-01T00:00:00Z'),
          private_origin: null,
          ...fields,
        },
        clock,
      ),
    save: (sourceRow: number, ...items: readonly ReadMention[]): SaveCounts =>
      db.transaction(() => saveMentions(db, sourceRow, items, clock)).immediate(),
    held: (sourceRow: number | null = null): Held[] =>
      db
        .prepare<[{ sourceRow: number | null }], Held>(
          `SELECT title, body, reason, unanswered, came_back_at AS cameBack, our_voice AS ours, conversation_id AS conversation,
             CASE status WHEN 0 THEN 'new' WHEN 1 THEN 'open' WHEN 2 THEN 'pending' WHEN 3 THEN 'resolved' END AS status
           FROM mention JOIN mention_text USING (id) LEFT JOIN mention_state USING (id)
           WHERE @sourceRow IS NULL OR source_id = @sourceRow ORDER BY mention.id`,
        )
        .all({ sourceRow }),
    counts: () => ({
      kept: db
        .prepare<[], object>('SELECT subject, key, n FROM counter WHERE n <> 0 ORDER BY subject, key')
        .all(),
      counted: db
        .prepare<[], object>(
          `SELECT 'source' AS subject, source_id AS key, count(*) AS n FROM mention GROUP BY source_id
           UNION ALL SELECT 'status', status, count(*) FROM mention_state GROUP BY status
           UNION ALL SELECT 'unanswered', 1, count(*) FROM mention_state WHERE unanswered = 1 HAVING count(*) > 0
           ORDER BY 1, 2`,
        )
        .all(),
    }),
    search: (words: string): string[] =>
      db
        .prepare<[string], { title: string }>(
          'SELECT title FROM mention_text WHERE id IN (SELECT rowid FROM mention_fts WHERE mention_fts MATCH ?) ORDER BY id',
        )
        .all(words)
        .map(({ title }) => title),
  }
}
