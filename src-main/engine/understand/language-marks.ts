import { LANGUAGES } from './letters.ts'
import type { Heard } from './heard.ts'
import { makeWordSets, setsOf } from './word-sets.ts'

/**
 * Words, beginnings of words and letters that one language has and its neighbours do not: in three to five words letters
 * alone say too little. Galician is here because the letters take all of it for Portuguese or Spanish.
 */
const WORDS: Readonly<Record<string, string>> = {
  es: 'el los las del y con una muy pero este fue hay lo al un su sus mi yo más aquí sin ya ella ellos qué cómo cuándo dónde quién eso esto nada está están era hace hasta desde porque también soy eres son tengo tiene quiero gracias bien buenas buenos días tardes noches nos os él ese esa hola aún así nació estos estas esos esas aquellos igual mismo misma solo sólo entonces pues vale claro mucho mucha muchos muchas cada otra otro otros otras dice dijo hecho vez años hombre mujer vamos nuestro nuestra fueron unos por para sí después ahora siempre nunca señor señora usted ustedes me te le les gusta todo todos gente has he va tu si ti que es de en van ser no',
  pt: 'não o os as um uma em do da dos das na nos nas é são com você vocês ele ela eles mais meu minha por seu sua foi ao à pelo pela isso está estou tem muito muita bem bom boa já também quem obrigado obrigada eu sou ser mano pra pro vc tá tô né cara até sem nem depois agora sempre nunca senhor isto aqui meus minhas fazer dia tudo estes estas esses essas mesmo mesma então outro outra outros outras disse feito vez anos homem mulher vamos nosso nossa coisa aqueles cansei cadê hoje ontem ainda todos gente este nada era desde porque claro cada para me te todo que de sei',
  en: 'the and of is to for with this that it i you my was are be not have has at from they we he she his her your what who how why very there were will would can all just good but or an me as do no',
  ca: 'els i per és amb les molt però dels aquest aquesta tot seva seu què hi va meva nosaltres jo tu em el del una al un de en que es si no',
  it: 'il di che è per non una gli della del nel sono con ma si mi ti ho hai questo questa anche molto come lo sei al un su era le o da tu va solo no',
  fr: 'le les des et est une pour pas dans qui vous nous je il elle du au avec que ce cette sur mais très suis monsieur madame un son nos me te tu va si en de',
  de: 'der die das und ist nicht ich ein eine mit zu auf den von es sie wir er bitte danke was wie für auch im dem',
  nl: 'de het een en van is niet ik je dat met op voor maar wat hij zij we zijn te ook nog',
}
/** Galician writes so, and neither of its neighbours. */
const GALICIAN =
  /^(?:[dnc]?unhas?|moit[oa]s?|moi|tamén|súas?|máis|dende|ós|ningunha|algunhas?|ningún|fixo|dixo|tiñan?|houbo|aínda|coa|cos|coas|cun|dun|mellor(?:es)?|traballo|nenos|homes|estudo|iso|non|polo|pola|dous|dúas|catro|cidades?|rexións?|prezo|servizo|x[aeiou]\p{L}+|\p{L}{3,}[st]ruci?ón|\p{L}{3,}(?:cións|sións))$/u
/** Letters and endings that one of the two has and the other has not. */
const PORTUGUESE =
  /(?:ção|ções|inhos?|inhas?|dade|aram|eram|iram|avam?|agem|agens|eiros?|eiras?|vel)$|[ãõ]|[ln]h[aeo]/u
const SPANISH =
  /ñ|(?:ción|ciones|iendo|ieron|aron|dad|illos?|illas?|ísimos?|ísimas?|uelos?|eros|eras|aban?|ía[ns]?|amos)$|^(?:ll|hue|h[aei][cbrz])|[^gq]ue[nrstvl]|ie[nrs][toae]/u
/** A text whose accented letters were lost on its way: `institucin`, `tambin`. */
const SPANISH_WITHOUT_ACCENTS = /[aiun]cin$|^(?:tambin|telfono|fsic[oa]s?)$/
/** Catalan writes so, and Spanish never does. */
const CATALAN = /l·l|[àèò]\p{L}|(?:ció|cions|ència|itats?|eixen|eix|nys?|[aeiou]ts)$|tx|tj/u
const ITALIAN =
  /(?:zion[ei]|tà|aggio|aggi|ezz[ae]|issim[oaie])$|cch|zz|gg[ieo]|gli[aeo]?$|[aeiou]tt[aeio]$|^sc?[ptgf][aeiou]/u
const FRENCH =
  /(?:eux|euses?|[^aeiou]aux|eaux?|ées?|oirs?|aient|[^q]uit|ît|êt|ois?|ais)$|œ|ç[ao]i|[êû]|^(?:j|qu)$/u
/** Galician is not among what the letters know. */
export const GALICIAN_PLACE = LANGUAGES.length
const placeOf = (language: string) => (language === 'gl' ? GALICIAN_PLACE : LANGUAGES.indexOf(language))
const ES = placeOf('es')
const SETS = makeWordSets(Object.values(WORDS))
const PLACES = Object.keys(WORDS).map(placeOf)

/** What is seen of a word by its endings and letters: which language it speaks for, or against, and how much. */
const FORMS: readonly (readonly [pattern: RegExp, language: string, weight: number])[] = [
  [PORTUGUESE, 'pt', 1],
  [SPANISH, 'es', 1],
  [SPANISH_WITHOUT_ACCENTS, 'es', 1],
  [CATALAN, 'ca', 1],
  [GALICIAN, 'gl', 0.7],
  [ITALIAN, 'it', 0.7],
  [FRENCH, 'fr', 0.7],
]
const [LIKE_PORTUGUESE, LIKE_SPANISH] = [1, 2]
const FORM_PLACES = FORMS.map(([, language]) => placeOf(language))
const OF_OPENING = 1.5

/** How much each language's own words, endings and letters speak for it, by its place: one for a word that only it has. */
export type Marks = number[]

export function marksOf(text: string, heard: readonly Heard[], opens: boolean): Marks {
  const marks: Marks = new Array<number>(LANGUAGES.length + 1).fill(0)
  for (const word of heard) {
    addWord(marks, setsOf(SETS, word.hash))
    addForms(marks, formsOf(text, word))
  }
  if (opens) add(marks, ES, OF_OPENING)
  return marks
}

function add(marks: Marks, place: number, weight: number): void {
  marks[place] = (marks[place] ?? 0) + weight
}

function addWord(marks: Marks, languages: number): void {
  let many = 0
  for (let rest = languages; rest !== 0; rest &= rest - 1) many += 1
  for (let rest = languages; rest !== 0; rest &= rest - 1)
    add(marks, PLACES[31 - Math.clz32(rest & -rest)] ?? 0, 1 / many)
}

function addForms(marks: Marks, forms: number): void {
  for (let rest = forms; rest !== 0; rest &= rest - 1) {
    const at = 31 - Math.clz32(rest & -rest)
    add(marks, FORM_PLACES[at] ?? 0, FORMS[at]?.[2] ?? 0)
  }
}

/** A cache, not state: of words met before nobody has to look at the endings again. */
const MET = 4096
const met = { hashes: new Int32Array(MET), forms: new Uint8Array(MET) }

function formsOf(text: string, { hash, from, to }: Heard): number {
  const at = (hash ^ (hash >>> 15)) & (MET - 1)
  if (met.hashes[at] !== hash) {
    met.hashes[at] = hash
    met.forms[at] = formsOfWord(text.slice(from, to).toLowerCase())
  }
  return met.forms[at] ?? 0
}

function formsOfWord(word: string): number {
  let forms = 0
  for (const [at, [pattern]] of FORMS.entries()) if (pattern.test(word)) forms |= 1 << at
  return (forms & LIKE_PORTUGUESE) === 0 ? forms : forms & ~LIKE_SPANISH
}
