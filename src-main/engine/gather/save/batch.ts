import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import { forgetPlacesIn, forgetPlacesOf, placeInCare } from '../../triage/care/care-store.ts'
import { noteDue } from '../../triage/rules/due-store.ts'
import { dropStates } from '../../triage/twins-store.ts'
import { writeWords } from './words.ts'
import { noteTwinsSaved } from './twins-index.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
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
  /** Mentions whose words are still to be written. */
  readonly unwritten: Map<number, ReadMention>
  /** Mentions whose words full text is to be told. */
  readonly unheard: Set<number>
  /** Mentions that are shown with another from now on: their states go. */
  readonly joined: Set<number>
  /** Conversations that somebody joined. */
  readonly talking: Set<number>
  /** Who said something earlier than what is known of them. */
  readonly saidEarlier: Set<number>
  /** What others than us said that is new. */
  readonly theirs: number[]
  /** Whether what twins are looked up in was made ready. */
  knowsTwins: boolean
}

export function openBatch(db: Database): Batch {
  return {
    db,
    changes: noStateChanges(),
    unwritten: new Map(),
    unheard: new Set(),
    joined: new Set(),
    theirs: [],
    talking: new Set(),
    saidEarlier: new Set(),
    knowsTwins: false,
  }
}

/**
 * Writes what waited for the end of the transaction. Full text comes last, by row ascending: any statement that may
 * have to be rolled back by itself makes SQLite write down all the words it has gathered so far, which takes ten times
 * as long, and so does any other order.
 */
export function closeBatch(batch: Batch, now: number): void {
  const { db, changes, unwritten, unheard, joined, theirs, knowsTwins } = batch
  writeWords(db, unwritten)
  writeStateChanges(db, changes, now)
  dropStates(db, [...joined])
  wakeWhoSpokeAgain(db, theirs, now)
  noteDue(db, theirs)
  for (const conversation of batch.talking) forgetPlacesIn(db, conversation)
  for (const author of batch.saidEarlier) forgetPlacesOf(db, author)
  placeInCare(db)
  if (knowsTwins) noteTwinsSaved(db)
  if (unheard.size === 0) return
  prepared<[string]>(
    db,
    `INSERT INTO mention_fts (rowid, title, body, author) SELECT id, title, body, author FROM mention_text
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ).run(JSON.stringify([...unheard]))
}

/** The words of a mention that is about to be changed are forgotten; those it has in the end are told. */
export function replaceWords({ db, unheard }: Batch, row: number, before: Words): void {
  // Full text with external content has to be told the old words to forget them; those that wait it never heard.
  if (!unheard.has(row)) {
    prepared<unknown[]>(
      db,
      "INSERT INTO mention_fts (mention_fts, rowid, title, body, author) VALUES ('delete', ?, ?, ?, ?)",
    ).run(row, before.title, before.body, before.author)
  }
  unheard.add(row)
}
