/**
 * Words that people cannot write three sentences without. Where a text has many of one language, and at most half as
 * many of any neighbour, nobody needs to count its letters.
 */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  es: 'y el los las muy pero fue también hay esta este están cuando hasta desde usted ustedes donde nada hace sido ella ellos estaba sus una lo',
  en: 'the and of is was it for with this that not they you have are but from were been my would which their there when your',
  pt: 'não muito uma com em é você foi são mais ao pela pelo meu minha isso ele ela quando até já também nem seu sua um os',
  gl: 'unha non moito pola polo máis tamén sen xa nin eu foi ao un os cando até',
  ca: 'amb els i per és molt però també dels una el aquest aquesta són seva tot les lo',
  it: 'che il di è per non sono anche molto della nel gli una lo un',
  fr: 'les des est et une pour pas dans qui vous nous avec très mais sur un',
  de: 'und der die das ist nicht ich ein eine mit für auf den von sehr aber',
}
const LANGUAGES = Object.keys(SMALL_WORDS)
/** By their places in `LANGUAGES`. */
const LANGUAGES_OF = new Map<string, readonly number[]>()
for (const [language, words] of Object.values(SMALL_WORDS).entries()) {
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language])
}
/** Words looked at. */
const SAMPLE = 60
const ENOUGH = 5

/** The language of lower-case words, ISO 639-1, when their small words leave no doubt; else null. */
export function languageBySmallWords(words: readonly string[]): string | null {
  const counts = new Uint8Array(LANGUAGES.length)
  for (let at = 0; at < words.length && at < SAMPLE; at += 1) {
    const spoken = LANGUAGES_OF.get(words[at] ?? '')
    if (spoken !== undefined) for (const language of spoken) counts[language] = (counts[language] ?? 0) + 1
  }
  let [first, most, second] = [0, 0, 0]
  for (const [language, count] of counts.entries()) {
    if (count > most) [first, most, second] = [language, count, most]
    else if (count > second) second = count
  }
  return most >= ENOUGH && second * 2 <= most ? (LANGUAGES[first] ?? null) : null
}
