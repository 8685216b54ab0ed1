export interface TimeOfDay {
  /** Since the day began; 24 x 60 is the midnight it ends with. */
  readonly minutes: number
  /** The same figure after noon, where nothing says that it is not meant: `a las 5`. */
  readonly afterNoon?: number
}

const HOUR = 60
const NIGHT = 19 * HOUR
const NOON = 12 * HOUR

/** Parts of a day that stand for a time, longest first: `por la manana` is a part, `manana` alone is a day. */
const PARTS: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:(?:a|al|at|ao|de) )?(?:mediodia|medio dia|meio[- ]dia|noon|midday|lunchtime|la hora de comer)\b/,
    12 * HOUR,
  ],
  [/\b(?:a la |a |at |de )?(?:medianoche|media noche|meia[- ]noite|midnight)\b/, 24 * HOUR],
  [/\b(?:a primera hora|first thing(?: in the morning)?|logo cedo|bem cedo|temprano|early|cedo)\b/, 8 * HOUR],
  [/\b(?:(?:por la|en la|a la|de la|de|pela|in the) )?(?:madrugada|early morning)\b/, 6 * HOUR],
  [/\b(?:por la|en la|a la|de la) manana\b|\b(?:de|da|pela|na) manha\b|\b(?:in the )?morning\b/, 9 * HOUR],
  [
    /\b(?:por la|en la|a la|de la|esta|a|da|de|pela|na) tarde\b|\b(?:in the |this )?afternoon\b|\btarde$/,
    16 * HOUR,
  ],
  [
    /\b(?:por la|en la|a la|de la|esta|a|da|de|pela|na) (?:noche|noite)\b|\b(?:in the |this )?evening\b|\bat night\b|\bnoche$|\bnoite$/,
    NIGHT,
  ],
  [/\b(?:al final del dia|fin del dia|end of (?:the )?day|eod|(?:no )?(?:fim|final) do dia)\b/, 18 * HOUR],
]

const CLOCK =
  /\b(a las |a la |sobre las |as |a |at |@ ?)?(\d{1,2})(?:[:.h](\d{2}))?(?: ?(am|pm|h|hs|hrs|horas|hours|o'?clock|en punto))?(?: (y media|y cuarto|menos cuarto|e meia|e quarto))?(?: (de la manana|de la tarde|de la noche|da manha|da tarde|da noite|in the morning|in the afternoon|in the evening|at night|por la manana|por la tarde|por la noche))?(?![\d/.-]|[a-z])/g

const QUARTERS: Readonly<Record<string, number>> = {
  'y media': 30,
  'e meia': 30,
  'y cuarto': 15,
  'e quarto': 15,
  'menos cuarto': -15,
}

/** The time of day that words name, and the words without it, which name the day. */
export function takeTime(words: string): { readonly time: TimeOfDay | null; readonly rest: string } {
  for (const found of words.matchAll(CLOCK)) {
    const minutes = minutesOf(found)
    if (minutes === null) continue
    const rest = without(words, found[0], found.index)
    return isPlain(found) ? partOfDay(minutes, rest) : { time: { minutes }, rest }
  }
  const tonight = /\b(?:tonight|hoy noche)\b/.exec(words)
  if (tonight) return { time: { minutes: NIGHT }, rest: without(words, tonight[0], tonight.index, 'today') }
  for (const [pattern, minutes] of PARTS) {
    const found = pattern.exec(words)
    // `esta noche` and `this evening` say which day, too.
    if (found) {
      const day = /^(?:esta|this) /.test(found[0].trim()) ? 'today' : ''
      return { time: { minutes }, rest: without(words, found[0], found.index, day) }
    }
  }
  return { time: null, rest: words }
}

/** Nothing beside the figures says which half of the day is meant: `9h`, `9:00` and `pm` do. */
function isPlain([, , hour, minute, mark, , part]: RegExpMatchArray): boolean {
  const isLone = minute === undefined && mark === undefined && part === undefined
  return isLone && Number(hour) > 0 && Number(hour) < 12
}

const LATE = /tarde|noche|noite|afternoon|evening|night/

/** `esta tarde a las 5`, `el martes por la mañana a las 10`; else either half of the day may be meant. */
function partOfDay(minutes: number, words: string): { readonly time: TimeOfDay; readonly rest: string } {
  for (const [pattern] of PARTS) {
    const found = pattern.exec(words)
    if (!found) continue
    const rest = without(words, found[0], found.index, /^(?:esta|this) /.test(found[0].trim()) ? 'today' : '')
    return { time: { minutes: LATE.test(found[0]) ? minutes + NOON : minutes }, rest }
  }
  return { time: { minutes, afterNoon: minutes + NOON }, rest: words }
}

/** Null where the figures name no time: `3 days`, `12 de octubre`. */
function minutesOf(found: RegExpMatchArray): number | null {
  const [, said, hour, minute, mark, quarter, part] = found
  // A lone figure is a time only after a word that says so.
  const isTime = minute !== undefined || mark !== undefined || quarter !== undefined || part !== undefined
  if (!isTime && (said === undefined || said === 'a ')) return null
  const hours = toHours(Number(hour), mark, part)
  const minutes = Number(minute ?? 0) + (quarter === undefined ? 0 : (QUARTERS[quarter] ?? 0))
  return hours === null || Number(minute ?? 0) > 59 ? null : hours * HOUR + minutes
}

function toHours(hour: number, mark: string | undefined, part: string | undefined): number | null {
  if (hour > 24) return null
  const isNight = part !== undefined && /noche|noite|night|evening/.test(part)
  const isLate = mark === 'pm' || isNight || (part !== undefined && /tarde|afternoon/.test(part))
  if (hour === 12 && isNight) return 24
  if (hour === 12) return mark === 'am' ? 0 : 12
  return isLate && hour < 12 ? hour + 12 : hour
}

function without(words: string, taken: string, at: number, instead = ''): string {
  const rest = `${words.slice(0, at)} ${instead} ${words.slice(at + taken.length)}`
  return rest.replace(/\s+/g, ' ').trim()
}
