import type { Rating } from '../../../../contract/mentions.ts'

/** A number of stars out of five, as feeds of app reviews give it. */
export function ratingFrom(text: string | null): Rating | null {
  const value = text === null ? Number.NaN : Number(text.replace(',', '.'))
  return Number.isFinite(value) && value >= 0 && value <= 5 ? { value, worst: 1, best: 5 } : null
}

/** The ends of a scale, where a place says them. */
export interface Scale {
  readonly worst: number | null
  readonly best: number | null
}

const UNKNOWN: Scale = { worst: null, best: null }
const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,4})?)`
const OUT_OF = String.raw`(?:\s*\/\s*|\s+(?:out\s+of|of|de|von|sur|su|van|em|av)\s+)`
const STARS = String.raw`(?:stars?|estrellas?|estrelas?|étoiles?|sterne?n?|stelle|sterren)`

const FRACTION = new RegExp(`^${NUMBER}${OUT_OF}${NUMBER}(?:\\s*${STARS})?$`, 'iu')
const COUNTED = new RegExp(`^${NUMBER}\\s*(?:-|–)?\\s*${STARS}$`, 'iu')
const PLAIN = new RegExp(`^${NUMBER}$`, 'u')
const PERCENT = new RegExp(`^${NUMBER}\\s*%$`, 'u')

/** Google's Business Profile writes its stars as words. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['ONE', 1],
  ['TWO', 2],
  ['THREE', 3],
  ['FOUR', 4],
  ['FIVE', 5],
])

/**
 * A rating that stands alone, however it is written: `4`, `4,5`, `4/5`, `8.5 out of 10`, `90 %`, `4 estrellas`,
 * `★★★★☆`, `FOUR`. Value and scale stay as given; without a scale it is the smallest usual one that holds the value.
 */
export function readRating(text: string, scale: Scale = UNKNOWN): Rating | null {
  const written = text.replaceAll(/\s+/g, ' ').trim()
  const word = WORDS.get(written.toUpperCase())
  if (word !== undefined) return { value: word, worst: 1, best: 5 }
  const fraction = FRACTION.exec(written)
  if (fraction) return toRating(numberOf(fraction[1]), { ...scale, best: numberOf(fraction[2]) })
  const percent = PERCENT.exec(written)
  if (percent) return toRating(numberOf(percent[1]), { worst: 0, best: 100 })
  const counted = COUNTED.exec(written)
  if (counted) return toRating(numberOf(counted[1]), { ...scale, best: scale.best ?? 5 })
  const plain = PLAIN.exec(written)
  return plain ? toRating(numberOf(plain[1]), scale) : drawnStars(written)
}

function numberOf(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'))
}

/** A value on its scale; null where it lies above what the place says is best. */
function toRating(value: number, { worst, best }: Scale): Rating | null {
  if (!Number.isFinite(value)) return null
  const top = best ?? [5, 10, 100].find((usual) => value <= usual)
  if (top === undefined || top <= 0 || value > top) return null
  const bottom = worst ?? (top >= 20 ? 0 : 1)
  // A zero on a scale that was thought to begin at one: then it begins at zero.
  const rating = { value, worst: Math.min(bottom, value), best: top }
  return rating.worst < rating.best ? rating : null
}

const FULL = /[★⭐🌟]/gu
const EMPTY = /☆/gu
const HALF = /[½⯪⯨]/gu
const DRAWN = /^[★⭐🌟☆½⯪⯨\s\ufe0f]+$/u

function drawnStars(text: string): Rating | null {
  if (!DRAWN.test(text)) return null
  const count = (sign: RegExp) => [...text.matchAll(sign)].length
  const value = count(FULL) + count(HALF) / 2
  const all = count(FULL) + count(HALF) + count(EMPTY)
  if (all === 0 || all > 10) return null
  return toRating(value, { worst: value === 0 ? 0 : 1, best: all > 5 ? 10 : 5 })
}

const NAMES = String.raw`(?:rating|rated|score|stars|valoraci[oó]n|calificaci[oó]n|puntuaci[oó]n|avalia[çc][aã]o|classifica[çc][aã]o|pontua[çc][aã]o|note|bewertung|valutazione)`
/** `Rating: 4 out of 5`, `Valoración 4/5`, `rated 4.5 of 5`. */
const NAMED = new RegExp(
  `(?<![\\p{L}])${NAMES}\\s*[:=–-]?\\s*${NUMBER}${OUT_OF}(5|10|100)(?![\\p{L}\\p{N}/])`,
  'iu',
)
/** `4 out of 5 stars`, `4/5 estrellas`. */
const IN_STARS = new RegExp(
  `(?<![\\p{L}\\p{N}.,/])${NUMBER}${OUT_OF}(5|10)\\s*${STARS}(?![\\p{L}\\p{N}])`,
  'iu',
)
/** `(4/5)` and `[4/5]`, as titles end. */
const IN_BRACKETS = new RegExp(`[([]\\s*${NUMBER}\\s*/\\s*(5|10)\\s*[)\\]]`, 'u')
/** `Rating: 4`, `4 stars`, `4-star review`. */
const STARS_ALONE = new RegExp(
  `(?<![\\p{L}\\p{N}.,/])([1-5])(?:[.,]([05]))?[\\s-]${STARS}(?![\\p{L}\\p{N}])`,
  'iu',
)
/** Nearly every post says nothing of the kind, and is soon known to. */
const MAY_RATE = /[★⭐🌟☆]|(?<!\d)(?:5|10|100)(?!\d)/u
const ROW_OF_STARS = /[★⭐🌟☆½][★⭐🌟☆½\s\ufe0f]{2,}/u

/** Whether it is worth looking closer. */
export function mayRate(text: string): boolean {
  return MAY_RATE.test(text)
}

/**
 * A rating in the middle of other words; only what cannot mean anything else, because every post passes through here:
 * a row of stars, a named share of a usual scale.
 */
export function ratingInWords(text: string): Rating | null {
  if (!mayRate(text)) return null
  const drawn = drawnStars((ROW_OF_STARS.exec(text)?.[0] ?? '').trim())
  if (drawn !== null) return drawn
  for (const pattern of [NAMED, IN_STARS, IN_BRACKETS]) {
    const found = pattern.exec(text)
    if (found) return toRating(numberOf(found[1]), { worst: null, best: Number(found[2]) })
  }
  return null
}

/** The same where the words are known to be of a review, as a notification's are: `left a 4-star review`, `4 estrellas`. */
export function ratingInReview(text: string): Rating | null {
  const sure = ratingInWords(text)
  if (sure !== null) return sure
  const bare = STARS_ALONE.exec(text)
  if (bare) return toRating(numberOf(`${bare[1] ?? ''}.${bare[2] ?? '0'}`), { worst: 1, best: 5 })
  const fraction = new RegExp(`(?<![\\p{N}/.,])${NUMBER}\\s*/\\s*(5|10)(?![\\p{N}/])`, 'u').exec(text)
  return fraction ? toRating(numberOf(fraction[1]), { worst: null, best: Number(fraction[2]) }) : null
}
