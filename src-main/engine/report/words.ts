import type { SummaryFacts, Words } from './exporters/exporter.ts'

export type ReportLanguage = 'es' | 'en'

/** Spanish where the brand speaks Spanish first, else English; asked for, it is what was asked for. */
export function languageFor(languages: string): ReportLanguage {
  const first = /"([a-z]+)"/.exec(languages)?.[1]
  return first === 'es' || first === undefined ? 'es' : 'en'
}

export function wordsIn(language: ReportLanguage): Words {
  return { es: SPANISH, en: ENGLISH }[language]
}

function spanishSummary({ mentions, people, answered, unanswered, counts }: SummaryFacts): string {
  if (counts.mentions === 0) return 'En este periodo nadie dijo nada que hayamos recogido.'
  const said =
    counts.people === 1
      ? `Una persona dijo ${counts.mentions === 1 ? 'una cosa' : `${mentions} cosas`}`
      : `${people} personas dijeron ${mentions} cosas`
  const heard =
    counts.answered === 0
      ? 'todavía no hemos respondido a ninguna'
      : `hemos respondido a ${counts.answered === 1 ? 'una' : answered}`
  const waiting =
    counts.unanswered === 0
      ? 'nadie espera respuesta'
      : counts.unanswered === 1
        ? 'una espera respuesta'
        : `${unanswered} esperan respuesta`
  return `${said}; ${heard} y ${waiting}.`
}

const SPANISH: Words = {
  locale: 'es-ES',
  kicker: 'Informe de etiquetas',
  title: (brand) => `${brand}: lo que dice la gente`,
  answers: (question) => `Solo lo que responde a: ${question}`,
  summary: spanishSummary,
  mentions: 'Menciones',
  people: 'Personas',
  answered: 'Respondidas',
  unanswered: 'Sin responder',
  untagged: 'Sin etiqueta',
  rated: 'Con estrellas',
  averageStars: 'Media de estrellas',
  ofFive: 'de 5',
  stars: (stars) => (stars === 1 ? '1 estrella' : `${stars} estrellas`),
  day: 'Día',
  week: 'Semana del',
  month: 'Mes',
  perDay: 'Menciones por día',
  perWeek: 'Menciones por semana',
  perMonth: 'Menciones por mes',
  busiest: (when, mentions) => `Lo más alto: ${when}, con ${mentions}.`,
  ratings: 'Estrellas',
  tags: 'Etiquetas',
  tag: 'Etiqueta',
  noTags: 'En este periodo no se etiquetó nada.',
  quotes: 'En sus palabras',
  quotesNote:
    'Por cada etiqueta, las voces más recientes, de personas distintas; contentas y descontentas donde hay estrellas.',
  unnamed: 'Sin nombre',
  source: 'Fuente',
  coverage: 'De dónde salen estos números',
  coverageNote:
    'No se cuenta lo que es spam, lo repetido ni lo que no habla de la marca. Lo que escribe la propia marca nunca se cuenta.',
  lastSuccess: 'Leída por última vez',
  never: 'nunca',
  failingSince: (when) => `falla desde el ${when}`,
  gap: (since, until) =>
    until === null
      ? `desde el ${since} puede faltar lo que se dijo`
      : `entre el ${since} y el ${until} falta lo que se dijo`,
  fine: 'al día',
  madeAt: (when, timezone) => `Hecho con Ventanilla el ${when} (hora de ${timezone}).`,
  tagNote: 'Una etiqueta cuenta también lo que lleva debajo; una mención puede llevar varias.',
  columns: {
    section: 'Sección',
    name: 'Nombre',
    text: 'Texto',
    author: 'Quién',
    place: 'Dónde',
    address: 'Dirección',
    stars: 'Estrellas',
    at: 'Cuándo',
    failingSince: 'Falla desde',
    gaps: 'Lo que falta',
    from: 'Desde',
    to: 'Hasta',
  },
  sections: {
    report: 'informe',
    totals: 'total',
    untagged: 'sin etiqueta',
    day: 'día',
    tag: 'etiqueta',
    quote: 'cita',
    source: 'fuente',
  },
}

function englishSummary({ mentions, people, answered, unanswered, counts }: SummaryFacts): string {
  if (counts.mentions === 0) return 'Nobody said anything that we gathered in this period.'
  const said =
    counts.people === 1
      ? `One person said ${counts.mentions === 1 ? 'one thing' : `${mentions} things`}`
      : `${people} people said ${mentions} things`
  const heard =
    counts.answered === 0
      ? 'we have answered none of them yet'
      : `we have answered ${counts.answered === 1 ? 'one' : answered}`
  const waiting =
    counts.unanswered === 0
      ? 'nobody is waiting'
      : counts.unanswered === 1
        ? 'one is waiting'
        : `${unanswered} are waiting`
  return `${said}; ${heard}, and ${waiting}.`
}

const ENGLISH: Words = {
  locale: 'en-GB',
  kicker: 'Tag report',
  title: (brand) => `${brand}: what people say`,
  answers: (question) => `Only what answers: ${question}`,
  summary: englishSummary,
  mentions: 'Mentions',
  people: 'People',
  answered: 'Answered',
  unanswered: 'Unanswered',
  untagged: 'Untagged',
  rated: 'With stars',
  averageStars: 'Average stars',
  ofFive: 'of 5',
  stars: (stars) => (stars === 1 ? '1 star' : `${stars} stars`),
  day: 'Day',
  week: 'Week of',
  month: 'Month',
  perDay: 'Mentions per day',
  perWeek: 'Mentions per week',
  perMonth: 'Mentions per month',
  busiest: (when, mentions) => `The highest: ${when}, with ${mentions}.`,
  ratings: 'Stars',
  tags: 'Tags',
  tag: 'Tag',
  noTags: 'Nothing was tagged in this period.',
  quotes: 'In their words',
  quotesNote:
    'For each tag, the newest voices, each of another person; happy and unhappy ones where there are stars.',
  unnamed: 'No name',
  source: 'Source',
  coverage: 'Where these numbers come from',
  coverageNote:
    'Spam, repetitions and what is not about the brand are not counted. What the brand itself writes never is.',
  lastSuccess: 'Last read',
  never: 'never',
  failingSince: (when) => `failing since ${when}`,
  gap: (since, until) =>
    until === null
      ? `since ${since} what was said may be missing`
      : `what was said between ${since} and ${until} is missing`,
  fine: 'up to date',
  madeAt: (when, timezone) => `Made with Ventanilla on ${when} (time of ${timezone}).`,
  tagNote: 'A tag also counts what is under it; a mention can carry several.',
  columns: {
    section: 'Section',
    name: 'Name',
    text: 'Text',
    author: 'Who',
    place: 'Where',
    address: 'Address',
    stars: 'Stars',
    at: 'When',
    failingSince: 'Failing since',
    gaps: 'What is missing',
    from: 'From',
    to: 'To',
  },
  sections: {
    report: 'report',
    totals: 'totals',
    untagged: 'untagged',
    day: 'day',
    tag: 'tag',
    quote: 'quote',
    source: 'source',
  },
}
