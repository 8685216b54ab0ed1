import { useEffect } from 'react'
import { useStateOf } from '../kit/use-state-of.ts'
import type { Explained } from '../search/use-explained.ts'

/** So long a word may stand half written before it is asked. */
const ASK_AFTER_MS = 120
/** Beginnings of words that are shorter match too much to be asked at every key. */
const SHORT = 4

/** Whether a question is to be asked at once: at its end no word has just been begun. */
export function isToAskAtOnce(question: string): boolean {
  const last = /[\p{L}\p{N}]*$/u.exec(question)?.[0] ?? ''
  return last.length === 0 || last.length >= SHORT
}

/**
 * What is meant by a question while it is typed: the word at its end is only its beginning, once it is not too short. As the
 * place came with it (`first`) it means what it says.
 */
export function asTyped(question: string, first: string): string {
  const isQuoted = question.split('"').length % 2 === 0
  const isBegun = question !== first && !isQuoted && /(?:^|\s)[\p{L}\p{N}]+$/u.test(question)
  return isBegun && isToAskAtOnce(question) ? `${question}*` : question
}

/** Words and nothing else, which nobody has to explain first; OR and the like are written in capitals. */
export function isOnlyWords(question: string): boolean {
  // Most often, and at every start: such patterns take 10 ms to make.
  if (question === '') return true
  return /^[\p{L}\p{N}\s]*\*?$/u.test(question) && !/(?:^|\s)\p{Lu}+(?:\s|$)/u.test(question)
}

/** While something is not understood the list goes on answering what was understood before. */
export function useLastUnderstood(
  wanted: string,
  { text, error }: Explained,
  { of, first }: { readonly of: string; readonly first: string },
): string {
  const [last, setLast] = useStateOf(of, first)
  const explained = text !== null && error === null ? text : last
  const understood = isOnlyWords(wanted) ? wanted : explained
  if (understood !== last) setLast(understood)
  return understood
}

interface Next {
  readonly meant: string
  readonly asked: string
  /** Whether the list answers what was asked last. */
  readonly list: 'here' | 'on-its-way'
  readonly ask: (question: string) => void
}

/**
 * Asks what is meant at once, but one thing at a time: while one answer is on its way only the newest
 * question waits for it. Where a word has just been begun, until one pauses.
 */
export function useAskNext({ meant, asked, list, ask }: Next): void {
  // While it is drawn, so that not even a frame passes between the key and the question.
  if (meant !== asked && list === 'here' && isToAskAtOnce(meant)) ask(meant)
  useEffect(() => {
    const waits = setTimeout(() => ask(meant), ASK_AFTER_MS)
    return () => clearTimeout(waits)
  }, [meant, ask])
}
