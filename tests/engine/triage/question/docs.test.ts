import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parseQuestion } from '../../../../src-main/engine/triage/question/parse.ts'

const file = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))

test('docs/QUESTIONS.md says what the keywords say', async () => {
  await expect(
    promisify(execFile)(process.execPath, [file('tools/keyword-docs.mjs'), '--check']),
  ).resolves.toMatchObject({ stderr: '' })
})

test('every question it shows is understood', () => {
  const page = readFileSync(file('docs/QUESTIONS.md'), 'utf8')
  const shown = [...page.matchAll(/```question\n(.*?)```/gs)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  )
  expect(shown.length).toBeGreaterThan(3)
  for (const question of shown) expect(parseQuestion(question)).not.toEqual([])
})
