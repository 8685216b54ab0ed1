// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram } from './program.mjs'

/** @type {Record<string, [draft: string, word: string]>} */
const DRAFTS = {
  es: [
    'Lucía, teneis razón y lo sentimos: recojeremos el pedido mañana por la tarde en tu casa. ',
    'recojeremos',
  ],
  en: ['Lucy, you are right and we are sorry: we will definately collect the order tomorrow. ', 'definately'],
  pt: ['Lúcia, você tem razão e pedimos desculpas: a devolucao do seu pedido sai amanhã cedo. ', 'devolucao'],
}

/**
 * What a dictionary costs: the first check of a language, every other one of a draft of about 300 characters, and a
 * suggestion.
 * @param {{ say: (line: string) => void, slower: number }} how
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function measureSpelling({ say, slower }) {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  try {
    const program = await startProgram(folder)
    const { brandId } = await program.call('brands.create', { name: 'Bench' })
    const path = join(folder, 'one.jsonl')
    writeFileSync(path, `${JSON.stringify({ externalId: '1', text: 'Frío', author: { name: 'Lucía' } })}\n`)
    await program.call('import.file', { brandId, path })
    const { items } = await program.call('mentions.list', { brandId, limit: 1 })
    const figures = []
    for (const [language, [sentence, word]] of Object.entries(DRAFTS)) {
      const check = () =>
        program.timed('spelling.check', { mentionId: items[0].id, text: sentence.repeat(4) })
      const first = await check()
      const times = []
      for (let round = 0; round < 50; round += 1) times.push(await check())
      const suggestion = await program.timed('spelling.suggest', { language, word })
      times.sort((a, b) => a - b)
      const p95 = times[47] ?? NaN
      say(`${language}: first check ${first.toFixed(0)} ms, a suggestion ${suggestion.toFixed(0)} ms`)
      figures.push({
        name: `spelling of a draft in ${language}, p95`,
        value: p95,
        unit: ' ms',
        limit: 20 * slower,
        way: /** @type {const} */ ('at most'),
        beside: `first, with its dictionary, ${first.toFixed(0)} ms`,
      })
    }
    await program.close()
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
