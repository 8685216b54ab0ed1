export type WhenLanguage = 'es' | 'en' | 'pt'

/** How a language says days, on folded text. Patterns are the inside of a regular expression. */
export interface WhenWords {
  readonly today: string
  readonly morning: string
  readonly tomorrow: string
  readonly dayAfter: string
  readonly yesterday: string
  readonly sameDay: string
  /** Sunday first. */
  readonly weekdays: readonly string[]
  /** January first. */
  readonly months: readonly string[]
  /** What comes before a number of units: `within`, `en`. */
  readonly within: string
  readonly units: Readonly<Record<'minute' | 'hour' | 'day' | 'week' | 'month', string>>
  readonly working: string
  readonly numbers: Readonly<Record<string, number>>
  readonly thisWeek: string
  readonly nextWeek: string
  readonly thisMonth: string
  readonly nextMonth: string
  /** `%d`, `%m` stand for a day's and a month's number or name, `%y` for a year that may be left out. */
  readonly dates: readonly string[]
  /** A day of the month alone; `%d` is its number. */
  readonly dayAlone: readonly string[]
  /** What may come before 3/5 where it is a date. */
  readonly beforeNumeric: string
  readonly clock: readonly string[]
  readonly evening: string
}

const es: WhenWords = {
  today:
    'hoy(?: mismo)?|(?:esta|la misma) (?:tarde|noche)|(?:a lo largo|en el transcurso|durante|antes de que (?:acabe|termine)) (?:del|el|de la|la|de este) (?:dia|tarde|jornada)(?: de hoy)?|en (?:el|este) (?:dia|momento)|ahora mismo|(?:de )?inmediato|inmediatamente|ya mismo|antes de (?:cerrar|que cerremos)',
  morning: '(?:esta|a lo largo de la) manana',
  tomorrow: '(?<!(?:la|esta|de|cada|pasado) )manana',
  dayAfter: 'pasado manana',
  yesterday: 'ayer|anteayer|anoche',
  sameDay: '(?:ese|el|este) mismo dia',
  weekdays: ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'],
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'sep?tiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  within:
    'en (?:menos de |un (?:plazo|maximo) (?:de |maximo de )?|las proximas |los proximos |los siguientes |las siguientes |cosa de |unas? )?|dentro de (?:unas? )?|antes de (?:las? proximas? |los proximos )?|(?:un )?plazo (?:maximo )?de |maximo |de aqui a |a mas tardar en ',
  units: { minute: 'minutos?', hour: 'horas?|h', day: 'dias?', week: 'semanas?', month: 'mes(?:es)?' },
  working: 'habiles|laborables|laborales',
  numbers: {
    un: 1,
    una: 1,
    'un par de': 2,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    quince: 15,
    media: 1,
  },
  thisWeek:
    '(?:esta|esta misma) semana|(?:a lo largo|en el transcurso|durante|antes|fin(?:ales)?|finales) de (?:la|esta) semana|(?:este |el )?(?:fin de semana|finde)',
  nextWeek: '(?:la|una)? ?(?:semana (?:que viene|proxima|entrante)|proxima semana|semana siguiente)',
  thisMonth: 'este (?:mismo )?mes|(?:a |antes de )?(?:fin(?:al(?:es)?)?|cierre) (?:de|del|de este) mes',
  nextMonth: '(?:el )?(?:mes (?:que viene|proximo|entrante)|proximo mes)',
  dates: ['%d (?:de )?%m(?: (?:de|del) %y)?'],
  dayAlone: [
    'dia %d',
    'WEEKDAY,? (?:dia )?%d',
    '(?:el|del|al) %d(?=[.,;:)]|$| (?:te|le|os|les|lo|la|ya|de este mes|sin falta))',
  ],
  beforeNumeric: 'el|del|al|dia|WEEKDAY',
  clock: [
    '(?:a|antes de|sobre|hacia|de) (?:la|las) %h(?:[:.h](?<min>[0-5]\\d))?(?<half> y media| y cuarto| menos cuarto)?(?: (?:h|horas))?(?<part> de la (?:manana|tarde|noche|madrugada)| del mediodia| ?[ap]\\.? ?m\\.?)?(?! por ciento)',
    'al (?<noon>mediodia)',
  ],
  evening: 'tarde|noche|mediodia|p',
}

const en: WhenWords = {
  today:
    'today|tonight|this (?:afternoon|evening)|(?:by|before|at) (?:the )?(?:end|close) of (?:the |this )?(?:day|play|business)|(?:by )?(?:eod|cob)|(?:later|during|in the course of) (?:the |this )?(?:day|today|afternoon)|right (?:now|away)|immediately|straight ?away|before (?:we )?clos(?:e|ing)|this minute',
  morning: 'this morning',
  tomorrow: 'tomorrow',
  dayAfter: 'the day after tomorrow',
  yesterday: 'yesterday|last night',
  sameDay: '(?:the|that) (?:very )?same day',
  weekdays: [
    'sunday|sun',
    'monday|mon',
    'tuesday|tues?',
    'wednesday',
    'thursday|thurs',
    'friday|fri',
    'saturday',
  ],
  months: [
    'jan(?:uary)?',
    'feb(?:ruary)?',
    'mar(?:ch)?',
    'apr(?:il)?',
    'may',
    'june?',
    'july?',
    'aug(?:ust)?',
    'sept?(?:ember)?',
    'oct(?:ober)?',
    'nov(?:ember)?',
    'dec(?:ember)?',
  ],
  within:
    '(?:with)?in (?:the next |under |about |less than |no more than |at most )?|(?:with)?in a maximum of |(?:over|during) the next |inside |no later than |under |before ',
  units: {
    minute: 'min(?:ute)?s?',
    hour: 'hours?|hrs?|h',
    day: "days?(?:')?",
    week: "weeks?(?:')?",
    month: 'months?',
  },
  working: 'working|business|week',
  numbers: {
    a: 1,
    an: 1,
    one: 1,
    'a couple of': 2,
    'a couple': 2,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
  },
  thisWeek:
    '(?:(?:by |before |at )?(?:the )?end of (?:the|this) |later this |this |(?:during|in the course of) the )(?:very )?week(?!end)|(?:this|the|over the|by the|at the) weekend',
  nextWeek: '(?:early |the )?next week|the (?:following|coming) week',
  thisMonth: '(?:(?:by |before |at )?(?:the )?end of (?:the|this) |this )month|month end',
  nextMonth: 'next month',
  dates: ['%d(?:st|nd|rd|th)? (?:of )?%m(?:,? %y)?', '%m (?:the )?%d(?:st|nd|rd|th)?(?:,? %y)?'],
  dayAlone: ['the %d(?:st|nd|rd|th)', 'WEEKDAY,? (?:the )?%d(?:st|nd|rd|th)?'],
  beforeNumeric: 'on|by|before|until|WEEKDAY',
  clock: [
    "(?:at|by|before|around|from) %h(?:[:.](?<min>[0-5]\\d))?(?: ?o'?clock)?(?<part> ?[ap]\\.? ?m\\b\\.?| in the (?:morning|afternoon|evening)| tonight)?(?! (?:percent|the|end|day|week|month|pounds|dollars))",
    '%h(?:[:.](?<min>[0-5]\\d))?(?<part> ?[ap]\\.? ?m\\b\\.?)',
    '(?:at|by|before) (?<noon>noon|midday|lunchtime)',
  ],
  evening: 'afternoon|evening|tonight|p',
}

const pt: WhenWords = {
  today:
    'hoje(?: mesmo| ainda)?(?: (?:a|de|pela) (?:tarde|noite))?|ainda hoje|(?:esta|nesta|essa|nessa) (?:tarde|noite)|(?:ao longo|no decorrer|durante|no final|ao final|ate o fim|ate ao fim) (?:do|da|o|a|deste) (?:dia|tarde|expediente)|agora mesmo|(?:de )?imediato|imediatamente|neste momento',
  morning: '(?:hoje|esta|nesta) (?:de |pela |na )?(?:manha|cedo)|hoje cedo|ao longo da manha',
  tomorrow: '(?<!depois de )amanha',
  dayAfter: 'depois de amanha',
  yesterday: 'ontem|anteontem',
  sameDay: '(?:nesse|no|nesse|esse) mesmo dia',
  weekdays: [
    'domingo',
    'segunda(?:-feira| feira)?(?! (?:vez|via|mao|opcao|linha|nivel|chance|cobranca|conta|parte))',
    'terca(?:-feira| feira)?',
    'quarta(?:-feira| feira)?(?! vez)',
    'quinta(?:-feira| feira)?(?! vez)',
    'sexta(?:-feira| feira)?(?! vez)',
    'sabado',
  ],
  months: [
    'janeiro',
    'fevereiro',
    'marco',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
  within:
    '(?:em|dentro de|no prazo (?:maximo )?de|num prazo de|em um prazo de|em ate|em menos de|nas proximas|nos proximos|daqui a|antes de|ate|prazo de|no maximo em|em cerca de) (?:no maximo |umas? |uns )?',
  units: { minute: 'minutos?', hour: 'horas?|h', day: 'dias?', week: 'semanas?', month: 'mes(?:es)?' },
  working: 'uteis',
  numbers: {
    um: 1,
    uma: 1,
    'um par de': 2,
    'uns dois': 2,
    dois: 2,
    duas: 2,
    tres: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    nove: 9,
    dez: 10,
    onze: 11,
    doze: 12,
    quinze: 15,
  },
  thisWeek:
    '(?:esta|nesta|essa|nessa) (?:mesma )?semana|(?:ao longo|no decorrer|fim|final|durante) (?:da|desta|a) semana|(?:no |neste |este |nesse )?(?:fim|final) de semana',
  nextWeek: '(?:n?a )?(?:proxima semana|semana que vem|semana seguinte)',
  thisMonth: '(?:este|neste) mes|(?:o |ao |no )?(?:fim|final) (?:do|deste) mes',
  nextMonth: '(?:n?o )?(?:mes que vem|proximo mes|mes seguinte)',
  dates: ['%d (?:de )?%m(?: de %y)?', '%do (?:de )?%m(?: de %y)?'],
  dayAlone: ['dia %d', 'WEEKDAY,? (?:dia )?%d(?! horas| h)'],
  beforeNumeric: 'dia|em|ate|de|no|WEEKDAY',
  clock: [
    '(?:as|a|ate as|antes das|por volta das|das|pelas) %h(?:[:h.](?<min>[0-5]\\d))?(?<half> e meia| e um quarto)?(?: ?(?:h|horas)\\b)?(?<part> da (?:manha|tarde|noite|madrugada)| em ponto)?(?! por cento)',
    'ao (?<noon>meio-dia)',
  ],
  evening: 'tarde|noite',
}

export const whenWords: Readonly<Record<WhenLanguage, WhenWords>> = { es, en, pt }
