import { originalRange } from '../../understand/folded.ts'
import { findTimes, type FoundTime } from '../../understand/when/when.ts'
import type { Words } from '../second-look/words/lists.ts'
import { allMatches, type Looked, matches, type Span } from '../second-look/words/sentences.ts'
import { promiseForms } from './forms.ts'

/** Something a draft commits the brand to. */
export interface FoundPromise {
  /** Its clause as it is written. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** UTC ms by when; null where it names no day. */
  readonly due: number | null
  readonly day: string | null
  /** `past`: the day it names has passed. */
  readonly when: 'to-come' | 'past' | 'none'
  /** Where its day stands in the draft. */
  readonly dayAt: Span | null
}

interface Asked {
  readonly words: Words
  readonly now: number
  readonly timezone: string
}

/** The promises of a draft, one a clause at most. Offers, wishes, questions and what was done are none. */
export function findPromises(draft: Looked, asked: Asked): FoundPromise[] {
  const times = findTimes(draft.folded, {
    language: asked.words.language,
    now: asked.now,
    timezone: asked.timezone,
  })
  return draft.sentences.flatMap((sentence) => {
    if (draft.folded.text.slice(sentence.start, sentence.end).trimEnd().endsWith('?')) return []
    const timesOfSentence = inside(draft, times, sentence)
    return clausesOf(draft, sentence).flatMap((clause) =>
      promiseOf(draft, clause, timesOfSentence, asked.words),
    )
  })
}

function inside(draft: Looked, times: readonly FoundTime[], span: Span): FoundTime[] {
  const range = originalRange(draft.folded, span.start, span.end)
  return times.filter(({ start, end }) => start >= range.start && end <= range.end)
}

function clausesOf(draft: Looked, { start, end }: Span): Span[] {
  const text = draft.folded.text
  const clauses: Span[] = []
  let from = start
  for (const { index } of text.slice(start, end).matchAll(/[;:](?=\s)|\s[—–-]\s/g)) {
    clauses.push({ start: from, end: start + index })
    from = start + index + 1
  }
  return [...clauses, { start: from, end }]
}

function promiseOf(
  draft: Looked,
  clause: Span,
  ofSentence: readonly FoundTime[],
  words: Words,
): FoundPromise[] {
  const text = draft.folded.text.slice(clause.start, clause.end)
  if (matches(words.match.offers, text)) return []
  const times = inside(draft, ofSentence, clause)
  const near = times.length > 0 ? times : ofSentence.filter(({ when }) => when === 'to-come')
  const said = saidIn(draft, clause, text, near, words)
  if (said === null) return []
  const time = near.find(({ when }) => when === 'to-come') ?? near[0] ?? null
  const range = originalRange(draft.folded, clause.start + said.start, clause.end)
  const written = draft.original.slice(range.start, range.end).replace(/[\s.!;:,…]+$/, '')
  return [
    {
      text: sinceTime(draft, time, range.start, written),
      start: range.start,
      end: range.start + written.length,
      due: time?.due ?? null,
      day: time?.day ?? null,
      when: time?.when ?? 'none',
      dayAt: time === null ? null : { start: time.start, end: time.end },
    },
  ]
}

/** A promise whose day stands before its verb is told with its day. */
function sinceTime(draft: Looked, time: FoundTime | null, start: number, written: string): string {
  if (time === null || time.start >= start) return written
  return draft.original.slice(time.start, start + written.length)
}

function saidIn(
  draft: Looked,
  clause: Span,
  text: string,
  times: readonly FoundTime[],
  words: Words,
): Span | null {
  const forms = promiseForms(words)
  const excluded = allMatches(words.match.notPromises, text)
  const fits = (span: Span) => !isDenied(text, span) && !excluded.some((other) => meets(span, other))
  const sure = allMatches(forms.sure, text).find(fits)
  if (sure) return sure
  const accented = allMatches(forms.accented, text).find(
    (span) => fits(span) && hasFutureAccent(draft, clause, span),
  )
  if (accented) return accented
  const isLikely = times.some(({ when }) => when === 'to-come') || matches(words.match.vague, text)
  const isPast = times.length > 0 && times.every(({ when }) => when === 'past')
  const isBound = DEADLINE.test(text)
  return (
    allMatches(forms.present, text).find(
      (span) =>
        fits(span) &&
        (isLikely || isPast) &&
        !(isPast && !isBound && matches(forms.ambiguous, text.slice(span.start, span.end))),
    ) ?? null
  )
}

/** Until when: beside it even a form that looks like the past speaks of what is to come. */
const DEADLINE =
  /\b(?:antes de|antes del|a mas tardar|como muy tarde|o mais tardar|no maximo ate|ate (?:o|ao|dia|\d)|by|before|no later than)\b/

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

const DENIED =
  /(?:^|[^a-z])(?:no|nunca|jamas|tampoco|never|not|nao|nem|ni)(?: (?:te|le|os|les|se|lo|la|nos|lhe|voce|eu))*\s*$/

function isDenied(text: string, { start }: Span): boolean {
  return DENIED.test(text.slice(Math.max(0, start - 30), start))
}

/** `llamará`, `recibirás`, `enviarán`, `receberá`, `irão`: the accent stands in the original's last syllable. */
function hasFutureAccent(draft: Looked, clause: Span, span: Span): boolean {
  const range = originalRange(draft.folded, clause.start + span.start, clause.start + span.end)
  return /[áã](?:o|n|s)?$/i.test(draft.original.slice(range.start, range.end).normalize('NFC'))
}
