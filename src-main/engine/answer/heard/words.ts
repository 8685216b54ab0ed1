/** What people write when they ask for something, by language; folded: without accents, in small letters. */
const REQUESTS: Readonly<Record<string, string>> = {
  es: `(?:quiero|quisiera|querria|queremos|exijo|exigimos|necesito|necesitamos|reclamo|solicito|pido|pedimos|espero que|ruego|
    me gustaria|agradeceria|por favor|podeis|podriais|puede[ns]?|podria[ns]?|podes|decidme|diganme|decime|dime|
    (?:devolved|devuelvan|devuelva|devuelve|devolve)(?:dme|nme|lo|la|me)?|avisad|avisenme|llamad|llamenme|contestad|contesten|
    respondan|responded|arreglad|arreglen|solucion(?:ad|en)|cambiad|envi(?:ad|en)|hagan|haced|a ver (?:si|cuando))`,
  en: `(?:i (?:want|need|demand|would like|expect|am asking|request)|i['’]d like|we (?:want|need|would like)|please|
    (?:can|could|would|will) (?:you|someone|anyone|somebody)|give me|send me|tell me|let me know|refund me|call me|answer me|
    fix (?:it|this|that|the)|sort (?:it|this) out)`,
  pt: `(?:quero|queria|gostaria|exijo|preciso|precisamos|solicito|peco|pedimos|por favor|podem|poderiam|pode|poderia|
    digam|diga-me|me digam|devolvam|devolva|avisem|liguem|respondam|resolvam|resolva|arrumem|troquem|enviem|aguardo)`,
}

/** What people write when something went wrong. */
const COMPLAINTS: Readonly<Record<string, string>> = {
  es: `(?:no funciona\\w*|no va\\b|no llego|no ha llegado|no llega|nunca llego|sigo sin|sigue sin|seguimos sin|sin respuesta|nadie
    (?:contesta|responde|llama)|tarde|retraso\\w*|rot[oa]s?|defectuos[oa]s?|equivocad[oa]s?|averiad[oa]s?|mal\\b|fatal|pesim[oa]s?|
    horrible|vergonzos[oa]|verguenza|estaf\\w+|engan\\w+|cobr\\w+ (?:dos|de mas|doble)|me cobraron|decepcion\\w*|peor|frio|
    falta\\w*|perdi\\w+|error\\w*|fallo\\w*|falla\\w*|problema\\w*|queja\\w*|inaceptable|imposible|llevo \\w+ (?:dias|semanas|meses))`,
  en: `(?:doesn['’]?t work|does not work|not working|stopped working|never (?:arrived|came|answered|got|received)|still (?:no|not|waiting|haven['’]?t)|
    no (?:answer|reply|response|refund)|nobody (?:answers|replies|called)|late|delayed|broken|faulty|wrong|damaged|missing|lost|terrible|
    awful|horrible|worst|rude|scam|overcharged|charged (?:me )?twice|disappoint\\w*|unacceptable|cold|error\\w*|problem\\w*|issue\\w*|
    fail\\w*|crash\\w*|cannot|can['’]?t|unable|complain\\w*)`,
  pt: `(?:nao funciona\\w*|nao chegou|nunca chegou|continuo sem|ainda nao|sem resposta|ninguem (?:responde|atende|liga)|atras\\w+|
    quebrad[oa]s?|estragad[oa]s?|errad[oa]s?|defeito\\w*|pessim[oa]s?|horrivel|vergonha|golpe|engan\\w+|cobr\\w+ (?:duas|a mais|em dobro)|
    decepcion\\w*|pior|fri[oa]|falt\\w+|perd\\w+|erro\\w*|falh\\w*|problema\\w*|reclam\\w*|inaceitavel|impossivel|demor\\w+)`,
}

/** A greeting, thanks, or a question that asks nothing (`¿en serio?`). */
const EMPTY =
  /^(?:hola|buenas|buenos dias|buenas tardes|hello|hi|hey|dear \w+|good (?:morning|afternoon)|ola|oi|bom dia|boa tarde|gracias|thanks?|thank you|obrigad[oa]|saludos|un saludo|regards|(?:en serio|de verdad|really|seriously|serio|a serio|que tal|todo bien|how are you|como estais?|que mas quieren|no))[\s,.!?¡¿:)]*(?:a todos|todos|equipo|team|all|there)?[\s,.!?¡¿:)]*$/

/** How they say themselves that it is not the first time, with how many times it is. */
const ORDINALS: readonly (readonly [pattern: RegExp, times: number])[] = [
  [/\b(?:segunda|2\s?\.?\s?[aª]|second|2nd) (?:vez|time)\b/, 2],
  [/\b(?:tercera|terceira|3\s?\.?\s?[aª]|third|3rd) (?:vez|time)\b/, 3],
  [/\b(?:cuarta|quarta|4\s?\.?\s?[aª]|fourth|4th) (?:vez|time)\b/, 4],
  [/\b(?:quinta|5\s?\.?\s?[aª]|fifth|5th) (?:vez|time)\b/, 5],
  [/\b(?:otra vez|de nuevo|outra vez|de novo|once again|yet again)\b/, 2],
]

const asPattern = (source: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${source.replace(/\s*\n\s*/g, '')}(?![\\p{L}\\p{N}])`, 'u')
const listed = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([language, source]) => [language, asPattern(source)]))

const requests = listed(REQUESTS)
const complaints = listed(COMPLAINTS)

/** In the language of the text; where that is not sure, in any of those known. */
function matches(
  patterns: Readonly<Record<string, RegExp>>,
  folded: string,
  language: string | null,
): boolean {
  const own = language === null ? undefined : patterns[language]
  return own ? own.test(folded) : Object.values(patterns).some((pattern) => pattern.test(folded))
}

export function isRequest(folded: string, language: string | null): boolean {
  return matches(requests, folded, language)
}

export function isComplaint(folded: string, language: string | null): boolean {
  return matches(complaints, folded, language)
}

export function isEmptyTalk(folded: string): boolean {
  return EMPTY.test(folded)
}

/** `Tercera vez que escribo` says 3; null where they do not say. */
export function timesTheySay(folded: string): number | null {
  return ORDINALS.find(([pattern]) => pattern.test(folded))?.[1] ?? null
}
