import fc from 'fast-check'
import type { Feeling } from '../../../../src-main/contract/feeling.ts'
import type { MentionId } from '../../../../src-main/contract/ids.ts'
import { Reason } from '../../../../src-main/contract/mentions.ts'
import { feelingOf } from '../../../../src-main/engine/understand/feeling.ts'
import { printQuestion } from '../../../../src-main/engine/triage/question/print.ts'
import type { Part, Question, Term } from '../../../../src-main/engine/triage/question/question.ts'

/** What one text says, and who. */
interface Text {
  readonly words: readonly string[]
  readonly author: string
  readonly handle: string
}

/** What a mention is, in plain words, for an evaluation that knows no SQL. */
export interface Plain extends Text {
  id: MentionId
  /** Seen in another place too, in other words or by somebody else, and shown with it. */
  readonly twin: Text | null
  readonly source: 'opina' | 'foro'
  readonly alsoSeen: boolean
  readonly status: 'new' | 'open' | 'pending' | 'resolved'
  readonly reason: Reason | null
  /** Which rule or mute did something to it; each of these resolves as spam but the last, which tags. */
  readonly ruled: 'Ofertas' | 'mute' | 'Tarde' | null
  readonly snoozedHours: number | null
  readonly cameBack: boolean
  readonly edited: boolean
  readonly tags: readonly string[]
  readonly stars: number | null
  /** What the user says the person feels. */
  readonly felt: Feeling | null
  readonly kind: 'post' | 'comment' | 'review'
  readonly language: string | null
  readonly hoursAgo: number
  readonly draft: boolean
  readonly reading: 'wanted' | 'read' | null
  /** Belongs together with the others that do. */
  readonly together: boolean
  readonly promise: 'open' | 'kept' | 'broken'
  /** Null where nothing was promised. */
  readonly promiseDueHours: number | null
  readonly replied: 'no' | 'waits' | 'sent'
  readonly images: number
  readonly link: 'none' | 'drawn' | 'written'
}

/** A Tuesday morning in Madrid, where the clocks were ten hours past midnight; they go forward on 29 March. */
export const NOW = '2026-03-31T08:00:00Z'
export const HOUR = 3_600_000
/** How long ago a time was, in hours before NOW. */
const ago = (at: string) => (Date.parse(NOW) - Date.parse(at)) / HOUR

const VOCABULARY = [
  'envío',
  'Envio',
  'tarde',
  'café',
  'luna',
  'refund',
  'never',
  'again',
  '🙂',
  "dijo:'no'",
  'refund🤖',
  '🫠tarde',
]
const text = {
  words: fc.array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 5 }),
  author: fc.constantFrom('Ana', 'Anaïs Vega', 'Óscar', "Luna O'Mar"),
  handle: fc.constantFrom('ana_1', 'vega', 'OSCAR'),
}

export const plain: fc.Arbitrary<Plain> = fc
  .record({
    ...text,
    twin: fc.option(fc.record(text), { freq: 2 }),
    source: fc.constantFrom('opina', 'foro'),
    alsoSeen: fc.boolean(),
    status: fc.constantFrom('new', 'open', 'pending', 'resolved'),
    reason: fc.constantFrom(...Reason.options, 'spam', 'spam'),
    ruled: fc.constantFrom(null, null, 'Ofertas', 'mute', 'Tarde'),
    snoozedHours: fc.constantFrom(null, null, -5, 5),
    cameBack: fc.boolean(),
    edited: fc.boolean(),
    tags: fc.uniqueArray(fc.constantFrom('delivery', 'delivery/late', 'deliveryman', 'Precio'), {
      maxLength: 3,
    }),
    stars: fc.constantFrom(null, 1, 2, 3.5, 4, 4.6, 5),
    felt: fc.constantFrom(null, null, 'negative', 'neutral', 'positive'),
    kind: fc.constantFrom('post', 'comment', 'review'),
    language: fc.constantFrom(null, 'es', 'pt'),
    hoursAgo: fc.integer({ min: 0, max: 24 * 40 }),
    draft: fc.boolean(),
    reading: fc.constantFrom(null, 'wanted', 'read'),
    together: fc.boolean(),
    promise: fc.constantFrom('open', 'open', 'kept', 'broken'),
    promiseDueHours: fc.constantFrom(null, null, -30, 3, 60),
    replied: fc.constantFrom('no', 'waits', 'sent'),
    images: fc.constantFrom(0, 0, 2),
    link: fc.constantFrom('none', 'drawn', 'written'),
  })
  .map((fields) => ({
    ...fields,
    id: '' as MentionId, // eslint-disable-line @typescript-eslint/no-unsafe-type-assertion -- set when it is added
    reason: fields.status === 'resolved' ? fields.reason : null,
  }))

/** The user's word, else what the program would say of such a text, where it is sure. */
function feels({ felt, words, link, language, stars }: Plain): Feeling | null {
  if (felt !== null) return felt
  const text = writtenBy({ words, link })
  const { likely, confidence } = feelingOf({ title: '', text, language, stars }, null)
  return confidence >= 0.5 ? likely : null
}

/** The text a mention is given. */
export function writtenBy({ words, link }: Pick<Plain, 'words' | 'link'>): string {
  return words.join(' ') + (link === 'written' ? ' https://sitio.example' : '')
}

/** Ids that stand for a person and a conversation until the test knows which they are. */
export const ONE_PERSON = 'person:b1.p999'
export const ONE_CONVERSATION = 'conversation:b1.m999'

const promised = ({ promise, promiseDueHours }: Plain, state: Plain['promise']) =>
  promiseDueHours !== null && promise === state

const isAwake = (mention: Plain) => mention.snoozedHours === null || mention.snoozedHours <= 0
const isUndecided = ({ status }: Plain) => status === 'new' || status === 'open'
const textsOf = (mention: Plain): Text[] => [mention, ...(mention.twin ? [mention.twin] : [])]
const by = (matches: (text: Text) => boolean) => (mention: Plain) => textsOf(mention).some(matches)

/** Every keyword, as it is written down, and what it says of a mention. */
export const KEYWORDS: Readonly<Record<string, (mention: Plain) => boolean>> = {
  'is:unread': (m) => m.status === 'new' && isAwake(m),
  'is:open': (m) => isUndecided(m) && isAwake(m),
  'is:pending': (m) => m.status === 'pending',
  'is:resolved': (m) => m.status === 'resolved',
  'is:unanswered': (m) => isUndecided(m) && isAwake(m),
  'is:answered': (m) => m.reason === 'answered' || (m.status === 'pending' && m.replied === 'sent'),
  'is:snoozed': (m) => !isAwake(m),
  'is:came-back': (m) => m.cameBack && isUndecided(m),
  'is:queued': (m) => m.replied === 'waits',
  'is:edited': (m) => m.edited,
  'is:please-read': (m) => m.reading === 'wanted',
  'status:new': (m) => m.status === 'new',
  'status:open': (m) => m.status === 'open',
  'status:pending': (m) => m.status === 'pending',
  'status:resolved': (m) => m.status === 'resolved',
  ...Object.fromEntries(
    Reason.options.map((reason) => [`reason:${reason}`, (m: Plain) => m.reason === reason]),
  ),
  'by:rule': (m) => m.ruled === 'Ofertas' && m.reason === 'spam',
  'by:mute': (m) => m.ruled === 'mute' && m.reason === 'spam',
  'rule:any': (m) => m.ruled !== null,
  'rule:ofertas': (m) => m.ruled === 'Ofertas',
  'rule:Tarde': (m) => m.ruled === 'Tarde',
  'has:draft': (m) => m.draft,
  'has:promise': (m) => promised(m, 'open'),
  'has:tag': (m) => m.tags.length > 0,
  'has:rating': (m) => m.stars !== null,
  'has:reply': (m) => m.replied !== 'no',
  'has:images': (m) => m.images > 0,
  'has:link': (m) => m.link !== 'none',
  'has:note': by(({ handle }) => handle === 'OSCAR'),
  'has:twin': (m) => m.twin !== null || m.alsoSeen,
  'promise:due': (m) => promised(m, 'open') && m.promiseDueHours !== null && m.promiseDueHours < 14,
  'promise:open': (m) => promised(m, 'open'),
  'promise:kept': (m) => promised(m, 'kept'),
  'promise:broken': (m) => promised(m, 'broken'),
  'feeling:negative': (m) => feels(m) === 'negative',
  'feeling:neutral': (m) => feels(m) === 'neutral',
  'feeling:positive': (m) => feels(m) === 'positive',
  'feeling:none': (m) => feels(m) === null,
  'is:not-sure': (m) => feels(m) === null,
  'tag:delivery': (m) => m.tags.some((tag) => tag === 'delivery' || tag === 'delivery/late'),
  'tag:DELIVERY/Late': (m) => m.tags.includes('delivery/late'),
  'tag:precio': (m) => m.tags.includes('Precio'),
  'tag:none': (m) => m.tags.length === 0,
  'tag:nobody': () => false,
  'source:Opina': (m) => m.source === 'opina' || m.alsoSeen,
  'source:foro.ex': (m) => m.source === 'foro',
  'from:ana': by(({ author, handle }) => author.startsWith('Ana') || handle === 'ana_1'),
  'from:"anais v"': by(({ author }) => author === 'Anaïs Vega'),
  'from:@osc': by(({ handle }) => handle === 'OSCAR'),
  'from:a_1': by(({ handle }) => handle === 'ana_1'),
  'from:"luna o\'"': by(({ author }) => author === "Luna O'Mar"),
  'lang:pt': (m) => m.language === 'pt',
  'lang:none': (m) => m.language === null,
  'kind:post': (m) => m.kind === 'post',
  'kind:comment': (m) => m.kind === 'comment',
  'kind:review': (m) => m.kind === 'review',
  // One person has one handle at one place; `withIds` says who and what these are.
  [ONE_PERSON]: (m) => m.source === 'foro' && by(({ handle }) => handle === 'vega')(m),
  [ONE_CONVERSATION]: (m) => m.together,
  'rating:<=2': (m) => m.stars !== null && m.stars <= 2,
  'rating:>=4': (m) => m.stars !== null && m.stars >= 4,
  'rating:3..5': (m) => m.stars !== null && m.stars >= 3 && m.stars <= 5,
  'rating:=4': (m) => m.stars === 3.5 || m.stars === 4,
  'rating:=5': (m) => m.stars === 4.6 || m.stars === 5,
  'rating:none': (m) => m.stars === null,
  'after:-12h': (m) => m.hoursAgo <= 12,
  // The day began at 22:00 UTC; a week ago, before the clocks changed, at 23:00.
  'after:today': (m) => m.hoursAgo <= ago('2026-03-30T22:00:00Z'),
  'after:-7d': (m) => m.hoursAgo <= ago('2026-03-23T23:00:00Z'),
  'before:2026-03-20': (m) => m.hoursAgo > ago('2026-03-19T23:00:00Z'),
  'after:2026-03-20': (m) => m.hoursAgo <= ago('2026-03-19T23:00:00Z'),
  'on:yesterday': (m) =>
    m.hoursAgo > ago('2026-03-30T22:00:00Z') && m.hoursAgo <= ago('2026-03-29T22:00:00Z'),
  // One of its days had 23 hours.
  'on:2026-03-29': (m) =>
    m.hoursAgo > ago('2026-03-29T22:00:00Z') && m.hoursAgo <= ago('2026-03-28T23:00:00Z'),
  'on:2026-02': (m) => m.hoursAgo > ago('2026-02-28T23:00:00Z') && m.hoursAgo <= ago('2026-01-31T23:00:00Z'),
  'on:2026-03-01..2026-03-14': (m) =>
    m.hoursAgo > ago('2026-03-14T23:00:00Z') && m.hoursAgo <= ago('2026-02-28T23:00:00Z'),
}

const WORDS: readonly Term[] = [
  { kind: 'word', text: 'ENVIO' },
  { kind: 'word', text: 'café' },
  { kind: 'word', text: 'vega' },
  { kind: 'word', text: "o'mar" },
  { kind: 'word', text: '🙂' },
  { kind: 'word', text: 'nunca' },
  { kind: 'phrase', text: 'never again' },
  { kind: 'phrase', text: 'Café, luna' },
  { kind: 'phrase', text: 'dijo "no"' },
  { kind: 'prefix', text: 'env' },
  { kind: 'prefix', text: 'Lun' },
]

const leaf: fc.Arbitrary<Part> = fc.record({
  sign: fc.constantFrom('+', '+', '-'),
  term: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(KEYWORDS)).map(toKeyword) },
    { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
  ),
})

/** Anything that can be asked, as text: words and keywords, negated, joined by OR and grouped. */
export const asked: fc.Arbitrary<string> = fc.letrec<{ question: string; part: string }>((tie) => ({
  question: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join(' ')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf.map((part) => printQuestion([part])),
    fc.tuple(tie('part'), tie('part')).map(([a, b]) => `${a} OR ${b}`),
    fc
      .tuple(fc.constantFrom('', '-'), tie('part'), tie('question'))
      .map(([sign, a, b]) => `${sign}(${a} ${b})`),
  ),
})).question

function toKeyword(written: string): Term {
  const colon = written.indexOf(':')
  return {
    kind: 'keyword',
    name: written.slice(0, colon),
    value: written.slice(colon + 1).replaceAll('"', ''),
  }
}

const fold = (given: string) => given.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const tokens = (words: readonly string[]) =>
  words.flatMap((word) => fold(word).match(/[\p{L}\p{N}]+/gu) ?? [])

function says(said: Text, phrase: readonly string[], last: 'whole' | 'beginning'): boolean {
  const matches = (field: readonly string[]) =>
    field.some((_, start) =>
      phrase.every((word, index) => {
        const here = field[start + index] ?? ''
        return last === 'beginning' && index === phrase.length - 1 ? here.startsWith(word) : here === word
      }),
    )
  return matches(tokens(said.words)) || matches(tokens(said.author.split(' ')))
}

/** Whether it is words all the way down, which one text says together. */
function isWorded({ term }: Part): boolean {
  if (term.kind === 'keyword') return false
  if (term.kind !== 'either') return term.text !== '🙂'
  return term.of.every((question) => question.every(isWorded) && question.some(({ sign }) => sign === '+'))
}

/** Whether one text says what is made of words. */
function isSaid({ sign, term }: Part, said: Text): boolean {
  const does = () => {
    switch (term.kind) {
      case 'keyword':
        return false
      case 'either':
        return term.of.some((question) => question.every((part) => isSaid(part, said)))
      case 'word':
      case 'phrase':
        return term.text === '🙂' ? said.words.includes('🙂') : says(said, tokens([term.text]), 'whole')
      case 'prefix':
        return says(said, tokens([term.text]), 'beginning')
    }
  }
  return does() === (sign === '+')
}

/** Whether a mention is what a question asks for: the words that stand together are said by one of its texts. */
export function holds(question: Question, mention: Plain): boolean {
  const worded = question.filter(isWorded)
  if (!worded.some(({ sign }) => sign === '+')) return question.every((part) => holdsPart(part, mention))
  return (
    textsOf(mention).some((said) => worded.every((part) => isSaid(part, said))) &&
    question.every((part) => isWorded(part) || holdsPart(part, mention))
  )
}

function holdsPart({ sign, term }: Part, mention: Plain): boolean {
  const does = () => {
    switch (term.kind) {
      case 'keyword':
        return KEYWORDS[printQuestion([{ sign: '+', term }])]?.(mention) ?? false
      case 'either':
        return term.of.some((question) => holds(question, mention))
      case 'word':
      case 'phrase':
      case 'prefix':
        return textsOf(mention).some((said) => isSaid({ sign: '+', term }, said))
    }
  }
  return does() === (sign === '+')
}
