import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chance } from '../support/chance.ts'
import { openLines } from '../support/command-line.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startTestEngine } from '../support/test-engine.ts'
import { nextStep } from './steps.ts'

const SEED = Number(process.env['VENTANILLA_SEED'] ?? 1)
/** Five for each kill of the other tests: 1,000 in a full run. */
const COUNT = 5 * Number(process.env['VENTANILLA_COUNT'] ?? 200)
const NOW = '2026-11-20T09:00:00Z'
const hasStrace = spawnSync('strace', ['-V']).status === 0

test.skipIf(!hasStrace)(
  `every act is on the disk before it is acknowledged: as many syncs as acts, counted by strace (${COUNT} acts, seed ${SEED})`,
  async () => {
    const idle = await syncsOf(0)
    const busy = await syncsOf(COUNT)
    process.stdout.write(`${COUNT} acts acknowledged, ${busy - idle} syncs (${idle} without an act)\n`)
    expect(busy - idle).toBeGreaterThanOrEqual(COUNT)
  },
)

/** How often a program that does so many acts, and waits for each, has the system write to the disk. */
async function syncsOf(acts: number): Promise<number> {
  const folder = temporaryFolder()
  const log = join(temporaryFolder(), 'syncs')
  const engine = startTestEngine({ folder, at: NOW })
  const { brandId } = await engine.call('brands.addSample', {})
  const { items } = await engine.call('mentions.list', { brandId, limit: 20 })
  await engine.close()
  const ids = items.map(({ id }) => id)
  const luck = chance(SEED)
  const lines = openLines(folder, NOW, ['strace', '-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', log])
  for (let act = 1; act <= acts; act += 1)
    expect(await lines.ask(nextStep(luck, act, ids).line)).toMatchObject({ ok: true })
  await lines.end()
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /\bf(?:data)?sync\(/.test(line)).length
}
