import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import { forgetPlacesAfter, forgetPlacesIn, placeInCare } from '../../triage/care/care-store.ts'
import { noteDue } from '../../triage/rules/due-store.ts'
import { dropStates } from '../../triage/twins-store.ts'
import { type Unwritten, writeNew } from './write-new.ts'
import { noteTwinsSaved } from './twins-index.ts'
import { noStateChanges, type StateChanges, wakeWhoSpokeAgain, writeStateChanges } from './states.ts'

/** What full text is told of a mention. */
export interface Words {
  readonly title: string
  readonly body: string
  readonly author: string
}

/** What the items of one transaction have in common, of however many documents they are. */
export interface Batch {
  readonly db: Database
  readonly changes: StateChanges
  readonly unwritten: Unwritten
  /** Mentions that were added, by row ascending: full text is to be told their words. */
  readonly added: number[]
  /** The same of mentions that said something else before. */
  readonly reworded: Set<number>
  /** Mentions that are shown with another from now on: their states go. */
  readonly joined: Set<number>
  /** Conversations that somebody joined. */
  readonly talking: Set<number>
  /** Who had spoken before, with the earliest row of what they say now: it may be earlier than what is known of them. */
  readonly saidAgain: Map<number, number>
  /** What others than us said that is new. */
  readonly theirs: number[]
  /** Whether what twins are looked up in was made ready. */
  knowsTwins: boolean
}

export function openBatch(db: Database): Batch {
  return {
    db,
    changes: noStateChanges(),
    unwritten: { mentions: [], authors: [] },
    added: [],
    reworded: new Set(),
    joined: new Set(),
    theirs: [],
    talking: new Set(),
    saidAgain: new Map(),
    knowsTwins: false,
  }
}

/**
 * Writes what waited for the end of the transaction. Full text comes last, by row ascending: any statement that may
 * have to be rolled back by itself makes SQLite write down all the words it has gathered so far, which takes ten times
 * as long, and so does any other order.
 */
export function closeBatch(batch: Batch, now: number): void {
  const { db, changes, unwritten, added, reworded, joined, theirs, knowsTwins } = batch
  writeNew(db, unwritten)
  writeStateChanges(db, changes, now)
  dropStates(db, [...joined])
  wakeWhoSpokeAgain(db, theirs, [...batch.talking], now)
  noteDue(db, theirs)
  for (const conversation of batch.talking) forgetPlacesIn(db, conversation)
  forgetPlacesAfter(db, [...batch.saidAgain])
  placeInCare(db)
  if (knowsTwins) noteTwinsSaved(db)
  tellNewWords(db, added.length)
  tellWordsAgain(db, [...reworded])
}

/** The texts that came last, in the order of their rows: whoever writes them writes them in that of time. */
function tellNewWords(db: Database, count: number): void {
  if (count === 0) return
  prepared<[number]>(
    db,
    `INSERT INTO mention_fts (rowid, title, body, author) SELECT id, title, body, author FROM mention_text
     WHERE rowid > (SELECT max(rowid) - ? FROM mention_text)`,
  ).run(count)
}

function tellWordsAgain(db: Database, rows: readonly number[]): void {
  if (rows.length === 0) return
  prepared<[string]>(
    db,
    `INSERT INTO mention_fts (rowid, title, body, author) SELECT id, title, body, author FROM mention_text
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ).run(JSON.stringify(rows))
}

/** The words of a mention that is about to be changed are forgotten; those it has in the end are told. */
export function replaceWords({ db, added, reworded }: Batch, row: number, before: Words): void {
  // Full text with external content has to be told the old words to forget them; those that wait it never heard.
  if (reworded.has(row) || added.includes(row)) return
  prepared<unknown[]>(
    db,
    "INSERT INTO mention_fts (mention_fts, rowid, title, body, author) VALUES ('delete', ?, ?, ?, ?)",
  ).run(row, before.title, before.body, before.author)
  reworded.add(row)
}
