// @ts-check

/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {number} value
 * @property {string} unit ms, a ratio, MiB …
 * @property {number} limit
 * @property {'at most' | 'at least'} way
 * @property {string} [beside] what it was measured against, in words
 */

/** A share of something measured in the same run. @param {string} name @param {number} value @param {number} limit @param {string} beside @returns {Figure} */
export function ratio(name, value, limit, beside) {
  return { name, value, unit: '', limit, way: 'at most', beside }
}

/** Whether the figure keeps its limit. @param {Figure} figure */
export function isKept({ value, limit, way }) {
  return way === 'at most' ? value <= limit : value >= limit
}

/** One line a figure. @param {Figure} figure */
export function lineOf(figure) {
  const { name, value, unit, limit, way, beside } = figure
  const verdict = isKept(figure) ? 'ok  ' : 'OVER'
  const goal = `(${way} ${short(limit)}${unit})`
  return `${verdict} ${name.padEnd(58)} ${`${short(value)}${unit}`.padStart(10)} ${goal.padEnd(20)} ${beside ?? ''}`.trimEnd()
}

/** @param {number} value */
function short(value) {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
