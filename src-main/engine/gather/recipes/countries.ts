/** ISO 3166-1, in lower case. */
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  es: ['es', 'mx', 'ar', 'co', 'cl', 'pe'],
  en: ['us', 'gb', 'ca', 'au'],
  pt: ['br', 'pt'],
}

/** The country of an address first, then those where a brand's languages are spoken, the languages in turns. */
export function countriesToAsk(own: string, languages: readonly string[]): readonly string[] {
  const spoken = languages.map((language) => COUNTRIES[language] ?? [])
  const longest = Math.max(0, ...spoken.map((countries) => countries.length))
  const turns = Array.from({ length: longest }, (_, turn) => spoken.flatMap((of) => of.slice(turn, turn + 1)))
  return [...new Set([own, ...turns.flat()])]
}
