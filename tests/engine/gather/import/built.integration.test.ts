import { expect, test } from 'vitest'
import { z } from 'zod'
import { openLines } from '../../../support/command-line.ts'
import { writeFile } from '../../../support/files-to-read.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { workbook } from '../../../support/workbook.ts'

const Created = z.object({ output: z.object({ brandId: z.string() }) })

test('the built program reads every kind of file', async () => {
  const { ask, end } = openLines(temporaryFolder(), '2026-03-10T09:00:00Z')
  const call = (method: string, input: unknown) => ask(JSON.stringify({ id: 1, method, input }))
  const { brandId } = Created.parse(await call('brands.create', { name: 'Café Luna' })).output
  const words = Array.from({ length: 200 }, (_, n) => ['2026-03-01', `Palabras de la fila ${n} `.repeat(12)])
  const files: readonly (readonly [string, string, string | Uint8Array, number])[] = [
    ['csv', 'a.csv', 'Fecha;Texto\n2026-03-01;Hola a todo el mundo\n', 1],
    ['xlsx', 'a.xlsx', workbook([['Fecha', 'Texto'], ...words]), 200],
    ['json', 'a.json', '[{"text":"Hola"}]', 1],
    ['jsonl', 'a.jsonl', '{"text":"Hola"}\n{"text":"Adiós"}', 2],
    ['eml', 'a.eml', 'From: a@b.example\nSubject: Hola\n\nHola\n', 1],
    ['mbox', 'a.mbox', 'From a@b.example Wed Mar  4 10:30:00 2026\nSubject: Hola\n\nHola\n', 1],
    ['feed', 'a.xml', '<rss version="2.0"><channel><item><title>Hola</title></item></channel></rss>', 1],
  ]
  for (const [format, name, content, rows] of files) {
    const path = writeFile(name, content)
    expect(await call('import.look', { brandId, path })).toMatchObject({ output: { format, rows } })
    expect(await call('import.file', { brandId, path })).toMatchObject({ output: { rows, added: rows } })
  }
  await end()
})
