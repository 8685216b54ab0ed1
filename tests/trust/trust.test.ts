import { expect, test } from 'vitest'
import { families, sampled } from './families.ts'
import type { Outcome } from './family.ts'

/** `sample`, or all of it; `VENTANILLA_FAMILY` names one. */
const EXTENT = process.env['VENTANILLA_TRUST'] === 'sample' ? 'sample' : 'full'
const ONLY = process.env['VENTANILLA_FAMILY'] ?? ''

const listed = EXTENT === 'sample' ? sampled : families
const chosen = listed.filter(({ id }) => ONLY === '' || id.toLowerCase() === ONLY.toLowerCase())

test.each(chosen)('$id: $about', async ({ about, run }) => {
  const outcome = await run(EXTENT)
  show(about, outcome)
  expect(outcome.breaches).toEqual([])
})

/** The figures are for people: they are shown whether all is well or not. */
function show(about: string, { id, figures, breaches }: Outcome): void {
  const lines = figures.map(({ what, value, goal }) => `   ${what}: ${value}   (goal ${goal})`)
  const end = breaches.length === 0 ? 'as it should be' : `NOT AS IT SHOULD BE: ${breaches.length}`
  process.stdout.write([`${id}  ${about}`, ...lines, `   ${end}`, '', ''].join('\n'))
}
