import { dayOf, endOf } from '../../../../contract/day.ts'
import { type AskedBrand, condition, type Condition, wordKeyword } from './keyword.ts'

const inState = (name: 'open' | 'kept' | 'broken') => () =>
  condition(`state.id IN (SELECT mention_id FROM promise WHERE state = '${name}')`)

/** `promise:due`: what is to be kept by the end of today, and what should have been. */
export const promise = wordKeyword(
  {
    name: 'promise',
    es: 'promesa',
    also: ['promessa'],
    about: { en: 'how a promise to them stands', es: 'cómo va lo que prometimos' },
  },
  {
    due: {
      es: 'vence',
      also: ['hoy', 'vencida'],
      says: { en: 'promise due', es: 'promesa que vence' },
      condition: dueToday,
    },
    open: {
      es: 'abierta',
      also: ['por-cumplir', 'aberta'],
      says: { en: 'open promise', es: 'promesa por cumplir' },
      condition: inState('open'),
    },
    kept: {
      es: 'cumplida',
      also: ['cumprida'],
      says: { en: 'promise kept', es: 'promesa cumplida' },
      condition: inState('kept'),
    },
    broken: {
      es: 'rota',
      also: ['incumplida', 'quebrada'],
      says: { en: 'promise broken', es: 'promesa incumplida' },
      condition: inState('broken'),
    },
  },
)

function dueToday({ now, timezone }: AskedBrand): Condition {
  return condition(
    "state.id IN (SELECT mention_id FROM promise WHERE state = 'open' AND due_at <= ?)",
    endOf(dayOf(now, timezone), timezone),
  )
}
