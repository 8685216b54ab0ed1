import { type Cut, cutUp, FACE, SIGN, WORD, writtenAt } from './cut.ts'
import { type Evidence, weigh, type Weighed, weighedIn } from './evidence.ts'
import { featuresOf } from './features.ts'
import { fold } from './fold.ts'
import { type Feeling, judge, type Known, logitsOf, sharesOf, type Three } from './judge.ts'
import { type Learnt, withLearnt } from './learn.ts'
import { type Lexicon, makeLexicon } from './lexicon.ts'
import { withStars } from './stars.ts'
import { english } from './words/en.ts'
import { spanish } from './words/es.ts'
import { portuguese } from './words/pt.ts'

/** Made when first needed: no start waits for them. */
const LEXICONS: Readonly<Record<Known, () => Lexicon>> = {
  es: lazily(() => makeLexicon(spanish)),
  en: lazily(() => makeLexicon(english)),
  pt: lazily(() => makeLexicon(portuguese)),
}

function lazily<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | null = null
  return () => (made ??= { it: make() }).it
}

/** What somebody said, as far as feeling is concerned. */
export interface Said {
  readonly title: string
  readonly text: string
  /** ISO 639, or null when not sure. */
  readonly language: string | null
  /** 1 to 5, or null. */
  readonly stars: number | null
}

export interface Felt {
  readonly likely: Feeling
  /** 0 to 1. */
  readonly confidence: number
  /** 0 for neutral, 1 slight to 3 strong. */
  readonly strength: number
  /** What decided, the heaviest first. */
  readonly words: readonly Weighed[]
  readonly by: 'words' | 'stars'
}

/** Below it, nobody should rely on it: it is shown as not sure. */
export const SURE = 0.5
export const SHOWN_WORDS = 12

/** What the person seems to feel. Pure: the same words give the same answer anywhere. */
export function feelingOf(said: Said, learnt: Learnt | null): Felt {
  return feltIn(cutUp(said.title, said.text), said, learnt)
}

/** The same of a text that is cut up already. */
export function feltIn(cut: Cut, said: Pick<Said, 'language' | 'stars'>, learnt: Learnt | null): Felt {
  const { evidence, ...felt } = judgeCut(cut, said, learnt)
  const words = weighedIn(cut, evidence).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return { ...felt, words: words.slice(0, SHOWN_WORDS) }
}

/** The same without saying why, for what is only kept. */
export function likelyFeelingOf(said: Said, learnt: Learnt | null): LikelyFelt {
  return judgeCut(cutUp(said.title, said.text), said, learnt)
}

export type LikelyFelt = Omit<Felt, 'words'>

/** The same of a text that is cut up already, and what it was judged by. */
export function judgeCut(
  cut: Cut,
  { language: written, stars }: Pick<Said, 'language' | 'stars'>,
  learnt: Learnt | null,
): LikelyFelt & { readonly evidence: Evidence } {
  const { language, evidence } = read(cut, written)
  const prior = priorOf(cut, written, language, evidence)
  const logits = learnt === null ? prior : withLearnt(prior, learnt, wordsIn(cut))
  const { likely, confidence } = withStars(judge(language, sharesOf(logits)), stars)
  return {
    likely,
    confidence,
    strength: likely === 'neutral' ? 0 : strengthOf(likely, evidence, stars),
    by: stars === null ? 'words' : 'stars',
    evidence,
  }
}

/** What a text in a known language holds to judge it by, for fitting the model. */
export function evidenceOf(text: string, language: Known): Evidence {
  return weigh(LEXICONS[language](), cutUp('', text))
}

/** What a correction teaches: the words of the text and what was felt without it. */
export function lessonOf(said: Said): { readonly words: readonly string[]; readonly prior: Three } {
  const cut = cutUp(said.title, said.text)
  const { language, evidence } = read(cut, said.language)
  return { words: [...new Set(wordsIn(cut))], prior: priorOf(cut, said.language, language, evidence) }
}

interface Read {
  readonly language: Known
  readonly evidence: Evidence
}

/** A text of so few words is tried in all three languages: what it is written in cannot be known. */
const FEW_WORDS = 5

function read(cut: Cut, language: string | null): Read {
  const known = isKnown(language) ? language : language === 'gl' ? 'pt' : null
  if (known !== null) return { language: known, evidence: weigh(LEXICONS[known](), cut) }
  const inSpanish: Read = { language: 'es', evidence: weigh(LEXICONS.es(), cut) }
  const inOthers = (['en', 'pt'] as const).map((each) => ({
    language: each,
    evidence: weigh(LEXICONS[each](), cut),
  }))
  return inOthers.reduce<Read>(
    (best, each) => (told(each.evidence) > told(best.evidence) ? each : best),
    inSpanish,
  )
}

/** Of a language the words of which are not known, only faces and stars say anything. */
function priorOf(cut: Cut, language: string | null, read: Known, evidence: Evidence): Three {
  const isForeign = language !== null && !isKnown(language) && language !== 'gl' && evidence.words > FEW_WORDS
  if (!isForeign) return logitsOf(read, featuresOf(evidence))
  let sum = 0
  for (const [at, weight] of evidence.weights.entries())
    if (cut.kinds[evidence.firsts[at] ?? 0] === FACE) sum += weight
  return [Math.max(0, -sum) / 2, 0.2, Math.max(0, sum) / 2]
}

function told({ positive, negative }: Evidence): number {
  return positive + negative
}

function isKnown(language: string | null): language is Known {
  return language !== null && Object.hasOwn(LEXICONS, language)
}

/** Words as a brand learns them. */
function* wordsIn(cut: Cut): Iterable<string> {
  for (let row = 0; row < cut.count; row += 1) {
    const kind = cut.kinds[row]
    if (kind !== WORD && kind !== SIGN && kind !== FACE) continue
    const folded = fold(writtenAt(cut, row))
    if (folded.length > 2 && (kind === WORD || /\p{L}/u.test(folded))) yield folded
  }
}

function strengthOf(feeling: Feeling, evidence: Evidence, stars: number | null): number {
  if (stars !== null && (stars <= 1.25 || stars >= 4.75)) return 3
  const [sum, most] =
    feeling === 'negative' ? [evidence.negative, evidence.weakest] : [evidence.positive, evidence.strongest]
  if (most >= 4 || sum >= 7) return 3
  return most >= 2 || sum >= 3 ? 2 : 1
}
