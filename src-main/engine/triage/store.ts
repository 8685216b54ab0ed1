import { z } from 'zod'
import type { BrandId } from '../../contract/ids.ts'
import { Details, type Mention, type MentionKind, type Rating, type Reason } from '../../contract/mentions.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId, personId, sourceId } from '../store/ids.ts'
import { timeOfRow } from '../store/mention-key.ts'
import { prepared } from '../store/prepared.ts'
import { ratingShare } from '../store/rating-share.ts'
import { textAsHtml } from '../store/text-as-html.ts'
import { toInstant, toInstantOrNull } from '../store/time.ts'
import { type FeelingColumns, feltOf, SURE_PERCENT } from './feeling-columns.ts'
import { STATUS_NAMES } from './state-store.ts'

interface MentionRow extends FeelingColumns {
  readonly id: number
  readonly uid: string
  readonly source_id: number
  readonly source_title: string
  readonly seen_in: string
  readonly kind: MentionKind
  readonly title: string
  readonly body: string
  readonly html: string | null
  readonly images: number
  readonly url: string | null
  readonly external_id: string | null
  readonly author: string
  readonly handle: string | null
  readonly author_url: string | null
  readonly person_id: number | null
  readonly rating_worst: number | null
  readonly rating_best: number | null
  readonly details: string
  readonly lang: string | null
  readonly published_at: number | null
  readonly updated_at: number | null
  readonly gathered_at: number
  readonly our_voice: number
  readonly names: string
  readonly status: number | null
  readonly reason: Reason | null
  readonly snoozed_until: number | null
  readonly came_back_at: number | null
  readonly unanswered: number | null
  readonly answer_waits: number
  readonly has_draft: number
  readonly revisions: number
  readonly tags: string
}

/**
 * One statement for a whole page: the ids come in as JSON, and what hangs on each is gathered beside it. What was
 * decided about a head was decided about its twins.
 */
const SELECT_MENTIONS = `
  SELECT mention.id, text.uid, mention.source_id, mention.kind, text.external_id, mention.names,
    mention.rating_value, mention.rating_worst, mention.rating_best,
    mention.feeling, mention.feeling_confidence, state.felt,
    mention.published_at, mention.updated_at, mention.gathered_at, mention.our_voice,
    source.title AS source_title,
    text.title, text.body, text.url, text.lang, text.author,
    markup.html, coalesce(markup.images, 0) AS images, coalesce(markup.details, '{}') AS details,
    author.handle, author.url AS author_url, author.person_id,
    state.status, state.reason, state.snoozed_until, state.came_back_at, state.unanswered,
    CASE WHEN twin.mention_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM mention_seen WHERE mention_id = mention.id)
      AND NOT EXISTS (SELECT 1 FROM mention_twin WHERE head_id = mention.id)
    THEN '[]' ELSE (SELECT json_group_array(source_id) FROM (
      SELECT source_id FROM mention one WHERE one.id = coalesce(twin.head_id, mention.id)
      UNION SELECT source_id FROM mention_seen WHERE mention_id = coalesce(twin.head_id, mention.id)
      UNION SELECT one.source_id FROM mention_twin other JOIN mention one ON one.id = other.mention_id
        WHERE other.head_id = coalesce(twin.head_id, mention.id)
      UNION SELECT seen.source_id FROM mention_twin other JOIN mention_seen seen USING (mention_id)
        WHERE other.head_id = coalesce(twin.head_id, mention.id)
    ) WHERE source_id <> mention.source_id) END AS seen_in,
    EXISTS (SELECT 1 FROM reply
      WHERE mention_id = mention.id AND reply.state NOT IN ('sent', 'refused', 'stopped')) AS answer_waits,
    EXISTS (SELECT 1 FROM draft WHERE mention_id = mention.id) AS has_draft,
    (SELECT count(*) FROM revision WHERE mention_id = mention.id) AS revisions,
    (SELECT json_group_array(path) FROM
      (SELECT tag.path FROM mention_tag JOIN tag ON tag.id = tag_id
        WHERE mention_id = coalesce(twin.head_id, mention.id) ORDER BY tag.key)
    ) AS tags
  FROM json_each(?) asked
  JOIN mention ON mention.id = asked.value
  JOIN source ON source.id = mention.source_id
  JOIN mention_text text ON text.id = mention.id
  LEFT JOIN mention_markup markup ON markup.id = mention.id
  LEFT JOIN author ON author.id = mention.author_id
  LEFT JOIN mention_twin twin ON twin.mention_id = mention.id
  LEFT JOIN mention_state state ON state.id = coalesce(twin.head_id, mention.id)
  ORDER BY asked.key`

/** The mentions of some rows, in the order of the rows; rows that are not there are left out. */
export function listMentions({ db, brandId }: BrandFile, rows: readonly number[]): Mention[] {
  if (rows.length === 0) return []
  return prepared<[string], MentionRow>(db, SELECT_MENTIONS)
    .all(JSON.stringify(rows))
    .map((row) => toMention(brandId, row))
}

export function findMention(file: BrandFile, row: number): Mention | null {
  return listMentions(file, [row])[0] ?? null
}

const Texts = z.array(z.string())
const Rows = z.array(z.number().int())

/** What a column of JSON holds: mostly nothing, and a page has two hundred of them. */
function listed<Item>(schema: { readonly parse: (value: unknown) => Item[] }, json: string): Item[] {
  return json === '[]' ? [] : schema.parse(JSON.parse(json))
}

function detailsIn(json: string): Details {
  return json === '{}' ? {} : Details.parse(JSON.parse(json))
}

function toMention(brand: BrandId, row: MentionRow): Mention {
  const rating = toRating(row)
  const seenIn = [row.source_id, ...listed(Rows, row.seen_in)]
  return {
    id: mentionId(brand, row.id),
    uid: row.uid,
    brandId: brand,
    sourceId: sourceId(brand, row.source_id),
    sourceTitle: row.source_title,
    seenIn: seenIn.map((source) => sourceId(brand, source)),
    kind: row.kind,
    title: row.title,
    text: row.body,
    html: row.html ?? textAsHtml(row.body),
    images: row.images,
    url: row.url,
    externalId: row.external_id,
    author: { name: row.author, handle: row.handle, url: row.author_url },
    personId: row.person_id === null ? null : personId(brand, row.person_id),
    rating,
    ratingShare: rating === null ? null : ratingShare(rating),
    details: detailsIn(row.details),
    language: row.lang,
    ...toFeeling(row),
    care: null,
    publishedAt: toInstantOrNull(row.published_at),
    updatedAt: toInstantOrNull(row.updated_at),
    gatheredAt: toInstant(row.gathered_at),
    at: toInstant(timeOfRow(row.id)),
    ...toState(row),
    ourVoice: row.our_voice === 1,
    answerWaits: row.answer_waits === 1,
    hasDraft: row.has_draft === 1,
    members: 1,
    revisions: row.revisions,
    names: listed(Texts, row.names),
    tags: listed(Texts, row.tags),
  }
}

function toFeeling(row: FeelingColumns) {
  const felt = feltOf(row)
  const isSure = felt.by === 'user' || (row.feeling_confidence ?? 0) >= SURE_PERCENT
  return { feeling: isSure ? felt.likely : null, felt }
}

/** Our voice has no state: nothing is to be done about it. */
function toState(row: MentionRow) {
  return {
    status: STATUS_NAMES[row.status ?? 3] ?? 'resolved',
    reason: row.reason,
    snoozedUntil: toInstantOrNull(row.snoozed_until),
    cameBackAt: toInstantOrNull(row.came_back_at),
    unanswered: row.unanswered === 1,
  }
}

interface RatingColumns {
  readonly rating_value: number | null
  readonly rating_worst: number | null
  readonly rating_best: number | null
}

export function toRating(row: RatingColumns): Rating | null {
  const { rating_value: value, rating_worst: worst, rating_best: best } = row
  return value === null || worst === null || best === null ? null : { value, worst, best }
}
