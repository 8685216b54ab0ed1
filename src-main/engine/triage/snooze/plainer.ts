import { NUMBER_WORDS, toNumber } from './numbers.ts'

const HOUR = String.raw`(\d{1,2}|${NUMBER_WORDS})`
const hour = (text: string) => String(toNumber(text))

type Rewrite = readonly [RegExp, string | ((...found: string[]) => string)]

/** Ways to say a moment, in folded words, and a plainer way to say the same. */
const PLAINER: readonly Rewrite[] = [
  [/\b(\d{4}-\d{2}-\d{2})t(?=\d)/g, '$1 '],
  // Hours in words.
  [new RegExp(`\\b(a las?|sobre las|at|as) ${HOUR}\\b`, 'g'), (_, at, said) => `${at} ${hour(said)}`],
  [new RegExp(`\\bhalf past ${HOUR}\\b`, 'g'), (_, said) => `at ${hour(said)} y media`],
  [new RegExp(`\\bquarter past ${HOUR}\\b`, 'g'), (_, said) => `at ${hour(said)} y cuarto`],
  [new RegExp(`\\bquarter to ${HOUR}\\b`, 'g'), (_, said) => `at ${hour(said)} menos cuarto`],
  [new RegExp(`\\b${HOUR} (?:o clock|oclock)\\b`, 'g'), (_, said) => `${hour(said)} o'clock`],
  // Halves.
  [
    new RegExp(`\\b${HOUR} (?:horas (?:y|e) (?:media|meia)|and a half hours)\\b`, 'g'),
    (_, said) => halves(said),
  ],
  [/\b(\d{1,2})[.](5) ?(?:h|hours?|horas?)\b/g, (_, said) => halves(said)],
  [/\b(?:medio ano|half a year|meio ano)\b/g, '6 meses'],
  [/\b(?:un ano y medio|ano y medio|a year and a half|um ano e meio)\b/g, '18 meses'],
  [/\b(?:(?:a|una|uma) )?(?:fortnight|quincena|quinzena)\b/g, '15 dias'],
  // Days with a name.
  [/\b(?:nochebuena|christmas eve|vespera de natal)\b/g, '24/dec'],
  [/\b(?:navidad|christmas(?: day)?|natal)\b/g, '25/dec'],
  [
    /\b(?:nochevieja|(?:a )?fin(?:al)? de(?:l)? ano|new year s eve|new year's eve|eoy|(?:the )?end of (?:the )?year|(?:fim|final) d[oe] ano)\b/g,
    '31/dec',
  ],
  [/\b(?:ano nuevo|new year(?:'s(?: day)?)?|ano novo)\b/g, '1/jan'],
  [/\b(?:primero|primeiro) de (?=\p{L})/gu, '1 de '],
  [/\bdia (\d{1,2}) de (?=\p{L})/gu, '$1 de '],
  [
    /\b(?:(?:a )?(?:principios?|comienzos?) de(?:l)? mes|primer dia del mes|(?:the )?(?:first|start|beginning) of the month|(?:no )?(?:comeco|inicio) do mes)\b/g,
    'dia 1',
  ],
  [
    /\b(?:(?:a )?mediados de(?:l)? mes|mid[- ]month|(?:the )?middle of the month|(?:em )?meados do mes)\b/g,
    'dia 15',
  ],
  [/\b(lunes|martes|miercoles|jueves|viernes|sabado|domingo) dia (?=\d)/g, ''],
  [/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day (?=the \d)/g, ''],
  // A while, and times with a name.
  [/\b(?:dentro de un rato|daqui a pouco|logo mais|in a bit|soon)\b/g, 'later'],
  [/\b(?:a ultima hora|ultima hora|close of business|cob|ultima hora do dia)\b/g, 'eod'],
  [/\b(?:despues de comer|tras la comida|after lunch|depois do almoco)\b/g, '15:00'],
]

function halves(hours: string): string {
  return `${toNumber(hours) * 60 + 30} min`
}

/** The same moment in the words that days, times and whiles are read from. */
export function plainer(words: string): string {
  return PLAINER.reduce(
    // Both kinds of replacement are what `replaceAll` takes; its overloads want to know which.
    (text, [pattern, by]) =>
      typeof by === 'string' ? text.replaceAll(pattern, by) : text.replaceAll(pattern, by),
    words,
  )
    .replace(/\s+/g, ' ')
    .trim()
}
