import type { Later, NetAnswer, NetAnswered, Refused, Unsure } from '../channel.ts'
import { waitOf } from './waits.ts'

/** A JSON body, or null where it is none. */
export function jsonOf({ body }: Pick<NetAnswered, 'body'>): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** The sentence a place sent with an error, wherever it keeps it; never longer than a line. */
export function saidBy(answer: NetAnswered): string {
  const said = sentenceIn(jsonOf(answer))
  return (said ?? `HTTP ${answer.status}`).slice(0, 300)
}

function sentenceIn(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(sentenceIn).find((one) => one !== null) ?? null
  if (typeof value !== 'object' || value === null) return null
  const fields: Readonly<Record<string, unknown>> = { ...value }
  for (const name of ['message', 'detail', 'errors', 'error_description', 'error', 'title']) {
    const said = sentenceIn(fields[name])
    if (said !== null) return said
  }
  return null
}

/** What every place means by a status that is no success. `writing`: what was asked may have been done all the same. */
export function troubleOf(answer: NetAnswer, asking: 'writing' | 'reading'): Later | Refused | Unsure {
  if (answer.kind === 'not-sent')
    return {
      kind: 'retry-later',
      why: answer.why,
      says: answer.says,
      notBefore: null,
      who: 'account',
    }
  if (answer.kind === 'no-answer') return unanswered(asking, 'no-answer', answer.says)
  const says = saidBy(answer)
  const { status } = answer
  if (status === 401) return later('sign-in', says, 'account')
  if (status === 429 || status === 503)
    return { ...later('busy', says, 'account'), notBefore: waitOf(answer) }
  if (status >= 500 || status === 408 || status === 425) return unanswered(asking, 'server-error', says)
  if (status >= 300 && status < 400) return later('unsafe', says, 'account')
  if (status === 404 || status === 410) return { kind: 'refused', why: 'gone', says }
  if (status === 403) return { kind: 'refused', why: 'no-right', says }
  if (status === 413) return { kind: 'refused', why: 'too-long', says }
  if (status >= 400) return { kind: 'refused', why: 'not-taken', says }
  // A success that does not say what it should.
  return unanswered(asking, 'server-error', 'The answer could not be read.')
}

/** The same for a question: nothing was changed, so it can be asked again. */
export function readTrouble(answer: NetAnswer): Later | Refused {
  const trouble = troubleOf(answer, 'reading')
  return trouble.kind === 'unsure' ? later('unreachable', trouble.says, 'account') : trouble
}

/** Of a question whose refusal says nothing about the reply: it waits. */
export function lookUpTrouble(answer: NetAnswer): Later {
  const trouble = readTrouble(answer)
  return trouble.kind === 'refused' ? later('unreachable', trouble.says, 'reply') : trouble
}

export function later(why: Later['why'], says: string, who: Later['who']): Later {
  return { kind: 'retry-later', why, says, notBefore: null, who }
}

function unanswered(asking: 'writing' | 'reading', why: Unsure['why'], says: string): Later | Unsure {
  return asking === 'writing' ? { kind: 'unsure', why, says } : later('unreachable', says, 'account')
}
