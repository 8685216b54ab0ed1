import type { Case } from '../support/misbehaving/case.ts'
import { allCases } from '../support/misbehaving/index.ts'
import { type Misbehaving, startMisbehaving } from '../support/misbehaving/server.ts'
import { startTrustEngine } from './engine.ts'
import type { Family } from './family.ts'
import { addCases } from './sources.ts'

const NAMES =
  /^(?:.*bomb.*|gzip-endless-.*|title-50mb|items-1m.*|endless-.*|billion-laughs.*|quadratic-blow-up|comment-bomb)$/
const MOST_GROWN_MB = 60
const MEBIBYTE = 1_048_576

interface Cost {
  readonly name: string
  readonly grown: number
  /** Whether a stop at the size limit says how large that is. */
  readonly isStated: boolean
}

/** What one bomb, or one that never ends, costs the engine's process: a new one each, warmed up by a small feed. */
export const h2: Family = {
  id: 'H2',
  about: 'memory of one fetch',
  run: async () => {
    const cases = allCases.filter(({ name, slow }) => NAMES.test(name) && slow !== true)
    const warm = allCases.filter(({ name }) => name === 'gzip')
    const server = await startMisbehaving([...warm, ...cases])
    const costs: Cost[] = []
    try {
      for (const one of cases) costs.push(await costOf(server, one))
    } finally {
      await server.close()
    }
    const worst = costs.reduce((most, cost) => (cost.grown > most.grown ? cost : most))
    const heavy = costs.filter(({ grown }) => grown > MOST_GROWN_MB)
    const unstated = costs.filter(({ isStated }) => !isStated)
    return {
      id: 'H2',
      figures: [
        {
          what: `memory of ${costs.length} bombs and endless answers, the worst`,
          value: `+${worst.grown} MB (${worst.name})`,
          goal: `<= +${MOST_GROWN_MB} MB each`,
        },
        { what: 'stops at 16 MiB that do not say so', value: String(unstated.length), goal: '0' },
      ],
      breaches: [
        ...heavy.map(({ name, grown }) => `${name}: +${grown} MB`),
        ...unstated.map(({ name }) => `${name}: the limit is not in its message`),
      ],
    }
  },
}

async function costOf(server: Misbehaving, one: Case): Promise<Cost> {
  const engine = await startTrustEngine()
  try {
    const { brandId } = await engine.call('brands.create', { name: 'Café Luna', timezone: 'Europe/Madrid' })
    const warm = allCases.filter(({ name }) => name === 'gzip')
    const idOf = await addCases(engine, brandId, server, [...warm, one])
    await engine.call('gather.run', { sourceIds: [idOf('gzip')] })
    const before = await engine.memory()
    const { errors } = await engine.call('gather.run', { sourceIds: [idOf(one.name)] })
    const { most } = await engine.memory()
    const isLarge = errors[0]?.kind === 'too-large'
    return {
      name: one.name,
      grown: Math.round((most - before.now) / MEBIBYTE),
      isStated: !isLarge || /16 MiB/.test(errors[0]?.message ?? ''),
    }
  } finally {
    await engine.close()
  }
}
