import type { Database } from 'better-sqlite3'
import type { CareReason } from '../../../contract/care.ts'
import { effortUpTo } from '../../answer/heard/effort-store.ts'
import { findSpeaker } from '../../answer/heard/store.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { isOfConversation } from '../../store/conversation-rows.ts'
import { prepared } from '../../store/prepared.ts'
import { FELT } from '../feeling-columns.ts'
import { type CareFacts, careOf, careReasons, type Today } from './care.ts'

interface FactsRow {
  readonly id: number
  readonly since: number
  readonly came_back: 0 | 1
  readonly feeling: number | null
  readonly stars: number | null
  readonly asks_before: number
  readonly places: number
  readonly votes: number | null
  readonly replies: number
  readonly promise_due_at: number | null
}

/** More is not looked at: by then it makes no difference. */
const ENOUGH_ASKS = 6
const LOOKED_AT = 100
const ENOUGH_REPLIES = 63

const FACTS = `
  SELECT state.id, coalesce(state.came_back_at, state.id / 2097152 * 1000) AS since,
    state.came_back_at IS NOT NULL AS came_back, mention.stars, ${FELT} AS feeling,
    (SELECT count(*) FROM (
      SELECT 1 FROM (
        SELECT before.id FROM author one JOIN author other ON other.person_id = one.person_id
          JOIN mention before ON before.author_id = other.id
        WHERE one.id = mention.author_id AND before.id < mention.id LIMIT ${LOOKED_AT}
      ) before JOIN mention_state earlier ON earlier.id = before.id AND earlier.unanswered = 1
      LIMIT ${ENOUGH_ASKS})) AS asks_before,
    (SELECT count(*) FROM mention_seen WHERE mention_id = mention.id)
      + (SELECT count(*) FROM mention_twin WHERE head_id = mention.id) AS places,
    (SELECT json_extract(details, '$.votes') FROM mention_markup WHERE id = mention.id) AS votes,
    (SELECT count(*) FROM (SELECT 1 FROM mention other
      WHERE ${isOfConversation('other', 'mention.conversation_id')} AND other.id <> mention.id LIMIT ${ENOUGH_REPLIES})) AS replies,
    (SELECT min(due_at) FROM promise CROSS JOIN mention promised ON promised.id = promise.mention_id
      CROSS JOIN author their ON their.id = promised.author_id
      WHERE promise.state = 'open'
        AND their.person_id = (SELECT person_id FROM author WHERE id = mention.author_id)) AS promise_due_at
  FROM mention_state state JOIN mention ON mention.id = state.id`

const DUE = `${FACTS} WHERE state.unanswered = 1 AND state.care IS NULL LIMIT 500`
const OF_ROWS = `${FACTS} WHERE state.id IN (SELECT value FROM json_each(?))`

/** Gives every unanswered mention that has none its place in the order of care. Runs in the caller's transaction. */
export function placeInCare(db: Database): void {
  for (;;) {
    const due = prepared<[], FactsRow>(db, DUE).all()
    if (due.length === 0) return
    const places = due.map((row) => [row.id, careOf(factsOf(row))])
    prepared<[string]>(
      db,
      `UPDATE mention_state SET care = place.value ->> 1 FROM jsonb_each(?) place WHERE mention_state.id = place.value ->> 0`,
    ).run(JSON.stringify(places))
  }
}

/** What changed about a mention may change its place. */
export function forgetPlace(db: Database, row: number): void {
  prepared<[number]>(db, 'UPDATE mention_state SET care = NULL WHERE id = ?').run(row)
}

/** The same of everything in a conversation: somebody joined it. */
export function forgetPlacesIn(db: Database, conversation: number): void {
  prepared<[{ conversation: number }]>(
    db,
    `UPDATE mention_state SET care = NULL WHERE unanswered = 1 AND care IS NOT NULL
       AND id IN (SELECT id FROM mention WHERE ${isOfConversation('mention', '@conversation')})`,
  ).run({ conversation })
}

/** The same of everything that some authors said after something that was not known of them: pairs of an author and its row. */
export function forgetPlacesAfter(db: Database, said: readonly (readonly [number, number])[]): void {
  if (said.length === 0) return
  prepared<[string]>(
    db,
    `UPDATE mention_state SET care = NULL WHERE unanswered = 1 AND care IS NOT NULL AND id IN (
       SELECT later.id FROM jsonb_each(?) said CROSS JOIN mention later
         ON later.author_id = said.value ->> 0 AND later.id > said.value ->> 1)`,
  ).run(JSON.stringify(said))
}

/** Of more, it is not worth the time: they are asked about once more than they should be until they are next touched. */
const FEW_TOUCHED = 50

/** The same of everything that waits and was said by whoever said what is in `touched`, where that is little. */
export function forgetPlacesOfPeople(db: Database): void {
  const touched = prepared<[], { n: number }>(db, 'SELECT count(*) AS n FROM touched').get()?.n ?? 0
  if (touched > FEW_TOUCHED) return
  prepared<[]>(
    db,
    `UPDATE mention_state SET care = NULL WHERE unanswered = 1 AND care IS NOT NULL AND id IN (
       SELECT said.id FROM (
         SELECT DISTINCT person_id FROM touched JOIN mention USING (id) JOIN author ON author.id = author_id
       ) person JOIN author ON author.person_id = person.person_id JOIN mention said ON said.author_id = author.id)`,
  ).run()
}

/** The same of everything that waits and was said by some people: what we owe them has changed, or who they are. */
export function forgetPlacesOfPersons(db: Database, people: readonly number[]): void {
  prepared<[string]>(
    db,
    `UPDATE mention_state SET care = NULL WHERE unanswered = 1 AND care IS NOT NULL AND id IN (
       SELECT said.id FROM json_each(?) person JOIN author ON author.person_id = person.value
         JOIN mention said ON said.author_id = author.id)`,
  ).run(JSON.stringify(people))
}

/** Who said some mentions. */
export function personsOf(db: Database, mentions: readonly number[]): number[] {
  return prepared<[string], { person: number }>(
    db,
    `SELECT DISTINCT person_id AS person FROM mention JOIN author ON author.id = author_id
     WHERE mention.id IN (SELECT value FROM json_each(?))`,
  )
    .all(JSON.stringify(mentions))
    .map(({ person }) => person)
}

/** Why each of some rows stands where it stands in the order of care; of those that do not wait, nothing. */
export function listCareReasons(
  file: BrandFile,
  rows: readonly number[],
  today: Today,
): ReadonlyMap<number, CareReason[]> {
  const found = prepared<[string], FactsRow>(file.db, `${OF_ROWS} AND state.unanswered = 1`).all(
    JSON.stringify(rows),
  )
  const timesAsked = (row: number) => effortUpTo(file, findSpeaker(file, row), row).repeats + 1
  return new Map(
    found.map((row) => [row.id, careReasons({ ...factsOf(row), timesAsked: timesAsked(row.id) }, today)]),
  )
}

function factsOf(row: FactsRow): CareFacts {
  return {
    since: row.since,
    feeling: row.feeling,
    stars: row.stars,
    asks: row.asks_before + 1,
    cameBack: row.came_back === 1,
    places: row.places,
    votes: row.votes ?? 0,
    replies: row.replies,
    promiseDueAt: row.promise_due_at,
  }
}
