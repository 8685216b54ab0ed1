import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AddressForm } from '../../../../src-main/contract/brands.ts'

export type CaseLanguage = 'es' | 'en' | 'pt'

/** One draft of tests/engine/answer/second-look/cases, with the situation it was written in. */
export interface DraftCase {
  readonly language: CaseLanguage
  readonly said: string
  readonly stars: number | null
  readonly name: string
  readonly person: AddressForm | null
  readonly brand: AddressForm | null
  readonly sign: string
  readonly broken: string | null
  readonly earlier: readonly string[]
  readonly own: readonly string[]
  readonly now: string
  readonly body: string
  readonly deserves: 'remark' | 'none'
  /** Half of them are set aside: counted, never looked at. */
  readonly half: 'open' | 'aside'
}

const folder = fileURLToPath(new URL('./cases/', import.meta.url))
const LANGUAGES: readonly CaseLanguage[] = ['es', 'en', 'pt']

export function readCases(name: string): DraftCase[] {
  const cases: DraftCase[] = []
  let language: CaseLanguage = 'es'
  let situation = situationOf('')
  for (const line of readFileSync(join(folder, `${name}.txt`), 'utf8').split('\n')) {
    const rest = line.slice(2).trim()
    if (line.startsWith('## ')) language = LANGUAGES.find((each) => each === line.slice(3).trim()) ?? language
    else if (line.startsWith('@ ')) situation = situationOf(rest)
    else if (line.startsWith('+ ') || line.startsWith('- ')) {
      const body = rest.replaceAll('\\n', '\n')
      const deserves = line.startsWith('+') ? 'remark' : 'none'
      cases.push({ ...situation, language, body, deserves, half: halfOf(body) })
    }
  }
  return cases
}

function situationOf(text: string) {
  const [said = '', ...fields] = text.split(' | ')
  const all = (name: string) =>
    fields.filter((field) => field.startsWith(`${name} `)).map((field) => field.slice(name.length + 1))
  const stars = all('stars')[0]
  const form = (name: string) => AddressForm.nullable().parse(all(name)[0] ?? null)
  return {
    said,
    stars: stars === undefined ? null : Number(stars),
    name: all('name')[0] ?? '',
    person: form('person'),
    brand: form('brand'),
    sign: all('sign')[0] ?? '',
    broken: all('broken')[0] ?? null,
    earlier: all('earlier'),
    own: all('own').flatMap((own) => own.split(', ')),
    now: all('now')[0] ?? '2026-03-02T09:00Z',
  }
}

function halfOf(body: string): DraftCase['half'] {
  return (createHash('sha256').update(body).digest()[0] ?? 0) % 2 === 0 ? 'open' : 'aside'
}
