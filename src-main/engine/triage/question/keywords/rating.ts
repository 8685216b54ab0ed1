import type { Said } from '../question.ts'
import { condition, isNone, type Keyword } from './keyword.ts'

const STARS = String.raw`(\d(?:\.\d{1,3})?)`
const COMPARED = new RegExp(`^(<=|>=|<|>)${STARS}$`)
const BETWEEN = new RegExp(String.raw`^${STARS}\.\.${STARS}$`)
const RANGE = new RegExp(String.raw`^${STARS}(?:\.\.|-|–)${STARS}$`)
const EXACT = /^=?(\d)$/

/** `rating:<=2`, `rating:3..5`, `rating:=1`: in stars of five, whatever the place's own scale is. */
export const rating: Keyword = {
  name: 'rating',
  es: 'estrellas',
  also: ['stars', 'valoracion', 'puntuacion', 'estrelas', 'avaliacao'],
  about: { en: 'its stars', es: 'sus estrellas' },
  takes: {
    en: 'stars of five: <=2, >=4, 3..5, =1 or none',
    es: 'estrellas de cinco: <=2, >=4, 3..5, =1 o ninguna',
  },
  example: '<=2',
  offers: { kind: 'examples', values: ['<=2', '=3', '>=4', '3..5', 'none'] },
  normalise,
  says,
  condition: (value) => {
    if (value === 'none') return condition('state.stars IS NULL')
    const compared = COMPARED.exec(value)
    if (compared) return condition(`state.stars ${compared[1] ?? '='} ?`, Number(compared[2]))
    const between = BETWEEN.exec(value)
    if (between) {
      return condition('state.stars BETWEEN ? AND ?', Number(between[1]), Number(between[2]))
    }
    // Scales of ten leave halves between: a mention has the stars it would be shown with.
    return condition('round(state.stars) = ?', Number(value.slice(1)))
  },
}

function normalise(given: string): string | null {
  if (isNone(given)) return 'none'
  const value = given.replaceAll(',', '.').replace('≤', '<=').replace('≥', '>=')
  if (COMPARED.test(value)) return value
  const range = RANGE.exec(value)
  if (range) {
    const [low = '', high = ''] = range.slice(1)
    return Number(low) <= Number(high) ? `${low}..${high}` : null
  }
  const exact = EXACT.exec(value)
  return exact ? `=${exact[1] ?? ''}` : null
}

const COMPARISONS: Readonly<Record<string, Said>> = {
  '<=': { en: 'stars or fewer', es: 'estrellas o menos' },
  '>=': { en: 'stars or more', es: 'estrellas o más' },
}

function says(value: string): Said {
  if (value === 'none') return { en: 'without stars', es: 'sin estrellas' }
  const [, sign = '', stars = ''] = COMPARED.exec(value) ?? []
  if (sign === '<') return { en: `fewer than ${stars} stars`, es: `menos de ${stars} estrellas` }
  if (sign === '>') return { en: `more than ${stars} stars`, es: `más de ${stars} estrellas` }
  const compared = COMPARISONS[sign]
  if (compared) return { en: `${stars} ${compared.en}`, es: `${stars} ${compared.es}` }
  const [, low, high] = BETWEEN.exec(value) ?? []
  if (low !== undefined && high !== undefined)
    return { en: `${low} to ${high} stars`, es: `de ${low} a ${high} estrellas` }
  const exact = value.slice(1)
  return exact === '1'
    ? { en: '1 star', es: '1 estrella' }
    : { en: `${exact} stars`, es: `${exact} estrellas` }
}
