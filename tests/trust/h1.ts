import { allCases } from '../support/misbehaving/index.ts'
import { type AtOnce, runAmongBad, runAmongGood } from './all-at-once.ts'
import type { Family, Figure, Outcome } from './family.ts'
import { type OneByOne, tryOneByOne } from './one-by-one.ts'
import { tellings } from './tellings.ts'

const LONGEST_SECONDS = 35
const MOST_TIMES_USUAL = 2
const MOST_GROWN_MB = 150
const SLOWEST_READ_MS = 1000

/** Hostile sources: each alone as it should be, and all at once beside good ones that do not notice. */
export const h1: Family = {
  id: 'H1',
  about: 'hostile sources, and T1: every failure says what, why and what to do',
  run: async (extent) => {
    const cases = allCases.filter(({ slow }) => extent === 'full' || slow !== true)
    const alone = outcomeAlone(await tryOneByOne(cases))
    if (extent === 'sample') return alone
    const usual = await runAmongGood(cases)
    const among = outcomeAmong(usual, await runAmongBad(cases))
    return {
      id: 'H1',
      figures: [...alone.figures, ...among.figures],
      breaches: [...alone.breaches, ...among.breaches],
    }
  },
}

function outcomeAlone(run: OneByOne): Outcome {
  const wrong = run.tried.filter((one) => one.wrong !== null)
  const longest = Math.max(...run.tried.map(({ seconds }) => seconds))
  const untold = tellings(run)
  return {
    id: 'H1',
    figures: [
      figure('cases as they should be', `${run.tried.length - wrong.length} of ${run.tried.length}`, 'all'),
      figure('longest case', `${longest.toFixed(1)} s`, `<= ${LONGEST_SECONDS} s`),
      figure('requests at forbidden addresses', String(run.hits.length), '0'),
      figure('T1: failures that lack what, why or what to do, or tell too much', String(untold.length), '0'),
    ],
    breaches: [
      ...wrong.map((one) => `${one.one.name}: ${one.wrong ?? ''}`),
      ...(longest > LONGEST_SECONDS ? [`a case took ${longest.toFixed(1)} s`] : []),
      ...run.hits.map((hit) => `asked ${hit}`),
      ...untold,
    ],
  }
}

function outcomeAmong(usual: AtOnce, among: AtOnce): Outcome {
  const times = among.seconds / usual.seconds
  const grown = Math.round(among.grownBytes / 1_048_576)
  const usualGrown = Math.round(usual.grownBytes / 1_048_576)
  const read = Math.round(among.slowestReadMs)
  return {
    id: 'H1',
    figures: [
      figure('good sources whole among all that misbehave', `${among.whole} of 20`, '20 of 20'),
      figure(
        'their time there',
        `${among.seconds.toFixed(1)} s, ${times.toFixed(2)} x the ${usual.seconds.toFixed(1)} s among good neighbours`,
        `<= ${MOST_TIMES_USUAL} x`,
      ),
      figure(
        'memory of the engine’s process, with malloc told to give back what is let go',
        `+${grown} MB (+${usualGrown} MB among good ones)`,
        `<= +${MOST_GROWN_MB} MB`,
      ),
      figure('slowest read call meanwhile', `${read} ms`, `<= ${SLOWEST_READ_MS} ms`),
      figure('requests at forbidden addresses', String(among.hits.length), '0'),
    ],
    breaches: [
      ...(among.whole === 20 ? [] : [`${20 - among.whole} good sources are not whole`]),
      ...(times <= MOST_TIMES_USUAL ? [] : [`good sources took ${times.toFixed(2)} x their usual time`]),
      ...(grown <= MOST_GROWN_MB ? [] : [`the engine's process grew by ${grown} MB`]),
      ...(read <= SLOWEST_READ_MS ? [] : [`a read call took ${read} ms`]),
      ...among.hits.map((hit) => `asked ${hit}`),
    ],
  }
}

function figure(what: string, value: string, goal: string): Figure {
  return { what, value, goal }
}
