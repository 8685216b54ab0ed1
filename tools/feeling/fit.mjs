// @ts-check
// node tools/feeling/fit.mjs DIR: fits src-main/engine/understand/model.ts to the tuning half of DIR's labelled texts, and
// to the reviews and posts in `own` that were written for it: without them a long text would pass for news.
// Run it after the word lists or the features changed; raise FEELING_VERSION with it.
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkout } from '../setup/places.mjs'
import { feltIn, halfOf, LANGUAGES } from './labelled.mjs'

/**
 * Chosen by five-fold cross-validation within the tuning half, five times over, so that the opposites stay under their
 * limit with a point to spare: how much worse it is to be called the opposite than to be called neutral, and how much more
 * than its share counts for neutral.
 */
const OPPOSITE = { es: 1, en: 1.5, pt: 1.75 }
const DOUBT = { es: 0.15, en: -0.1, pt: -0.1 }
/** What a text of another language counts: no language shall learn the habits of its few places alone. */
const OTHERS = { es: 0.5, en: 0.1, pt: 0.3 }
const [ROUNDS, RATE, MOMENTUM, DECAY] = [600, 0.5, 0.9, 0.002]
const CLASSES = ['negative', 'neutral', 'positive']

/** @typedef {{ features: readonly number[], label: number, language: string }} Example */

const folder = resolve(process.argv[2] ?? '')
const own = join(checkout, 'tools/feeling/own')
const { evidenceOf } = await import('../../src-main/engine/understand/feeling.ts')
const { featuresOf } = await import('../../src-main/engine/understand/features.ts')

/** @type {Example[]} */
const examples = LANGUAGES.flatMap((language) =>
  [...feltIn(folder, language).filter((one) => halfOf(one) === 'tuning'), ...feltIn(own, language)].map(
    ({ text, label }) => ({
      features: featuresOf(evidenceOf(text, language)),
      label: CLASSES.indexOf(label),
      language,
    }),
  ),
)
const rows = LANGUAGES.map((language) => {
  const weights = fit(language).map((row) => `[${row.map((weight) => Number(weight.toFixed(3))).join(', ')}]`)
  return `  ${language}: { opposite: ${OPPOSITE[language]}, doubt: ${DOUBT[language]}, weights: [${weights.join(', ')}] },`
})
writeFileSync(
  join(checkout, 'src-main/engine/understand/model.ts'),
  `/** Written by tools/feeling/fit.mjs: how each feature speaks for negative, neutral and positive. */
export const MODEL = {
${rows.join('\n')}
} as const
`,
)

/** @param {keyof typeof OTHERS} language @returns {number[][]} */
function fit(language) {
  const size = examples[0]?.features.length ?? 0
  const weights = CLASSES.map(() => new Array(size).fill(0))
  const speed = CLASSES.map(() => new Array(size).fill(0))
  const total = examples.reduce((sum, one) => sum + shareOf(one, language), 0)
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = CLASSES.map(() => new Array(size).fill(0))
    for (const one of examples) addSlope(slopes, weights, one, shareOf(one, language) / total)
    weights.forEach((row, each) =>
      row.forEach((weight, at) => {
        const slope = slopes[each]?.[at] + (at === 0 ? 0 : DECAY * weight)
        const moved = MOMENTUM * (speed[each]?.[at] ?? 0) + slope
        ;(speed[each] ?? [])[at] = moved
        row[at] = weight - RATE * moved
      }),
    )
  }
  return weights
}

/** @param {Example} one @param {keyof typeof OTHERS} language */
function shareOf(one, language) {
  return one.language === language ? 1 : OTHERS[language]
}

/** @param {number[][]} slopes @param {number[][]} weights @param {Example} one @param {number} share */
function addSlope(slopes, weights, { features, label }, share) {
  const logits = weights.map((row) => row.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), 0))
  const most = Math.max(...logits)
  const powers = logits.map((logit) => Math.exp(logit - most))
  const all = powers.reduce((sum, power) => sum + power, 0)
  slopes.forEach((row, each) => {
    const wrong = (powers[each] ?? 0) / all - (each === label ? 1 : 0)
    features.forEach((feature, at) => (row[at] = (row[at] ?? 0) + share * wrong * feature))
  })
}
