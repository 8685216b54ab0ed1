import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { keywords } from '../../../../src-main/engine/triage/question/keywords/index.ts'
import { parseQuestion } from '../../../../src-main/engine/triage/question/parse.ts'

const page = readFileSync(new URL('../../../../docs/QUESTIONS.md', import.meta.url), 'utf8')

test('docs/QUESTIONS.md has every keyword with every word it takes, in both languages', () => {
  const missing = keywords.flatMap(({ name, es, about, offers }) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}:\``)) ?? ''
    const words =
      offers.kind === 'words' ? offers.words.map((word) => `\`${word.value}\` = \`${word.es}\``) : []
    return [`\`${es}:\``, about.en, ...words]
      .filter((each) => !row.includes(each))
      .map((each) => `${name}: ${each}`)
  })
  expect(missing).toEqual([])
})

test('every question it shows is understood', () => {
  const shown = [...page.matchAll(/```question\n(.*?)```/gs)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  )
  expect(shown.length).toBeGreaterThan(3)
  for (const question of shown) expect(parseQuestion(question)).not.toEqual([])
})
