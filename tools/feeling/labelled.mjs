// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ id: string, text: string, label: 'negative' | 'neutral' | 'positive' }} Felt */
/** @typedef {{ id: string, text: string, lang: string }} Spoken */

export const LANGUAGES = /** @type {const} */ (['es', 'en', 'pt'])

/**
 * The rule that sets a half aside: the first byte of the SHA-256 of the id. Even is for tuning, odd is held out: nobody
 * looks at it, and nothing is fitted to it.
 * @param {{ id: string }} one
 * @returns {'tuning' | 'held-out'}
 */
export function halfOf({ id }) {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'tuning' : 'held-out'
}

/**
 * The labelled texts of a folder: es.jsonl, en.jsonl, pt.jsonl; empty where a language is not there.
 * @param {string} folder @param {string} language @returns {Felt[]}
 */
export function feltIn(folder, language) {
  return linesOf(join(folder, `${language}.jsonl`))
}

/**
 * The texts whose language is known, beside the folder or in it; empty where there are none.
 * @param {string} folder @returns {Spoken[]}
 */
export function spokenBeside(folder) {
  const path = ['language.jsonl', '../language.jsonl'].map((name) => join(folder, name)).find(existsSync)
  return path === undefined ? [] : linesOf(path)
}

/** @param {string} path @returns {any[]} */
function linesOf(path) {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line))
}
