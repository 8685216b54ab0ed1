// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram } from './program.mjs'
import { seeded } from './random.mjs'

const ANSWERS = 10_000
const LENGTH = 300
const LOOKS = 200
const GOAL_MS = 30

const WORDS =
  'siento que tu pedido llegara tarde y frío el repartidor se perdió por la calle mayor mañana te llevamos otro gracias por contarlo con tanta calma la tarta de queso la hace amparo cada mañana en el horno de leña del patio perdona el lío con la factura de enero ya está corregida y la tienes en tu cuenta desde hoy hablé con la cocina sobre el gluten y la freidora aparte'.split(
    ' ',
  )

/**
 * The second look at a draft of 300 characters, against ten thousand earlier answers.
 * @param {{ say: (line: string) => void, slower: number }} how
 */
export async function measureLook({ say, slower }) {
  say(`${LOOKS} looks at drafts of ${LENGTH} characters, against ${ANSWERS} earlier answers`)
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  const program = await startProgram(join(folder, 'data'))
  try {
    const { brandId } = await program.call('brands.create', { name: 'Bench', handles: ['@bench'] })
    const path = join(folder, 'answers.jsonl')
    writeFileSync(path, linesOf(seeded(7)))
    await program.call('import.file', { brandId, path })
    const { items } = await program.call('mentions.list', { brandId, limit: 1 })
    const mentionId = items[0].id
    const next = seeded(11)
    const first = await program.timed('replies.look', { mentionId, body: `Lucía, ${prose(next)}` })
    const times = []
    for (let n = 0; n < LOOKS; n += 1) {
      times.push(await program.timed('replies.look', { mentionId, body: `Lucía, ${prose(next)}` }))
    }
    times.sort((a, b) => a - b)
    const [p50, p95] = [times[Math.floor(LOOKS * 0.5)] ?? 0, times[Math.floor(LOOKS * 0.95)] ?? 0]
    return [
      {
        name: 'second look, p95',
        value: p95,
        unit: ' ms',
        limit: GOAL_MS * Math.max(1, slower),
        way: /** @type {const} */ ('at most'),
        beside: `p50 ${p50.toFixed(1)} ms; the first, which reads all answers, ${first.toFixed(0)} ms`,
      },
    ]
  } finally {
    await program.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {() => number} next */
function prose(next) {
  let text = ''
  while (text.length < LENGTH - 8) text += `${WORDS[Math.floor(next() * WORDS.length)]} `
  return `${text.trim()}.`
}

/** @param {() => number} next */
function linesOf(next) {
  const lines = [
    JSON.stringify({
      externalId: 'q',
      author: { name: 'Lucía', handle: '@lucia' },
      text: 'Mi pedido llegó tarde y frío, y la factura está mal. ¿Cuándo me la corregís?',
      rating: 1,
      publishedAt: '2026-11-01T10:00:00Z',
    }),
  ]
  for (let n = 0; n < ANSWERS; n += 1) {
    const publishedAt = new Date(Date.parse('2026-01-01T00:00:00Z') + n * 60_000).toISOString()
    lines.push(
      JSON.stringify({
        externalId: `a${n}`,
        author: { name: 'Bench', handle: '@bench' },
        text: prose(next),
        publishedAt,
      }),
    )
  }
  return lines.join('\n')
}
