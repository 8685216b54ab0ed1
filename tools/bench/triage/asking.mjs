// @ts-check
import { percentile } from '../slowness.mjs'

/** @typedef {import('../program.mjs').Program} Program */
/** @typedef {{ p50: number, p95: number }} Times */

/**
 * Asks the engine the same, or one thing after another, and gives what it took inside it, in ms. A quarter of the questions
 * goes before and does not count: by then the pages are in memory and the statements compiled.
 * @param {Program} program
 * @param {number} times
 * @param {(count: number) => [method: string, input: unknown]} next
 * @returns {Promise<Times>}
 */
export async function timesOf(program, times, next) {
  const warming = Math.ceil(times / 4)
  /** @type {number[]} */
  const taken = []
  for (let count = 0; count < warming + times; count += 1) {
    const ms = await program.timed(...next(count))
    if (count >= warming) taken.push(ms)
  }
  return summary(taken)
}

/** @param {number} times @param {(count: number) => void} run @returns {Times} */
export function timesOfRuns(times, run) {
  const taken = Array.from({ length: times }, (_, count) => {
    const started = performance.now()
    run(count)
    return performance.now() - started
  })
  return summary(taken)
}

/** @param {readonly number[]} taken @returns {Times} */
function summary(taken) {
  return { p50: percentile(taken, 50), p95: percentile(taken, 95) }
}

/** @param {Times} times */
export function inWords({ p50, p95 }) {
  return `p50 ${p50.toFixed(2)}, p95 ${p95.toFixed(2)} ms`
}
