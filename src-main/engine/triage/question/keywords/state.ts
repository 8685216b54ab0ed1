import { Reason, Status } from '../../../../contract/mentions.ts'
import { STATUS } from '../../state-store.ts'
import type { Said } from '../question.ts'
import { NOT_SURE } from './feeling.ts'
import { type AskedBrand, condition, type Condition, type Word, wordKeyword } from './keyword.ts'

/** A snoozed mention is left out until its time is up, and comes back without anyone writing to it. */
const awake = (sql: string) => (brand: AskedBrand) =>
  condition(`${sql} AND (state.snoozed_until IS NULL OR state.snoozed_until <= ?)`, brand.now)
const always = (sql: string) => () => condition(sql)

/** Rows that stand in an index of their own; `also` narrows them further. */
const standing =
  (which: string, of: readonly (Status | 'unanswered')[], asked: (brand: AskedBrand) => Condition) =>
  (brand: AskedBrand): Condition => ({
    ...asked(brand),
    standing: {
      mentions: of.reduce((sum, each) => sum + brand.standing[each], 0),
      walk: { from: `mention_state WHERE ${which}`, key: 'id' },
    },
  })
const ofStatus = (name: Status) =>
  standing(`status = ${STATUS[name]}`, [name], always(`state.status = ${STATUS[name]}`))

/** Nothing was decided about it yet: new, or read and waiting. */
const UNDECIDED = `state.status < ${STATUS.pending}`
const SENT_REPLY = `EXISTS (SELECT 1 FROM reply WHERE reply.mention_id = state.id AND reply.state = 'sent')`
const WAITING_REPLY = `SELECT mention_id FROM reply WHERE state NOT IN ('sent', 'refused', 'stopped')`

const RESOLVED: Omit<Word, 'condition'> = {
  es: 'resuelta',
  also: ['resuelto', 'resolvida', 'resolvido'],
  says: { en: 'resolved', es: 'resuelto' },
}
const PENDING: Omit<Word, 'condition'> = {
  es: 'pendiente',
  also: ['pendente'],
  says: { en: 'pending', es: 'pendiente' },
}
const OPEN: Omit<Word, 'condition'> = {
  es: 'abierta',
  also: ['abierto', 'aberta', 'aberto'],
  says: { en: 'open', es: 'abierto' },
}

export const CAME_BACK = `SELECT id FROM mention_state INDEXED BY mention_state_came_back
  WHERE came_back_at IS NOT NULL AND status < ${STATUS.pending}`

export const is = wordKeyword(
  {
    name: 'is',
    es: 'es',
    also: ['esta'],
    about: { en: 'how it stands', es: 'cómo está' },
  },
  {
    unread: {
      es: 'sin-leer',
      also: ['no-leida', 'nao-lida'],
      says: { en: 'unread', es: 'sin leer' },
      condition: standing(`status = ${STATUS.new}`, ['new'], awake(`state.status = ${STATUS.new}`)),
    },
    unanswered: {
      es: 'sin-respuesta',
      also: ['sem-resposta', 'sin-responder'],
      says: { en: 'unanswered', es: 'sin respuesta' },
      condition: standing('unanswered = 1', ['unanswered'], awake('state.unanswered = 1')),
    },
    open: { ...OPEN, condition: standing(`status < ${STATUS.pending}`, ['new', 'open'], awake(UNDECIDED)) },
    pending: { ...PENDING, condition: ofStatus('pending') },
    resolved: { ...RESOLVED, condition: ofStatus('resolved') },
    answered: {
      es: 'respondida',
      also: ['respondido', 'contestada'],
      says: { en: 'answered', es: 'respondido' },
      condition: always(`(state.reason = 'answered' OR state.status = ${STATUS.pending} AND ${SENT_REPLY})`),
    },
    snoozed: {
      es: 'pospuesta',
      also: ['pospuesto', 'adiada', 'adiado'],
      says: { en: 'snoozed', es: 'pospuesto' },
      // By its own index: few are snoozed, and walking through the newest to find them would take long.
      condition: (brand) =>
        condition('state.id IN (SELECT id FROM mention_state WHERE snoozed_until > ?)', brand.now),
    },
    'came-back': {
      es: 'volvió',
      also: ['volvio-a-escribir', 'voltou', 'voltou-a-escrever'],
      says: { en: 'came back', es: 'volvió a escribir' },
      // By its own index as well: the planner would rather walk through everything undecided.
      condition: always(`state.id IN (${CAME_BACK})`),
    },
    queued: {
      es: 'por-enviar',
      also: ['a-enviar'],
      says: { en: 'with an answer that waits', es: 'con una respuesta por enviar' },
      condition: always(`state.id IN (${WAITING_REPLY})`),
    },
    'not-sure': {
      es: 'no-se-sabe',
      also: ['unsure', 'sem-certeza'],
      says: { en: 'feeling not sure', es: 'sentimiento sin saber' },
      condition: always(NOT_SURE),
    },
    edited: {
      es: 'editada',
      also: ['editado'],
      says: { en: 'edited by its author', es: 'editado por su autor' },
      condition: always('state.id IN (SELECT mention_id FROM revision)'),
    },
    'please-read': {
      es: 'leer-por-favor',
      also: ['leia-por-favor'],
      says: {
        en: 'with a draft that waits for a second pair of eyes',
        es: 'con un borrador que espera otra mirada',
      },
      condition: always('state.id IN (SELECT id FROM draft_reading WHERE wanted = 1)'),
    },
  },
)

const STATUSES: Readonly<Record<Status, Omit<Word, 'condition'>>> = {
  new: { es: 'nueva', also: ['nuevo', 'nova', 'novo'], says: { en: 'new', es: 'nuevo' } },
  open: { ...OPEN, says: { en: 'read and open', es: 'leído y abierto' } },
  pending: PENDING,
  resolved: RESOLVED,
}

/** The status itself, snoozed or not. */
export const status = wordKeyword(
  {
    name: 'status',
    es: 'estado',
    also: ['situacao'],
    about: { en: 'its status, snoozed or not', es: 'su estado, pospuesto o no' },
  },
  Object.fromEntries(Status.options.map((name) => [name, { ...STATUSES[name], condition: ofStatus(name) }])),
)

const REASONS: Readonly<
  Record<Reason, { readonly es: string; readonly also: readonly string[]; readonly says: Said }>
> = {
  answered: {
    es: 'respondida',
    also: ['respondido'],
    says: { en: 'resolved: answered', es: 'resuelto: respondido' },
  },
  'no-reply-needed': {
    es: 'no-hace-falta',
    also: ['no-necesita-respuesta', 'sem-necessidade'],
    says: { en: 'resolved: no reply needed', es: 'resuelto: no hace falta responder' },
  },
  'not-about-us': {
    es: 'no-es-sobre-nosotros',
    also: ['nao-e-sobre-nos'],
    says: { en: 'resolved: not about us', es: 'resuelto: no va con nosotros' },
  },
  spam: { es: 'spam', also: [], says: { en: 'resolved: spam', es: 'resuelto: spam' } },
  duplicate: {
    es: 'duplicada',
    also: ['duplicado', 'repetida'],
    says: { en: 'resolved: duplicate', es: 'resuelto: repetido' },
  },
  'before-our-time': {
    es: 'de-antes',
    also: ['antes-de-nosotros', 'anterior'],
    says: { en: 'resolved: before our time', es: 'resuelto: de antes de empezar' },
  },
}

export const reason = wordKeyword(
  {
    name: 'reason',
    es: 'motivo',
    also: ['razon', 'razao'],
    about: { en: 'why it was resolved', es: 'por qué se resolvió' },
  },
  Object.fromEntries(
    Reason.options.map((name) => [
      name,
      { ...REASONS[name], condition: () => condition('state.reason = ?', name) },
    ]),
  ),
)
