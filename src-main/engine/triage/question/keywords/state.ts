import { Reason, Status } from '../../../../contract/mentions.ts'
import { endOf, dayOf } from '../../../../contract/day.ts'
import { STATUS } from '../../state-store.ts'
import { type AskedBrand, condition, type Condition, wordKeyword } from './keyword.ts'

/** A snoozed mention is left out until its time is up, and comes back without anyone writing to it. */
const awake = (sql: string) => (brand: AskedBrand) =>
  condition(`${sql} AND (state.snoozed_until IS NULL OR state.snoozed_until <= ?)`, brand.now)
const always = (sql: string) => () => condition(sql)

/** Nothing was decided about it yet: new, or read and waiting. */
const UNDECIDED = `state.status < ${STATUS.pending}`
const SENT_REPLY = `EXISTS (SELECT 1 FROM reply WHERE reply.mention_id = state.id AND reply.state = 'sent')`

export const CAME_BACK = `SELECT id FROM mention_state INDEXED BY mention_state_came_back
  WHERE came_back_at IS NOT NULL AND status < ${STATUS.pending}`

export const is = wordKeyword('is', {
  unread: awake(`state.status = ${STATUS.new}`),
  open: awake(UNDECIDED),
  pending: always(`state.status = ${STATUS.pending}`),
  resolved: always(`state.status = ${STATUS.resolved}`),
  unanswered: awake('state.unanswered = 1'),
  answered: always(`(state.reason = 'answered' OR state.status = ${STATUS.pending} AND ${SENT_REPLY})`),
  // By its own index: few are snoozed, and walking through the newest to find them would take long.
  snoozed: (brand) =>
    condition('state.id IN (SELECT id FROM mention_state WHERE snoozed_until > ?)', brand.now),
  // By its own index as well: the planner would rather walk through everything undecided.
  'came-back': always(`state.id IN (${CAME_BACK})`),
})

/** The status itself, snoozed or not. */
export const status = wordKeyword(
  'status',
  Object.fromEntries(Status.options.map((name) => [name, always(`state.status = ${STATUS[name]}`)])),
)

export const reason = wordKeyword(
  'reason',
  Object.fromEntries(Reason.options.map((name) => [name, () => condition('state.reason = ?', name)])),
)

const among = (sql: string) => always(`state.id IN (${sql})`)

export const has = wordKeyword('has', {
  draft: among('SELECT mention_id FROM draft'),
  promise: among("SELECT mention_id FROM promise WHERE state = 'open'"),
  tag: always('EXISTS (SELECT 1 FROM mention_tag WHERE mention_tag.mention_id = state.id)'),
  rating: always('(SELECT stars FROM mention WHERE mention.id = state.id) IS NOT NULL'),
  reply: among("SELECT mention_id FROM reply WHERE state NOT IN ('refused', 'stopped')"),
})

/** `promise:due`: what is to be kept by the end of today, and what should have been. */
export const promise = wordKeyword('promise', {
  due: dueToday,
  open: among("SELECT mention_id FROM promise WHERE state = 'open'"),
  kept: among("SELECT mention_id FROM promise WHERE state = 'kept'"),
  broken: among("SELECT mention_id FROM promise WHERE state = 'broken'"),
})

function dueToday({ now, timezone }: AskedBrand): Condition {
  return condition(
    "state.id IN (SELECT mention_id FROM promise WHERE state = 'open' AND due_at <= ?)",
    endOf(dayOf(now, timezone), timezone),
  )
}
