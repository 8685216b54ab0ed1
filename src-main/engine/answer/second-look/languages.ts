import { LOOK_LANGUAGES, type LookLanguage, type Words } from './words/lists.ts'
import { type Looked, wordsOf } from './words/sentences.ts'

export type Lists = Readonly<Record<LookLanguage, Words>>

/**
 * The language of a short text: by the words nobody writes without, when one language has clearly more of them, else
 * by its letters (`detect`); null where not sure. Words of the languages we have lists for count most.
 */
export function languageOf(
  { original, folded }: Looked,
  lists: Lists,
  detect: () => string | null,
): string | null {
  const words = wordsOf(folded.text.replace(/https?:\/\/\S+|[@#][\w.-]+|«[^»]*»|"[^"]*"/g, ' '))
  if (words.length === 0) return null
  const counted = LOOK_LANGUAGES.map((language) => ({
    language,
    n: weigh(words, lists, language) + lettersOf(original, language),
  }))
  counted.sort((a, b) => b.n - a.n)
  const [first, second] = counted
  if (
    first &&
    second &&
    first.n >= 1.5 &&
    first.n >= 1.6 * second.n &&
    first.n >= second.n + (words.length < 12 ? 1.25 : 1)
  ) {
    return first.language
  }
  if (words.length < 4) return null
  const detected = detect()
  // Between neighbours the letters of a short text decide little.
  const isNeighbour = detected !== null && NEIGHBOURS.has(detected) && words.length < 14
  return isNeighbour && detected !== (first && second && first.n > second.n ? first.language : null)
    ? null
    : detected
}

const NEIGHBOURS: ReadonlySet<string> = new Set(['es', 'pt', 'gl', 'ca', 'it', 'ast'])

/** Letters that only one of them has; a name may have one, so they count little. */
const LETTERS: Readonly<Record<LookLanguage, RegExp>> = {
  es: /[¿¡ñ]|ción\b|\bll|\b(?:el|los|y|muy|pero|fue|una|hay)\b/giu,
  en: /\b(?:the|and|with)\b|'(?:s|t|re|ll|ve)\b/giu,
  pt: /[ãõçêôàâ]|\b(?:não|você|uma|muito|e|os|do|da)\b/giu,
}

function lettersOf(original: string, language: LookLanguage): number {
  return Math.min(3, (original.match(LETTERS[language])?.length ?? 0) * 0.5)
}

/** A word of one language counts whole, one of two languages half. */
function weigh(words: readonly string[], lists: Lists, language: LookLanguage): number {
  let sum = 0
  for (const word of words) {
    if (!lists[language].small.has(word)) continue
    const shared = LOOK_LANGUAGES.filter((other) => lists[other].small.has(word)).length
    sum += shared === 1 ? 1 : shared === 2 ? 0.25 : 0
  }
  return sum
}

export function isLookLanguage(language: string | null): language is LookLanguage {
  return language !== null && LOOK_LANGUAGES.some((each) => each === language)
}
