import { z } from 'zod'
import type { ConversationEntry, MentionWhole } from '../../contract/mentions.ts'
import type { PromiseState } from '../../contract/promises.ts'
import type { ReplyState } from '../../contract/replies.ts'
import { listDrafts } from '../answer/drafts-store.ts'
import { findPerson } from '../answer/people/store.ts'
import { findReading } from '../answer/reading-store.ts'
import { findBrandRow } from '../brand/store.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId, placeOf, promiseId, replyId } from '../store/ids.ts'
import { isOfConversation } from '../store/conversation-rows.ts'
import { prepared } from '../store/prepared.ts'
import { textAsHtml } from '../store/text-as-html.ts'
import { toInstant } from '../store/time.ts'
import { findWait } from './acts/waits-store.ts'
import { listCareReasons } from './care/care-store.ts'
import { listByRules } from './rules/by-rules-store.ts'
import { findMention, listMentions, toRating } from './store.ts'
import { listAlsoSeen } from './twins-seen.ts'

/** A conversation can be a thread of thousands; what is shown around a mention is this many words of each kind. */
const AROUND = 300

/** A mention with everything that belongs to it, or null. */
export function findWhole(file: BrandFile, row: number, now: number): MentionWhole | null {
  const mention = findMention(file, row)
  if (!mention) return null
  return {
    ...mention,
    care: listCareReasons(file, [row], { now, timezone: findBrandRow(file).timezone }).get(row) ?? null,
    alsoSeen: listAlsoSeen(file, row),
    byRules: listByRules(file, row),
    history: listRevisions(file, row),
    conversation: listConversation(file, row),
    person: mention.personId === null ? null : findPerson(file, placeOf(mention.personId).row),
    pending: mention.status === 'pending' ? pendingOf(file, row) : null,
    drafts: listDrafts(file, row),
    reading: findReading(file, row),
  }
}

function pendingOf({ db }: BrandFile, row: number): MentionWhole['pending'] {
  const wait = findWait(db, row)
  return wait && { waitsFor: wait.words, since: toInstant(wait.since) }
}

interface RevisionRow {
  readonly title: string
  readonly body: string
  readonly html: string
  readonly rating_value: number | null
  readonly rating_worst: number | null
  readonly rating_best: number | null
  readonly replaced_at: number
}

function listRevisions({ db }: BrandFile, row: number): MentionWhole['history'] {
  const sql = `SELECT title, body, html, rating_value, rating_worst, rating_best, replaced_at
    FROM revision WHERE mention_id = ? ORDER BY replaced_at, id`
  return prepared<[number], RevisionRow>(db, sql)
    .all(row)
    .map((revision) => ({
      title: revision.title,
      text: revision.body,
      html: revision.html || textAsHtml(revision.body),
      rating: toRating(revision),
      replacedAt: toInstant(revision.replaced_at),
    }))
}

/** What was said around a mention, oldest first: theirs, our voice gathered there, our replies and promises. */
function listConversation(file: BrandFile, row: number): ConversationEntry[] {
  const rows = rowsAround(file, row)
  const said = listMentions(file, rows).map((mention): Timed => ({
    at: Date.parse(mention.at),
    entry: { kind: mention.ourVoice ? 'our-voice' : 'mention', mention },
  }))
  const timed = [...said, ...listReplies(file, row), ...listPromises(file, row)]
  return timed.sort((a, b) => a.at - b.at).map(({ entry }) => entry)
}

interface Timed {
  readonly at: number
  readonly entry: ConversationEntry
}

function rowsAround({ db }: BrandFile, row: number): number[] {
  const sql = (way: '<=' | '>', direction: 'DESC' | 'ASC') =>
    // What a source brought of our own reply is that reply, and shown once.
    `SELECT other.id FROM mention one
     CROSS JOIN mention other ON ${isOfConversation('other', 'one.conversation_id')}
     WHERE one.id = @row AND other.id ${way} @row
       AND other.id NOT IN (SELECT seen_mention_id FROM reply WHERE seen_mention_id IS NOT NULL)
     ORDER BY other.id ${direction} LIMIT ${AROUND / 2}`
  const listed = (text: string) =>
    prepared<[{ row: number }], { id: number }>(db, text)
      .all({ row })
      .map(({ id }) => id)
  return [...listed(sql('<=', 'DESC')).reverse(), ...listed(sql('>', 'ASC'))]
}

interface ReplyRow {
  readonly id: number
  readonly mention_id: number
  readonly body: string
  readonly channel: string
  readonly state: ReplyState
  readonly earlier: string
  readonly url: string | null
  readonly at: number
}

function listReplies({ db, brandId }: BrandFile, row: number): Timed[] {
  return prepared<[number], ReplyRow>(
    db,
    `SELECT id, mention_id, body, channel, state, url, coalesce(settled_at, queued_at) AS at,
       (SELECT json_group_array(body) FROM (SELECT body FROM reply_version WHERE reply_id = reply.id ORDER BY id)) AS earlier
     FROM reply
     WHERE conversation_id = (SELECT conversation_id FROM mention WHERE id = ?) ORDER BY id DESC LIMIT ${AROUND}`,
  )
    .all(row)
    .map(({ id, mention_id: mention, body, channel, state, earlier, url, at }) => ({
      at,
      entry: {
        kind: 'reply',
        replyId: replyId(brandId, id),
        mentionId: mentionId(brandId, mention),
        body,
        channel,
        state,
        earlier: z.array(z.string()).parse(JSON.parse(earlier)),
        url,
        at: toInstant(at),
      },
    }))
}

interface PromiseRow {
  readonly id: number
  readonly mention_id: number
  readonly text: string
  readonly due_at: number
  readonly state: PromiseState
  readonly made_at: number
}

function listPromises({ db, brandId }: BrandFile, row: number): Timed[] {
  return prepared<[number], PromiseRow>(
    db,
    `SELECT promise.id, mention_id, text, due_at, state, made_at
     FROM mention one
     CROSS JOIN mention other ON ${isOfConversation('other', 'one.conversation_id')}
     CROSS JOIN promise ON promise.mention_id = other.id
     WHERE one.id = ?
     ORDER BY promise.id DESC LIMIT ${AROUND}`,
  )
    .all(row)
    .map((promise) => ({
      at: promise.made_at,
      entry: {
        kind: 'promise',
        promiseId: promiseId(brandId, promise.id),
        mentionId: mentionId(brandId, promise.mention_id),
        text: promise.text,
        due: toInstant(promise.due_at),
        state: promise.state,
        at: toInstant(promise.made_at),
      },
    }))
}
