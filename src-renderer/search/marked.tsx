import { createContext, useContext } from 'react'
import { findHits, type Mark } from '../../src-main/contract/hits.ts'
import classes from './search.module.css'

/** What was searched for, to be shown wherever it was found. */
export const MarksContext = createContext<readonly Mark[]>([])

/** A text with what was searched for marked in it. */
export function Marked({ text }: { readonly text: string }) {
  const marks = useContext(MarksContext)
  const hits = findHits(text, marks)
  if (hits.length === 0) return <>{text}</>
  return (
    <>
      {hits.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(index === 0 ? 0 : hits[index - 1]?.end, start)}
          <mark className={classes.hit}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(hits.at(-1)?.end)}
    </>
  )
}

/** How much of a text before its first hit is shown in a line of a list. */
const BEFORE_HIT = 24

/** The part of a text that a line of a list shows: from its beginning, or from just before the first hit. */
export function aroundHit(text: string, marks: readonly Mark[], most: number): string {
  const [first] = findHits(text, marks)
  if (!first || first.end < 60) return text.slice(0, most)
  const from = text.indexOf(' ', Math.max(first.start - BEFORE_HIT, 0))
  const start = from < 0 || from >= first.start ? first.start : from + 1
  return `… ${text.slice(start, start + most)}`
}
