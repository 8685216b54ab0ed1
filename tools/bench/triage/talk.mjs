// @ts-check
import { seeded } from '../random.mjs'
import { LANGUAGES, writer } from '../words.mjs'

/**
 * @typedef {object} Said
 * @property {number} source which of the sources, from 0
 * @property {(typeof LANGUAGES)[number]} language
 * @property {'post' | 'comment' | 'review'} kind
 * @property {string} author
 * @property {string} title
 * @property {string} text
 * @property {number | null} stars
 * @property {number} at UTC ms
 * @property {number | null} answers how many mentions ago stands the one it answers
 * @property {boolean} ours
 * @property {boolean} twin it repeats what another source brought just before
 * @property {0 | 1 | 2 | 3} status
 * @property {string | null} reason
 * @property {readonly number[]} tags from 0
 */

export const DAYS = 730
const DAY_MS = 86_400_000
const REASONS = ['answered', 'no-reply-needed', 'not-about-us', 'spam', 'duplicate', 'before-our-time']
/** Answers stand near what they answer; see `remembered`. */
const NEAR = 40

/** @typedef {{ source: number, title: string, text: string, language: (typeof LANGUAGES)[number] }} Words */

/**
 * What is said to one brand over two years, oldest first: some sources are busy and most are not, of the newest much is
 * new, of the old nearly all is settled; half carries tags, and some tags far more than others.
 * @param {{ mentions: number, sources: number, tags: number, until: number, seed: number }} size
 * @returns {Generator<Said>}
 */
export function* talk({ mentions, sources, tags, until, seed }) {
  const random = seeded(seed)
  const write = writer(random)
  const people = Math.max(50, Math.floor(mentions / 4))
  const step = (DAYS * DAY_MS) / mentions
  /** @type {Map<number, { at: number, ours: boolean, author: string }[]>} */
  const remembered = new Map()
  /** @type {Words | null} */
  let last = null
  for (let index = 0; index < mentions; index += 1) {
    const source = Math.floor(random() ** 1.6 * sources)
    const isReview = source % 5 === 0
    const language = LANGUAGES[source % 3] ?? 'es'
    const lately = remembered.get(source) ?? []
    const chosen = isReview || random() > 0.15 ? undefined : lately[Math.floor(random() * lately.length)]
    const ours = chosen !== undefined && !chosen.ours && random() < 0.15
    /** @type {boolean} */
    const twin = last !== null && chosen === undefined && last.source !== source && random() < 0.003
    /** @type {Words} */
    const said = twin && last ? last : { source, language, ...words(write, language) }
    // Who was answered comes back to say more; others join in.
    const author = chosen?.ours ? chosen.author : personName(Math.floor(random() ** 1.5 * people))
    yield {
      source,
      language: said.language,
      kind: isReview ? 'review' : chosen ? 'comment' : 'post',
      author: ours ? 'Bench' : author,
      title: said.title,
      text: said.text,
      stars: isReview ? 1 + Math.floor(random() * 5) : null,
      // Nearly in order, as gathering brings it.
      at: Math.floor(
        until - (mentions - index) * step + random() * Math.min(step * 20, 3_600_000) - 3_600_000,
      ),
      answers: chosen ? index - chosen.at : null,
      ours,
      twin,
      ...decided(random, 1 - index / mentions),
      tags: someTags(random, tags),
    }
    if (!twin && !ours) last = said
    const answered = ours ? chosen.author : author
    if (!twin) remembered.set(source, [...lately, { at: index, ours, author: answered }].slice(-NEAR))
  }
}

/** @param {ReturnType<typeof writer>} write @param {(typeof LANGUAGES)[number]} language */
function words(write, language) {
  return { title: write.sentence(language, 6), text: write.body(language) }
}

const FIRST = 'Ana Luis María João Emma Noah Lucía Pedro Inês Olivia Marta Hugo Sofía Tiago Grace Iker'.split(
  ' ',
)
const LAST = 'García Núñez Silva Costa Smith Brown Díaz Souza Walker Ortiz Rocha Clark Vidal Pereira'.split(
  ' ',
)

/** @param {number} person */
function personName(person) {
  return `${FIRST[person % FIRST.length]} ${LAST[person % LAST.length]} ${person}`
}

/**
 * @param {() => number} random
 * @param {number} age 1 is the oldest, 0 the newest
 * @returns {Pick<Said, 'status' | 'reason'>}
 */
function decided(random, age) {
  const chance = random()
  const [isNew, isOpen, isPending] = age < 0.02 ? [0.6, 0.9, 0.95] : [0.02, 0.05, 0.09]
  if (chance < isNew) return { status: 0, reason: null }
  if (chance < isOpen) return { status: 1, reason: null }
  if (chance < isPending) return { status: 2, reason: null }
  return { status: 3, reason: REASONS[Math.floor(random() ** 2 * REASONS.length)] ?? 'spam' }
}

/** @param {() => number} random @param {number} tags */
function someTags(random, tags) {
  const some = random() < 0.45 ? 0 : 1 + Math.floor(random() * random() * 5)
  return [...new Set(Array.from({ length: some }, () => Math.floor(random() ** 2 * tags)))]
}
