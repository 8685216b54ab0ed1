import type { BrandFile } from '../store/brand-file.ts'
import { isOfConversation } from '../store/conversation-rows.ts'
import { prepared } from '../store/prepared.ts'
import { noteOurWord } from '../triage/conversation-store.ts'
import { noteWait } from '../triage/acts/waits-store.ts'
import { beginAct, endAct, noteChange } from '../triage/journal.ts'
import { STATUS, STATUS_TEXT, writeStates } from '../triage/state-store.ts'
import { addPromise } from './promises-store.ts'
import { findReply, ReplyPromises } from './replies-store.ts'

export interface Proof {
  readonly at: number
  readonly url: string | null
}

/**
 * A reply went out: its conversation has our word, and what the person had said before it is answered, or pending
 * where the reply promised something. Not undoable: what is said is said.
 */
export function markSent(file: BrandFile, row: number, { at, url }: Proof): void {
  const { db } = file
  const reply = findReply(file, row)
  if (!reply) throw new Error(`There is no reply ${row}.`)
  prepared<[string | null, number, number]>(
    db,
    "UPDATE reply SET state = 'sent', reason = '', url = coalesce(?, url), settled_at = ? WHERE id = ?",
  ).run(url, at, row)
  const promises = ReplyPromises.parse(JSON.parse(reply.promises))
  for (const { text, dueAt } of promises) {
    addPromise(file, { mention: reply.mention_id, reply: row, text, dueAt, madeAt: at })
  }

  const act = beginAct(file, { kind: 'reply-sent', detail: reply.channel, who: 'user', at, undoable: false })
  noteChange(db, act, { subject: 'reply', row, field: 'state', before: reply.state, after: 'sent' })
  const answered = listAnsweredBy(file, reply.mention_id)
  const waiting = [...waitingInConversation(file, reply.conversation_id), ...answered.map(({ id }) => id)]
  writeStates(db, waiting, () => {
    noteOurWord(db, reply.conversation_id, at)
    const after = promises.length > 0 ? PENDING : ANSWERED
    for (const mention of answered) {
      noteChange(db, act, {
        subject: 'mention',
        row: mention.id,
        field: 'status',
        before: mention.held,
        after: after.text,
      })
      prepared<[number, string | null, number]>(
        db,
        'UPDATE mention_state SET status = ?, reason = ?, came_back_at = NULL WHERE id = ?',
      ).run(after.status, after.reason, mention.id)
      noteWait(db, mention.id, promises.length > 0 ? at : null)
    }
  })
  endAct(db, act, answered.length)
}

const PENDING = { status: STATUS.pending, reason: null, text: 'pending' } as const
const ANSWERED = { status: STATUS.resolved, reason: 'answered', text: 'resolved answered' } as const

interface AnsweredRow {
  readonly id: number
  /** Status and reason in one text, as the journal keeps them. */
  readonly held: string
}

/**
 * The mention itself, or what it is shown as, and what the same person had said before in the same conversation and
 * still waits.
 */
function listAnsweredBy({ db }: BrandFile, mention: number): AnsweredRow[] {
  return prepared<[number, number], AnsweredRow>(
    db,
    `SELECT state.id, (${STATUS_TEXT}) AS held
     FROM mention_twin JOIN mention_state state ON state.id = head_id WHERE mention_id = ?
     UNION
     SELECT state.id, (${STATUS_TEXT}) AS held
     FROM mention answered
     CROSS JOIN mention said ON ${isOfConversation('said', 'answered.conversation_id')}
     JOIN mention_state state ON state.id = said.id
     LEFT JOIN author a ON a.id = answered.author_id LEFT JOIN author b ON b.id = said.author_id
     WHERE answered.id = ?
       AND (said.id = answered.id OR (a.person_id = b.person_id AND said.id < answered.id AND state.status < 2))`,
  ).all(mention, mention)
}

function waitingInConversation({ db }: BrandFile, conversation: number): number[] {
  return prepared<[{ conversation: number }], { id: number }>(
    db,
    `SELECT state.id FROM mention CROSS JOIN mention_state state USING (id) WHERE ${isOfConversation('mention', '@conversation')}`,
  )
    .all({ conversation })
    .map(({ id }) => id)
}
