import type { Database } from 'better-sqlite3'
import { keyTime } from '../../store/mention-key.ts'
import { prepared } from '../../store/prepared.ts'
import { ourLastAt } from '../../triage/conversation-store.ts'
import { forgetPlace } from '../../triage/care/care-store.ts'
import { addToCounter } from '../../triage/state-store.ts'
import type { Stated } from '../../triage/stated-columns.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { isRowAnswer } from '../row-answer.ts'
import { believable, withBelievableUpdate } from './believable.ts'
import { type Batch, closeBatch, openBatch } from './batch.ts'
import { placeInConversation } from './conversations.ts'
import { type DistinctItem, distinctItems, underOther } from './distinct.ts'
import { areTakenOver, recognise } from './known.ts'
import {
  type Ahead,
  knownIn,
  LOOK_AHEAD,
  lookAhead,
  mayBeWaitedFor,
  noteKnown,
  noteWaiting,
  type PlacedItem,
  takeRow,
} from './look-ahead.ts'
import * as rows from './mention-rows.ts'
import { tagFromSource } from './source-tags.ts'
import { namesOf, type Place, readPlace } from './place.ts'
import { noteOurVoice, noteSaidElsewhere, noteTheirs } from './said.ts'
import { feelingIn, statedIn } from './feeling.ts'
import { addressHash as hashOfAddress } from './identity.ts'
import { careOfFirstWords } from './first-care.ts'
import { findOrAddAuthor, toSpeaking } from './people.ts'
import { unplace, writeAlone } from './states.ts'
import { joinTwins } from './twins.ts'
import { partEdited } from './twins-edited.ts'
import { isOurVoice } from './voice.ts'
import { writeNew } from './write-new.ts'

export interface SaveCounts {
  readonly added: number
  readonly revised: number
  readonly duplicates: number
}

/** One document's items on their way into a brand's file. */
export interface Saving {
  readonly db: Database
  readonly place: Place
  /** By time ascending: full text costs three times as much the other way round. */
  readonly items: readonly PlacedItem[]
  readonly now: number
  next: number
  readonly counts: { added: number; revised: number; duplicates: number }
  /** How many of them are answers of ours that stood in a row with what they answer. */
  readonly answers: { added: number; known: number }
}

/**
 * Makes a document's items ready to be saved; writes nothing. Null when the source is not there (any more). `saidAt`: the host
 * at which its authors speak, where that is another than its source's.
 */
export function openSaving(
  db: Database,
  sourceRow: number,
  read: readonly ReadMention[],
  now: number,
  saidAt: string | null = null,
): Saving | null {
  const known = readPlace(db, sourceRow)
  if (known === null) return null
  const { items: distinct, repeated, repeatsIds: repeatsHere } = distinctItems(known.host, read)
  const repeatsIds = repeatsHere || (!known.repeatsIds && areTakenOver(db, distinct))
  const host = saidAt ?? known.host
  const place: Place = {
    ...known,
    host,
    repeatsIds: repeatsIds || known.repeatsIds,
    mustNoteRepeats: repeatsIds && !known.repeatsIds,
  }
  const items = distinct.map((one): PlacedItem => ({
    host,
    distinct: one,
    speaking: one.item.author === null ? null : toSpeaking(host, one.item.author),
    at: keyTime(one.item.publishedAt, now),
  }))
  return {
    db,
    place,
    items: items.toSorted((a, b) => a.at - b.at),
    now,
    next: 0,
    counts: { added: 0, revised: 0, duplicates: repeated },
    answers: { added: 0, known: 0 },
  }
}

/** Saves items, inside the caller's transaction, until all are saved or time is up. True when all are. */
export function saveSome(saving: Saving, isTimeUp: () => boolean): boolean {
  const batch = openBatch(saving.db)
  saveInBatch([saving], batch, isTimeUp)
  closeBatch(batch, saving.now)
  return isSaved(saving)
}

/**
 * The same for several documents as if they were one, by time: what lies together in the file is written together. The
 * caller closes the batch.
 */
export function saveInBatch(savings: readonly Saving[], batch: Batch, isTimeUp: () => boolean): void {
  const addedBefore = savings.map(({ counts }) => counts.added)
  for (const saving of savings) if (saving.next === 0 && saving.place.mustNoteRepeats) noteRepeats(saving)
  const items = savings
    .flatMap((saving) => saving.items.slice(saving.next).map((item) => ({ saving, item })))
    .toSorted((a, b) => a.item.at - b.item.at)
  const lookFrom = (index: number) =>
    lookAhead(
      batch.db,
      items.slice(index, index + LOOK_AHEAD).map(({ item }) => item),
    )
  let ahead = lookFrom(0)
  for (const [index, { saving, item }] of items.entries()) {
    if (index > 0 && index % LOOK_AHEAD === 0) {
      writeNew(batch.db, batch.unwritten)
      ahead = lookFrom(index)
    }
    saveOne(saving, item, batch, ahead)
    saving.next += 1
    if (isTimeUp()) break
  }
  savings.forEach(({ place, counts }, index) =>
    addToCounter(batch.db, 'source', place.sourceRow, counts.added - (addedBefore[index] ?? 0)),
  )
}

export function isSaved({ next, items }: Saving): boolean {
  return next >= items.length
}

function noteRepeats({ db, place }: Saving): void {
  prepared<[number]>(db, 'UPDATE source SET repeats_ids = 1 WHERE id = ?').run(place.sourceRow)
}

/** Saves a whole document inside the caller's transaction. */
export function saveMentions(
  db: Database,
  sourceRow: number,
  items: readonly ReadMention[],
  now: number,
): SaveCounts {
  const saving = openSaving(db, sourceRow, items, now)
  if (saving === null) return { added: 0, revised: 0, duplicates: 0 }
  saveSome(saving, () => false)
  return saving.counts
}

function saveOne(saving: Saving, placed: PlacedItem, batch: Batch, ahead: Ahead): void {
  const { db, place } = saving
  const { distinct } = placed
  const known = knownIn(ahead, distinct)
  if (known !== null || place.repeatsIds) writeNew(db, batch.unwritten)
  const recognised = recognise(db, place, distinct, known)
  switch (recognised.kind) {
    case 'new':
      addOne(saving, placed, batch, ahead)
      return
    case 'new-under-old-id':
      noteRepeats(saving)
      addOne(saving, { ...placed, distinct: underOther(distinct, recognised.identity) }, batch, ahead)
      return
    case 'known':
      if (isRowAnswer(distinct.item)) saving.answers.known += 1
      if (recognised.known.source_id !== place.sourceRow && !rows.isRemoved(db, recognised.known.source_id))
        seeAgain(saving, distinct, recognised.known, batch)
      else noteKnown(ahead, distinct, reviseOne(saving, distinct, recognised.known, batch))
  }
}

/** Through a second source: shown once. Only the first source says how it reads, else two cuts of one text would alternate. */
function seeAgain(
  { db, place, counts }: Saving,
  { identity }: DistinctItem,
  known: rows.KnownMention,
  { changes }: Batch,
): void {
  counts.duplicates += 1
  if (rows.isNotedAsSeen(db, place.sourceRow, identity.guidHash)) return
  rows.noteSeen(db, place.sourceRow, identity.guidHash, known.id)
  unplace(known.id, changes)
  forgetPlace(db, known.id)
}

/** Answers what is known of it then. */
function reviseOne(
  saving: Saving,
  distinct: DistinctItem,
  known: rows.KnownMention,
  batch: Batch,
): rows.KnownMention {
  const { db, counts, now } = saving
  const item = withBelievableUpdate(distinct.item, now)
  const publishedAt = believable(item.publishedAt, now) ?? known.published_at
  if (publishedAt !== null && publishedAt !== known.published_at) rows.correctDate(db, known.id, publishedAt)
  const revised = { ...known, published_at: publishedAt, content_hash: item.contentHash }
  if (item.contentHash === known.content_hash) {
    counts.duplicates += 1
    return revised
  }
  writeAlone(db, batch.changes)
  rows.reviseMention(batch, known.id, {
    item,
    names: namesOf(saving.place, item),
    feeling: feelingIn(saving.place.learnt, item),
    now,
  })
  forgetPlace(db, known.id)
  counts.revised += 1
  partEdited(batch, known.id)
  if (known.our_voice === 0 && (wasAnswered(db, known) || isSnoozed(db, known, now))) {
    batch.changes.cameBack.add(known.id)
  }
  return revised
}

function wasAnswered(db: Database, { id, conversation_id }: rows.KnownMention): boolean {
  const state = prepared<[number], { status: number; reason: string | null }>(
    db,
    'SELECT status, reason FROM mention_state WHERE id = ?',
  ).get(id)
  if (state === undefined) return false
  const spokeAt = ourLastAt(db, conversation_id)
  return (
    state.status === 2 ||
    state.reason === 'answered' ||
    (spokeAt !== null && spokeAt >= Math.floor(id / 2_097_152) * 1000)
  )
}

/** Who changes what they said, while we had put it off, is heard at once. */
function isSnoozed(db: Database, { id }: rows.KnownMention, now: number): boolean {
  const sql = 'SELECT id FROM mention_state WHERE id = ? AND snoozed_until > ?'
  return prepared<[number, number], { id: number }>(db, sql).get(id, now) !== undefined
}

function addOne(saving: Saving, { distinct, speaking }: PlacedItem, batch: Batch, ahead: Ahead): void {
  const { db, place, counts, now } = saving
  const { identity } = distinct
  const item = withBelievableUpdate(distinct.item, now)
  const ourVoice = isOurVoice(place.handles, item.author, place.host)
  const names = namesOf(place, item)
  if (place.brings === 'what-names-us' && !ourVoice && names.length === 0) {
    if (!rows.isPassedOver(db, place.sourceRow, identity.guidHash))
      rows.passOver(db, place.sourceRow, identity.guidHash, now)
    return
  }
  const at = keyTime(item.publishedAt, now)
  const row = takeRow(ahead, at)
  const speaker = speaking === null ? null : findOrAddAuthor(batch, speaking, ahead.speakers)
  const authorId = speaker?.id ?? null
  // Where it answers something, that is looked up.
  if (item.inReplyTo !== null) writeNew(db, batch.unwritten)
  const { conversationId, merged } = placeInConversation(db, {
    row,
    host: place.host,
    externalId: item.externalId,
    inReplyTo: item.inReplyTo,
    mayBeWaitedFor:
      distinct.isKnownById && item.externalId !== null && mayBeWaitedFor(ahead, place.host, item.externalId),
  })
  if (item.inReplyTo !== null) noteWaiting(ahead, place.host, item.inReplyTo)
  const publishedAt = believable(item.publishedAt, now)
  const addressHash = distinct.ownAddress === null ? null : hashOfAddress(distinct.ownAddress)
  const feeling = ourVoice ? null : feelingIn(place.learnt, item)
  const known = rows.addMention(batch, {
    row,
    identity,
    sourceRow: place.sourceRow,
    item,
    authorId,
    conversationId,
    addressHash,
    publishedAt,
    ourVoice,
    feeling,
    names,
    now,
  })
  noteKnown(ahead, distinct, known)
  counts.added += 1
  if (isRowAnswer(item)) saving.answers.added += 1
  if (merged) batch.changes.spokenIn.add(row)
  if (conversationId !== row || merged) batch.talking.add(conversationId)
  // Who was not known a moment ago has said nothing else.
  const isKnown = speaker !== null && !speaker.isNew
  if (isKnown && !batch.saidAgain.has(speaker.id)) batch.saidAgain.set(speaker.id, row)
  const isFirst = !isKnown && conversationId === row && !merged && feeling !== null
  const care = isFirst ? careOfFirstWords(row, item, feeling) : null
  const stated = statedIn(item, feeling)
  noteSaid(saving, batch, { row, conversationId, authorId, at, item, ourVoice, addressHash, care, stated })
}

interface JustWritten {
  readonly row: number
  readonly conversationId: number
  readonly authorId: number | null
  readonly at: number
  readonly item: ReadMention
  readonly ourVoice: boolean
  readonly addressHash: number | null
  readonly care: number | null
  readonly stated: Stated
}

/** What a new mention means for its conversation, and for others that say the same. */
function noteSaid({ db, place, now }: Saving, batch: Batch, written: JustWritten): void {
  const { changes } = batch
  const { row, conversationId, authorId, at, item, ourVoice, addressHash, care, stated } = written
  const { externalId, inReplyTo, kind, author, rating, title, text, print } = item
  const said = { row, conversationId, externalId, authorId, inReplyTo, at }
  const { sourceRow, answersFrom } = place
  const toJoin = { row, sourceRow, kind, ourVoice, at, author, rating, title, text, print, addressHash }
  const head = joinTwins(batch, toJoin)
  // Who spoke there before is looked up, unless it is alone.
  if (ourVoice || conversationId !== row) writeNew(db, batch.unwritten)
  if (ourVoice) {
    noteOurVoice(db, said, changes)
    return
  }
  batch.theirs.push(row)
  tagFromSource(db, place.tags, head ?? row, now)
  if (head !== null) noteSaidElsewhere(db, said, changes)
  else noteTheirs(db, said, { answersFrom, care, stated }, changes)
}
