import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '../../src-main/contract/client.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { standingClock } from '../../src-main/engine/clock.ts'
import type { Host } from '../../src-main/engine/context.ts'
import { startEngine } from '../../src-main/engine/engine.ts'
import { answer } from '../../src-main/engine/serve.ts'
import { openPlaces, type Visit } from '../support/places.ts'
import { openPublicWeb } from '../support/public-web.ts'
import { liveThrough } from '../support/simulated-time.ts'
import type { Extent, Family, Outcome } from './family.ts'
import { newHome, type PoliteTown, politeTown } from './polite-manners.ts'

const FROM = Date.parse('2026-03-10T00:00:00Z')
const MINUTE_MS = 60_000
const SIZES = {
  full: { sources: 100, publicSources: 8, hosts: 9, hours: 24 },
  sample: { sources: 30, publicSources: 3, hosts: 4, hours: 14 },
} as const
const PUBLIC_HOST = 'places.example.org'

/** A day of the schedule against places that keep a log of who asked what, and when. */
export const polite: Family = {
  id: 'P1',
  about: 'politeness over 24 simulated hours',
  run: async (extent) => {
    const { town, visits, sources, mostAtOnce } = await liveOneDay(extent)
    return outcome(extent, town, visits, sources, mostAtOnce)
  },
}

async function liveOneDay(extent: Extent) {
  const size = SIZES[extent]
  const town = politeTown(FROM, size.sources, size.publicSources)
  const { clock, set } = standingClock(FROM)
  const places = await openPlaces(size.hosts, town.places, clock.now)
  const web = await openPublicWeb({ origin: places.origins[0] ?? '' })
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-polite-'))
  const log: string[] = []
  const proxyFor = (url: string) =>
    new URL(url).hostname === PUBLIC_HOST ? web.proxyFor() : Promise.resolve('DIRECT')
  const engine = startEngine({ folder, gathering: 'scheduled', host: { ...hostOf(log), clock, proxyFor } })
  const scope = { signal: new AbortController().signal, progress: () => undefined }
  const call = createClient((method, input) => answer(engine, method, input, scope, (line) => log.push(line)))
  try {
    const { brandId } = await call('brands.create', { name: 'Café Luna', timezone: 'Europe/Madrid' })
    await call('sources.addMany', { brandId, opml: opmlOf(town, places.origins) })
    const moveClockTo = (at: number) => set(at)
    await liveThrough(
      { call, moveClockTo, wake: () => engine.told('awake') },
      { from: FROM, hours: size.hours, stepMinutes: 3 },
    )
    const sources = (await call('sources.list', { brandId })).items
    return { town, visits: places.visits, sources, mostAtOnce: places.mostAtOnce() }
  } finally {
    await engine.close()
    await web.close()
    await places.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function hostOf(log: string[]): Omit<Host, 'clock' | 'proxyFor'> {
  const worker = (path: string) => new URL(`../../src-main/engine/${path}`, import.meta.url)
  return {
    log: (line) => log.push(line),
    sqliteBinding: null,
    workers: {
      gatherer: worker('gather/thread/gatherer-worker.ts'),
      reader: worker('gather/read/reader-worker.ts'),
      speller: worker('spelling/speller-worker.ts'),
    },
    resources: fileURLToPath(new URL('../../resources', import.meta.url)),
    path: (given) => given,
  }
}

function opmlOf(town: PoliteTown, origins: readonly string[]): string {
  const urls = [
    ...town.private.map((path, index) => `${origins[index % origins.length] ?? ''}${path}`),
    ...town.public.map((path) => `http://${PUBLIC_HOST}${path}`),
  ]
  return `<opml version="2.0"><body>${urls.map((url) => `<outline type="rss" xmlUrl="${url}"/>`).join('')}</body></opml>`
}

function outcome(
  extent: Extent,
  town: PoliteTown,
  visits: readonly Visit[],
  sources: readonly Source[],
  mostAtOnce: number,
): Outcome {
  const byPath = Map.groupBy(visits, ({ path }) => path)
  const again = [...byPath.values()].flatMap((all) => all.slice(firstGood(all) + 1))
  const bare = again.filter(({ isConditional }) => !isConditional)
  const shortest = Math.min(...[...byPath.values()].flatMap(intervals))
  const early = visits.filter((visit) => isTooEarly(visit, visits))
  const asked = (path: string, status: number) =>
    (byPath.get(path) ?? []).filter((one) => one.status === status)
  const wrongMoves = movesOf(sources, asked)
  const told = visits.filter(({ waitUntil }) => waitUntil !== null)
  const figure = (what: string, value: string | number, goal: string) => ({
    what,
    value: String(value),
    goal,
  })
  const breaches = [
    ...bare.map(({ path, at }) => `${path} was asked without its validators at ${clockOf(at)}`),
    ...early.map(({ path, at }) => `${path} was asked at ${clockOf(at)}, before it allowed`),
    ...wrongMoves,
    ...(mostAtOnce <= 2 ? [] : [`${mostAtOnce} requests at a time on one host`]),
    ...(shortest >= 15 * MINUTE_MS ? [] : [`a source was asked again after ${shortest / MINUTE_MS} minutes`]),
    ...(asked('/gone', 410).length === 1
      ? []
      : [`a source that is gone was asked ${asked('/gone', 410).length} times`]),
    ...(told.length > 0 ? [] : ['nobody was told to wait: nothing was seen of it']),
    ...visits.filter(({ cookie }) => cookie !== undefined).map(({ path }) => `${path} got its cookie back`),
    ...visits
      .filter(({ userAgent }) => !userAgent.startsWith('Ventanilla/'))
      .map(({ path }) => `${path} was not told who asks`),
    ...sources.filter(({ state }) => state === 'never-tried').map(({ url }) => `${url} was never asked`),
  ]
  return {
    id: 'P1',
    figures: [
      figure(`requests of ${sources.length} sources in ${SIZES[extent].hours} hours`, visits.length, '-'),
      figure(
        'of those that could be conditional, conditional',
        share(again.length - bare.length, again.length),
        '100 %',
      ),
      figure('answered with 304', visits.filter(({ status }) => status === 304).length, '-'),
      figure('most at a time on one host', mostAtOnce, '<= 2'),
      figure('least interval of a source, minutes', Math.round(shortest / MINUTE_MS), '>= 15'),
      figure(
        `asked before they allowed, of ${told.length} told to wait (public: the whole host)`,
        early.length,
        '0',
      ),
      figure('asked after 410', asked('/gone', 410).length - 1, '0'),
      figure('moves too soon or not at all', wrongMoves.length, '0'),
      figure('cookies sent back', visits.filter(({ cookie }) => cookie !== undefined).length, '0'),
      figure(
        'requests that do not name the program',
        visits.filter((one) => !one.userAgent.startsWith('Ventanilla/')).length,
        '0',
      ),
    ],
    breaches,
  }
}

function firstGood(visits: readonly Visit[]): number {
  const first = visits.findIndex(({ status }) => status === 200)
  return first < 0 ? visits.length : first
}

function intervals(visits: readonly Visit[]): number[] {
  return visits.slice(1).map(({ at }, index) => at - (visits[index]?.at ?? 0))
}

/** Asked while its place, or for a private host itself, wanted to be left alone. */
function isTooEarly(visit: Visit, visits: readonly Visit[]): boolean {
  return visits.some(
    (told) =>
      told !== visit &&
      told.waitUntil !== null &&
      told.at <= visit.at &&
      visits.indexOf(told) < visits.indexOf(visit) &&
      visit.at < told.waitUntil &&
      (told.host === PUBLIC_HOST ? visit.host === PUBLIC_HOST : visit.path === told.path),
  )
}

function movesOf(
  sources: readonly Source[],
  asked: (path: string, status: number) => readonly Visit[],
): string[] {
  const livesAt = (path: string) => sources.some(({ url }) => new URL(url).pathname === path)
  const hasMoved = (name: string, status: number) =>
    livesAt(newHome(name)) && asked(`/${name}`, status).length === 2
      ? []
      : [`${name} did not move after two good fetches`]
  const hasStayed = (name: string, status: number) =>
    livesAt(`/${name}`) && asked(`/${name}`, status).length > 0 ? [] : [`${name} moved, or was never seen`]
  return [
    ...hasMoved('moved-301', 301),
    ...hasMoved('moved-308', 308),
    ...hasStayed('elsewhere-302', 302),
    ...hasStayed('elsewhere-307', 307),
    ...hasStayed('portal-301', 301),
  ]
}

function share(part: number, all: number): string {
  return all === 0 ? '-' : `${((100 * part) / all).toFixed(1)} %`
}

function clockOf(at: number): string {
  return new Date(at).toISOString().slice(11, 16)
}
