// @ts-check
// npm run test:feeling -- DIR: how well feeling and language are told on DIR's labelled texts (es.jsonl, en.jsonl,
// pt.jsonl with id, text and label; language.jsonl in it or beside it), on the half that was tuned on and on the half
// that was held out, and how fast.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setUpDependencies } from './setup.mjs'
import { exitWith, SetUpFailed, sayTo } from './setup/say.mjs'
import { feltIn, halfOf, LANGUAGES, spokenBeside } from './feeling/labelled.mjs'
import { rightOf, scoreOf } from './feeling/score.mjs'

const HALVES = /** @type {const} */ (['tuning', 'held-out'])
const ROUNDS = 3

await exitWith(async () => {
  const [given] = process.argv.slice(2)
  if (given === undefined || !LANGUAGES.some((language) => existsSync(join(given, `${language}.jsonl`)))) {
    throw new SetUpFailed(
      'Which folder? npm run test:feeling -- DIR, where DIR has es.jsonl, en.jsonl or pt.jsonl.',
    )
  }
  await setUpDependencies(sayTo(process.stdout))
  const folder = resolve(given)
  const { understand } = await import('../src-main/engine/understand/understand.ts')
  /** @param {string} text */
  const feel = (text) => understand({ title: '', text, stars: null }, null)
  for (const half of HALVES) {
    print(`\n${half} half`)
    for (const language of LANGUAGES) {
      const texts = feltIn(folder, language).filter((one) => halfOf(one) === half)
      if (texts.length > 0) print(feelingRow(language, texts, feel))
    }
    const spoken = spokenBeside(folder).filter((one) => halfOf(one) === half)
    if (spoken.length > 0) print(languageRow(spoken, (text) => feel(text).language))
  }
  const all = LANGUAGES.flatMap((language) => feltIn(folder, language)).map(({ text }) => text)
  print(`\nlanguage and feeling together: ${speed(all, feel)} texts a second`)
  return 0
})

/** @param {string} language @param {import('./feeling/labelled.mjs').Felt[]} texts @param {(text: string) => { likely: string, sure: boolean }} feel */
function feelingRow(language, texts, feel) {
  const felt = texts.map(({ text, label }) => ({ wanted: label, ...feel(text) }))
  const { macroF1, opposite, each } = scoreOf(felt.map(({ wanted, likely }) => [wanted, likely]))
  const unsure = felt.filter(({ sure }) => !sure).length / felt.length
  const f1 = each.map((one) => (100 * one).toFixed(0)).join('/')
  return `  ${language}  n ${texts.length}  macro-F1 ${pct(macroF1)} (neg/neu/pos ${f1})  opposite ${pct(opposite)} %  not sure ${pct(unsure)} %`
}

/** @param {import('./feeling/labelled.mjs').Spoken[]} texts @param {(text: string) => string | null} detect */
function languageRow(texts, detect) {
  const { recall, short, taken } = rightOf(
    texts.map(({ text, lang }) => ({ text, lang, told: detect(text) })),
  )
  const each = LANGUAGES.map((language) => `${language} ${pct(recall[language] ?? 0)}`).join('  ')
  return `  language  n ${texts.length}  recall ${each}  of 3-5 words ${pct(short)}  others taken for one of the three ${pct(taken)} %`
}

/** @param {readonly string[]} texts @param {(text: string) => unknown} feel */
function speed(texts, feel) {
  let best = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    for (const text of texts) feel(text)
    best = Math.max(best, (1000 * texts.length) / (performance.now() - began))
  }
  return Math.round(best)
}

/** @param {number} share */
function pct(share) {
  return (100 * share).toFixed(1)
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`)
}
