import type { LookLanguage, Words } from '../second-look/words/lists.ts'

/** How a language promises, on folded text. */
export interface PromiseForms {
  /** Says by itself that something will be done: a future, `voy a`, `we'll`, a word of promise. */
  readonly sure: RegExp
  /** Like `sure`, but only where the original has the accent that makes it a future: `llamará`, not `llamara`. */
  readonly accented: RegExp | null
  /** The present, which promises only beside a day or a vague word. */
  readonly present: RegExp | null
  /** Of these the present looks like the past: beside a past day they tell what was done. */
  readonly ambiguous: RegExp
}

// A cache, not state: the forms follow from the lists.
const known = new WeakMap<Words, PromiseForms>()

export function promiseForms(words: Words): PromiseForms {
  const forms = known.get(words) ?? make[words.language](words)
  known.set(words, forms)
  return forms
}

const word = (inside: string) => new RegExp(`(?<![a-z0-9])(?:${inside})(?![a-z0-9])`, 'g')

const make: Readonly<Record<LookLanguage, (words: Words) => PromiseForms>> = { es, en, pt }

const ES_CLITIC = '(?:(?:te|le|os|les|se|nos) )(?:(?:lo|la|los|las) )?'
const ES_IRREGULAR = 'har|dir|pondr|repondr|tendr|vendr|podr(?=[aá]s recib)'

function es({ promises }: Words): PromiseForms {
  const infinitives = promises.verbs.split(' ')
  const verbs = infinitives.join('|')
  const presents = promises.presents.split(' ').join('|')
  const go = `(?:voy|vamos|vas|va|van) a (?:volver a )?(?:${verbs})(?:te|le|os|les|se|nos)?(?:lo|la|los|las)?`
  const future = `(?:${verbs}|${ES_IRREGULAR})(?:e|emos)`
  const vow =
    '(?:te|le|os|les) (?:lo )?(?:prometo|prometemos|garantizo|garantizamos)|(?:me comprometo|nos comprometemos) a|prometo|prometemos|(?:tienes|tiene) mi palabra'
  return {
    sure: word(`${go}|${future}|${vow}`),
    accented: word(`(?:${verbs}|${ES_IRREGULAR})(?:a|an|as)`),
    present: word(
      `${ES_CLITIC}(?:${presents}|llega|llegan|llama|llaman|escribe|contacta|avisa|toca)|(?:nos|me) pon(?:go|emos) en contacto|(?:lo|la|los|las) (?:tienes|tiene|tendras|recibes)|tienes (?:el|la|los|las|noticias)|(?:voy|vamos|va|van) a (?!ver|ser|estar|seguir|mejorar|tener|poder)[a-z]+[aei]r(?:te|le|os|les|se|nos)?(?:lo|la|los|las)?|(?:va|van|voy|vamos) (?:el|manana|hoy|esta|mañana|a las|a tu|a su|a verte)`,
    ),
    ambiguous: word('(?:[a-z]+ )?(?:[a-z]+ )?[a-z]+(?:amos|imos)'),
  }
}

function en({ promises }: Words): PromiseForms {
  const who =
    '(?:i|we|you|he|she|they|it|someone|somebody|a colleague|(?:the|our|your|my|an?) (?:[a-z]+ )?[a-z]+|[a-z]+ from [a-z ]{3,15})'
  const will =
    "(?:'ll| will| shall| am going to| are going to| is going to|'m going to|'re going to|'s going to)"
  const how =
    '(?: (?:also|then|personally|gladly|certainly|definitely|now|both|all|each|just|be|soon|shortly|only|sure|myself|ourselves))*'
  const vow = 'i promise|we promise|(?:i|we) commit to|you have (?:my|our) word|(?:i|we) guarantee'
  return {
    sure: word(`${who}${will}${how} (?:${promises.verbs})|${vow}`),
    accented: null,
    present: word(
      "(?:i'm|we're|i am|we are) (?:calling|sending|shipping|posting|refunding|writing|replacing|bringing|transferring|emailing|coming)|(?:i|we) (?:call|ring|send|refund|replace|bring) you|calls you|rings you|comes to you|(?:i|we)(?:'ll| will) (?!be|see|have|keep|miss|love|always|never|not|do)[a-z]+",
    ),
    ambiguous: /$^/g,
  }
}

const PT_AFTER = '(?:-(?:lhe|te|vos|lhes|me|o|a|os|as|lo|la|los|las|nos)(?:-(?:ei|emos|a))?)?'
const PT_IRREGULAR = 'far|dir|trar|ter'

/** O envio, o seu reembolso: nouns that look like verbs. */
const NO_NOUN = '(?<!(?:^|[^a-z])(?:o|do|no|ao|um|seu|teu|meu|nosso|pelo|de|este|esse|novo|em|por|com|sem) )'

function pt({ promises }: Words): PromiseForms {
  const verbs = promises.verbs.split(' ').join('|')
  const stems = promises.verbs
    .split(' ')
    .map((verb) => `${verb.slice(0, -1)}r?`)
    .join('|')
  const presents = promises.presents.split(' ').join('|')
  const between = '(?:te |lhe |lhes |vos |voce |ja |lhe já |logo )?'
  const go = `(?:vou|vamos|vai|vao|irei|iremos|ira|irao) ${between}(?:(?:${verbs})|(?:${stems})(?:-lo|-la|-los|-las))${PT_AFTER}`
  const future = `(?:${verbs}|${PT_IRREGULAR})(?:ei|emos)|manteremos|manterei`
  const vow =
    '(?:te |lhe )?(?:prometo|garanto)(?:-lhe|-te)?|(?:comprometo-me|comprometemo-nos|me comprometo|nos comprometemos) a|tem a minha palavra'
  return {
    sure: word(`${go}|${future}|${vow}`),
    accented: word(`(?:${verbs}|${PT_IRREGULAR})(?:a|ao|as)`),
    present: word(
      `(?:eu |nos |a gente )?(?:te |lhe |lhes |ja te |ja lhe )?${NO_NOUN}(?:${presents})${PT_AFTER}|(?:te|lhe) (?:liga|ligam|manda|envia)|(?:o |a |os |as )?recebe[ms]?|(?:prometemos|garantimos)|(?:vai|vao|vou|vamos) (?!ver|ser|estar|ficar|continuar|melhorar|ter|poder)[a-z]+[aei]r|(?:vai|vao|vou|vamos) (?:na|no|hoje|amanha|la|ate|as)`,
    ),
    ambiguous: word('(?:[a-z]+ )?(?:[a-z]+ )?[a-z]+(?:amos|emos|imos)(?:-[a-z]+)?'),
  }
}
