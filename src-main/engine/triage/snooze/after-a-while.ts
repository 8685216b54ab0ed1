import { NUMBER, toNumber } from './numbers.ts'

const IN = '(?:en|in|em|dentro de|daqui a|within)'
const HOURS = '(?:h|hs|hrs?|hours?|horas?)'
const MINUTES = '(?:m|min|mins|minutes?|minutos?)'
const FROM_NOW = '(?: from now| a partir de ahora| a partir de agora)?'

const HALF_HOUR = /^(?:(?:en|in|em|dentro de|daqui a) )?(?:media hora|half an hour|a half hour|meia hora)$/
const HOUR_AND_HALF =
  /^(?:(?:en|in|em|dentro de|daqui a) )?(?:(?:una )?hora y media|an hour and a half|(?:uma )?hora e meia)$/
const LATER = /^(?:later(?: today)?|mas tarde|mais tarde|luego|depois|un rato|en un rato|in a while)$/
/** A bare `9h` is a time of the day; `9 hours` and `in 9h` are a while. */
const HOURS_IN_WORDS = new RegExp(`^(${NUMBER}) (?:hours?|horas?|hrs)${FROM_NOW}$`)
const IN_HOURS = new RegExp(`^${IN} (${NUMBER}) ?${HOURS}(?: ?(?:y|and|e)? ?(${NUMBER}) ?${MINUTES}?)?$`)
const IN_MINUTES = new RegExp(`^(?:${IN} )?(${NUMBER}) ?${MINUTES}${FROM_NOW}$`)

const LATER_MINUTES = 180

/** Minutes from now that words mean: `in 2 hours`, `en media hora`, `30 min`; null where they mean a day or a time. */
export function afterAWhile(words: string): number | null {
  if (HALF_HOUR.test(words)) return 30
  if (HOUR_AND_HALF.test(words)) return 90
  if (LATER.test(words)) return LATER_MINUTES
  const hours = HOURS_IN_WORDS.exec(words) ?? IN_HOURS.exec(words)
  if (hours) return toNumber(hours[1] ?? '') * 60 + (hours[2] === undefined ? 0 : toNumber(hours[2]))
  const minutes = IN_MINUTES.exec(words)
  return minutes ? toNumber(minutes[1] ?? '') : null
}
