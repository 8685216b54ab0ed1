import { condition, type Keyword } from './keyword.ts'

const STARS = String.raw`(\d(?:\.\d{1,3})?)`
const COMPARED = new RegExp(`^(<=|>=|<|>)${STARS}$`)
const BETWEEN = new RegExp(String.raw`^${STARS}\.\.${STARS}$`)
const EXACT = /^=?(\d)$/

const OF_MENTION = '(SELECT stars FROM mention WHERE mention.id = state.id)'

/** `rating:<=2`, `rating:3..5`, `rating:=1`: in stars of five, whatever the place's own scale is. */
export const rating: Keyword = {
  name: 'rating',
  takes: 'stars of five: <=2, >=4, 3..5 or =1',
  example: '<=2',
  normalise: (value) => {
    if (COMPARED.test(value) || BETWEEN.test(value)) return value
    const exact = EXACT.exec(value)
    return exact ? `=${exact[1] ?? ''}` : null
  },
  condition: (value) => {
    const compared = COMPARED.exec(value)
    if (compared) return condition(`${OF_MENTION} ${compared[1] ?? '='} ?`, Number(compared[2]))
    const between = BETWEEN.exec(value)
    if (between) {
      return condition(`${OF_MENTION} BETWEEN ? AND ?`, Number(between[1]), Number(between[2]))
    }
    // Scales of ten leave halves between: a mention has the stars it would be shown with.
    return condition(`round(${OF_MENTION}) = ?`, Number(value.slice(1)))
  },
}
