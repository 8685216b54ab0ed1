import { expect, test } from 'vitest'
import { openPlaces, type Visit } from '../support/places.ts'
import { liveThrough } from '../support/simulated-time.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startSoakedEngine } from './engine.ts'
import { oddPlaces } from './odd-places.ts'
import { slopeOf } from './slope.ts'
import type { Cost } from './words.ts'

const SOURCES = Number(process.env['VENTANILLA_SOURCES'] ?? 1000)
const HOURS = Number(process.env['VENTANILLA_HOURS'] ?? 24)
const HOSTS = 100
const FROM = Date.parse('2026-03-10T00:00:00Z')
const MEBIBYTE = 1_048_576
/** TRUST.md, D10; a round is one try of a source. */
const MOST_GROWTH_PER_1000 = MEBIBYTE
/** Connections that are kept for a while come and go. */
const MOST_HANDLES_PER_1000 = 2
/** The first requests fill caches, pools and the compiler. */
const WARM_UP = 1 / 2

interface Sample extends Cost {
  readonly tries: number
}

test(`${SOURCES} sources over ${HOURS} simulated hours leave memory and handles as they were`, async () => {
  let now = FROM
  const places = await openPlaces(HOSTS, oddPlaces(SOURCES), () => now)
  const engine = await startSoakedEngine(temporaryFolder(), FROM)
  const samples: Sample[] = []
  // Collected at every step: a thread that is never short of memory keeps what it could let go.
  const measure = async () => void samples.push({ ...(await engine.cost()), tries: places.visits.length })
  try {
    const { brandId } = await engine.call('brands.create', { name: 'Café Luna', timezone: 'Europe/Madrid' })
    await engine.call('sources.addMany', { brandId, opml: opmlOf(places.origins) })
    const moveClockTo = (at: number) => {
      now = at
      engine.moveClockTo(at)
    }
    await liveThrough({ ...engine, moveClockTo }, { from: FROM, hours: HOURS, stepMinutes: 15 }, measure)
    const health = await engine.call('sources.health', { brandId })
    const settled = samples.filter(({ tries }) => tries > places.visits.length * WARM_UP)
    const growth = {
      memory: slopeOf(settled.map(({ tries, rss }) => ({ x: tries / 1000, y: rss }))),
      heap: slopeOf(settled.map(({ tries, heap }) => ({ x: tries / 1000, y: heap }))),
      handles: slopeOf(settled.map(({ tries, handles }) => ({ x: tries / 1000, y: handles }))),
    }
    show(places.visits, samples, growth)
    expect(health).toMatchObject({ neverTried: 0, stopped: 0 })
    expect(health.fine).toBeGreaterThan(SOURCES / 2)
    expect(growth.memory).toBeLessThan(MOST_GROWTH_PER_1000)
    expect(growth.heap).toBeLessThan(MOST_GROWTH_PER_1000)
    expect(growth.handles).toBeLessThan(MOST_HANDLES_PER_1000)
  } finally {
    await engine.close()
    await places.close()
  }
})

function opmlOf(origins: readonly string[]): string {
  const outlines = Array.from(
    { length: SOURCES },
    (_, index) => `<outline type="rss" xmlUrl="${origins[index % origins.length] ?? ''}/place-${index}"/>`,
  )
  return `<opml version="2.0"><body>${outlines.join('')}</body></opml>`
}

/** Per 1,000 tries. */
interface Growth {
  readonly memory: number
  readonly heap: number
  readonly handles: number
}

/** The figures are for people: they are shown whether all is well or not. */
function show(visits: readonly Visit[], samples: readonly Sample[], growth: Growth): void {
  const size = (bytes: number | undefined) => `${((bytes ?? 0) / MEBIBYTE).toFixed(1)} MiB`
  const [first, last] = [samples[0], samples.at(-1)]
  const share = (count: number) => `${((100 * count) / visits.length).toFixed(0)} %`
  const goal = `(goal <= ${size(MOST_GROWTH_PER_1000)})`
  const lines = [
    `requests ${visits.length}, conditional ${share(visits.filter((one) => one.isConditional).length)}, answered with 304 ${share(visits.filter(({ status }) => status === 304).length)}`,
    `memory of the process ${size(first?.rss)} at first, ${size(last?.rss)} at last, ${size(growth.memory)} more per 1,000 tries   ${goal}`,
    `on the way ${eighths(samples)
      .map(({ rss }) => size(rss))
      .join(', ')}`,
    `heaps, collected ${size(first?.heap)} at first, ${size(last?.heap)} at last, ${size(growth.heap)} more per 1,000 tries   ${goal}`,
    `open files and sockets ${first?.handles} at first, ${last?.handles} at last, ${growth.handles.toFixed(2)} more per 1,000 tries   (goal <= ${MOST_HANDLES_PER_1000})`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function eighths(samples: readonly Sample[]): Sample[] {
  return samples.filter((_, index) => index % Math.ceil(samples.length / 8) === 0)
}
