import { type Evidence, weigh, type Weighed } from './evidence.ts'
import { featuresOf } from './features.ts'
import { type Feeling, judge, type Known, logitsOf, sharesOf, type Three } from './judge.ts'
import { type Learnt, withLearnt } from './learn.ts'
import { type Lexicon, makeLexicon } from './lexicon.ts'
import { withStars } from './stars.ts'
import { type Token, tokensOf } from './tokens.ts'
import { english } from './words/en.ts'
import { spanish } from './words/es.ts'
import { portuguese } from './words/pt.ts'

/** Made when first needed: no start waits for them. */
const LEXICONS: Readonly<Record<Known, () => Lexicon>> = {
  es: lazily(() => makeLexicon(0, spanish)),
  en: lazily(() => makeLexicon(1, english)),
  pt: lazily(() => makeLexicon(2, portuguese)),
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
  const { evidence, ...felt } = likelyFeelingOf(said, learnt)
  return {
    ...felt,
    words: evidence.weighed.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, SHOWN_WORDS),
  }
}

/** The same without saying why, for what is only kept. */
export function likelyFeelingOf(
  said: Said,
  learnt: Learnt | null,
): Omit<Felt, 'words'> & { readonly evidence: Evidence } {
  const { tokens, language, evidence } = read(said)
  const logits = withLearnt(priorOf(said, language, evidence), learnt, wordsIn(tokens))
  const words = judge(language, sharesOf(logits))
  const together = withStars(words, said.stars)
  return {
    ...together,
    strength: together.likely === 'neutral' ? 0 : strengthOf(together.likely, evidence, said.stars),
    by: said.stars === null ? 'words' : 'stars',
    evidence,
  }
}

/** What a text in a known language holds to judge it by, for fitting the model. */
export function evidenceOf(text: string, language: Known): Evidence {
  return weigh(LEXICONS[language](), tokensOf(text))
}

/** What a correction teaches: the words of the text and what was felt without it. */
export function lessonOf(said: Said): { readonly words: readonly string[]; readonly prior: Three } {
  const { tokens, language, evidence } = read(said)
  return { words: [...new Set(wordsIn(tokens))], prior: priorOf(said, language, evidence) }
}

interface Read {
  readonly tokens: readonly Token[]
  readonly language: Known
  readonly evidence: Evidence
}

/** A text of so few words is tried in all three languages: what it is written in cannot be known. */
const FEW_WORDS = 5

function read({ title, text, language }: Said): Read {
  const tokens = tokensOf(title === '' || text.startsWith(title) ? text : `${title}. ${text}`)
  if (isKnown(language)) return { tokens, language, evidence: weigh(LEXICONS[language](), tokens) }
  if (language === 'gl') return { tokens, language: 'pt', evidence: weigh(LEXICONS.pt(), tokens) }
  const tried = (['es', 'en', 'pt'] as const).map((each) => ({
    tokens,
    language: each,
    evidence: weigh(LEXICONS[each](), tokens),
  }))
  const [first, ...others] = tried
  if (first === undefined) throw new Error('There are three languages.')
  return others.reduce((best, each) => (told(each.evidence) > told(best.evidence) ? each : best), first)
}

/** Of a language the words of which are not known, only faces and stars say anything. */
function priorOf({ language }: Said, read: Known, evidence: Evidence): Three {
  const isForeign = language !== null && !isKnown(language) && language !== 'gl' && evidence.words > FEW_WORDS
  if (!isForeign) return logitsOf(read, featuresOf(evidence))
  const faces = evidence.weighed.filter(({ word }) => !/\p{L}{2}/u.test(word))
  const sum = faces.reduce((total, { weight }) => total + weight, 0)
  return [Math.max(0, -sum) / 2, 0.2, Math.max(0, sum) / 2]
}

function told({ positive, negative }: Evidence): number {
  return positive + negative
}

function isKnown(language: string | null): language is Known {
  return language !== null && Object.hasOwn(LEXICONS, language)
}

function* wordsIn(tokens: readonly Token[]): Iterable<string> {
  for (const { folded } of tokens) if (folded.length > 2 && /\p{L}/u.test(folded)) yield folded
}

function strengthOf(feeling: Feeling, evidence: Evidence, stars: number | null): number {
  if (stars !== null && (stars <= 1.25 || stars >= 4.75)) return 3
  const [sum, most] =
    feeling === 'negative' ? [evidence.negative, evidence.weakest] : [evidence.positive, evidence.strongest]
  if (most >= 4 || sum >= 7) return 3
  return most >= 2 || sum >= 3 ? 2 : 1
}
