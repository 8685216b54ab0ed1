import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { openText } from '../../../../src-main/engine/gather/import/open-text.ts'
import { seed } from '../../../support/seed.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { IN_TONGUES } from '../../../support/tongues.ts'

/** Where a file's beginning ends, and what is read at a time. */
const EDGES = [65_536, 1_048_576] as const

/** A table in a language, in one of its charsets, with a mark of byte order where there is such a thing. */
const tables = fc.constantFrom(...IN_TONGUES).chain(({ word, charsets }) =>
  fc.record({
    charset: fc.constantFrom(...charsets),
    addBOM: fc.boolean(),
    // All of them, in any order: of one word again and again nobody could tell.
    words: fc.shuffledSubarray([...word], { minLength: word.length }),
  }),
)

async function readWhole(path: string): Promise<{ head: string; text: string; bytes: number }> {
  const file = await openText(path)
  let text = ''
  let bytes = 0
  for await (const piece of file.read()) {
    text += piece.text
    bytes = piece.done
  }
  return { head: file.head, text, bytes }
}

const tableOf = (words: readonly string[]) => `fecha;texto\r\n2026-03-10;"${words.join(' ')}"\r\n`

test('a table in the charset of its language is read whole, marked or not, though nothing says which', async () => {
  const path = join(temporaryFolder(), 'table.csv')
  await fc.assert(
    fc.asyncProperty(tables, async ({ charset, addBOM, words }) => {
      const text = tableOf(words)
      writeFileSync(path, iconv.encode(text, charset, { addBOM: addBOM && charset.startsWith('utf') }))
      expect(await readWhole(path)).toMatchObject({ head: text, text })
    }),
    { seed: seed(41), numRuns: 300 },
  )
})

test('no letter is torn where a piece of a large file ends', async () => {
  const path = join(temporaryFolder(), 'large.csv')
  const unicode = tables.filter(({ charset }) => charset.startsWith('utf'))
  const shifts = fc.integer({ min: 0, max: 7 })
  await fc.assert(
    fc.asyncProperty(
      unicode,
      fc.constantFrom(...EDGES),
      shifts,
      async ({ charset, addBOM, words }, edge, shift) => {
        const row = tableOf(words)
        const rows = row.repeat(Math.ceil((edge * 1.2) / Buffer.byteLength(row)))
        const text = `${'x'.repeat(shift)}${rows}`
        const body = iconv.encode(text, charset, { addBOM })
        writeFileSync(path, body)
        const { head, text: read, bytes } = await readWhole(path)
        expect(read === text).toBe(true)
        expect(text.startsWith(head)).toBe(true)
        expect(head.length).toBeGreaterThan(EDGES[0] / 4 - 4)
        expect(bytes).toBe(body.length)
      },
    ),
    { seed: seed(42), numRuns: 40 },
  )
})

test('a file of bytes by chance is text of some kind, and never fails', async () => {
  const path = join(temporaryFolder(), 'bytes.csv')
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      writeFileSync(path, bytes)
      expect(typeof (await readWhole(path)).text).toBe('string')
    }),
    { seed: seed(43), numRuns: 200 },
  )
})

test('what ends in the middle of a letter is taken for what it looks like else, and nothing of it is lost', async () => {
  const path = join(temporaryFolder(), 'cut.csv')
  const whole = Buffer.from(`fecha;texto\r\n2026-03-10;${'a'.repeat(EDGES[1])}ñ`)
  writeFileSync(path, whole)
  expect((await readWhole(path)).text.endsWith('ñ')).toBe(true)
  writeFileSync(path, whole.subarray(0, -1))
  expect((await readWhole(path)).text.endsWith('Ã')).toBe(true)
})
