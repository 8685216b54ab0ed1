import type { BrandFile } from '../../store/brand-file.ts'
import { prepared } from '../../store/prepared.ts'
import { beginAct, endAct, type Held, noteRowMade, type OpenAct, setFields } from '../../triage/journal.ts'
import { forgetPlacesOfPersons, placeInCare } from '../../triage/care/care-store.ts'
import { ensurePerson, listAuthorRows } from './store.ts'
import { readApart } from './traits-store.ts'

interface Known {
  readonly first_name: string
  readonly address: string | null
  readonly notes: string
}

const NOTHING: Known = { first_name: '', address: null, notes: '' }

/** Brings people together under the one that was known first. In the caller's transaction; answers who they are now. */
export function mergePeople(
  file: BrandFile,
  people: readonly number[],
  at: number,
): { readonly act: OpenAct; readonly person: number } {
  const [person, ...others] = [...new Set(people)].sort((a, b) => a - b)
  if (person === undefined) throw new Error('There is nobody to bring together.')
  const known = [person, ...others].map((row) => findKnown(file, row))
  const act = beginAct(file, { kind: 'people-merge', detail: '', who: 'user', at, undoable: true })
  becomeKnown(file, act, person)
  const apart = [person, ...others].flatMap((row) => [...readApart(file, row)])
  setFields(file, act, 'person', person, {
    first_name: known.map(({ first_name: name }) => name).find((name) => name !== '') ?? '',
    address: known.map(({ address }) => address).find((address) => address !== null) ?? null,
    notes: [...new Set(known.map(({ notes }) => notes.trim()))].filter((notes) => notes !== '').join('\n\n'),
    apart: JSON.stringify([...new Set(apart)].filter((row) => row !== person && !others.includes(row))),
  })
  const moved = others.flatMap((other) => listAuthorRows(file, other))
  moveAuthors(file, act, moved, person)
  placeAnew(file, [person])
  endAct(file.db, act, moved.length)
  return { act, person }
}

/**
 * Takes handles out of a person: together they are one of their own, and not suggested to each other again. Where the
 * one that the person is known by goes, the others leave it instead, with a copy of what is known.
 */
export function unmergePeople(
  file: BrandFile,
  person: number,
  handles: readonly number[],
  at: number,
): OpenAct {
  const all = listAuthorRows(file, person)
  const leaving = handles.includes(person) ? all.filter((row) => !handles.includes(row)) : [...handles]
  const fresh = Math.min(...leaving)
  const act = beginAct(file, { kind: 'people-unmerge', detail: '', who: 'user', at, undoable: true })
  moveAuthors(file, act, leaving, fresh)
  placeAnew(file, [person, fresh])
  for (const row of [person, fresh]) becomeKnown(file, act, row)
  if (handles.includes(person)) setFields(file, act, 'person', fresh, { ...findKnown(file, person) })
  tellApart(file, act, person, fresh)
  endAct(file.db, act, handles.length)
  return act
}

/** Notes that two are not one. */
export function notSame(file: BrandFile, one: number, other: number, at: number): OpenAct {
  const act = beginAct(file, { kind: 'people-apart', detail: '', who: 'user', at, undoable: true })
  for (const row of [one, other]) becomeKnown(file, act, row)
  tellApart(file, act, one, other)
  endAct(file.db, act, 1)
  return act
}

/** Of whom nothing is known there is no row. */
function becomeKnown(file: BrandFile, act: OpenAct, person: number): void {
  if (ensurePerson(file.db, person) === 'made') noteRowMade(file, act, 'person', person)
}

function tellApart(file: BrandFile, act: OpenAct, one: number, other: number): void {
  for (const [row, from] of [
    [one, other],
    [other, one],
  ] as const) {
    const apart = new Set(readApart(file, row)).add(from)
    setFields(file, act, 'person', row, { apart: JSON.stringify([...apart]) })
  }
}

/** How often they asked, and what we owe them, is the whole person's. */
function placeAnew({ db }: BrandFile, people: readonly number[]): void {
  forgetPlacesOfPersons(db, people)
  placeInCare(db)
}

function moveAuthors(file: BrandFile, act: OpenAct, authors: readonly number[], person: number): void {
  for (const row of authors) {
    const fields: Record<string, Held> = { person_id: person }
    setFields(file, act, 'author', row, fields)
  }
}

function findKnown({ db }: BrandFile, row: number): Known {
  const sql = 'SELECT first_name, address, notes FROM person WHERE id = ?'
  return prepared<[number], Known>(db, sql).get(row) ?? NOTHING
}
