import type { Keyword } from './keywords/keyword.ts'
import type { Said } from './question.ts'

/** What is wrong with a question, at the word: `start` and `end` are positions in its text. */
export interface Mistake {
  readonly start: number
  readonly end: number
  readonly word: string
  readonly says: Said
  /** What could stand there instead, or null. */
  readonly instead: string | null
}

/** A stretch of a question's text. */
export interface Stretch {
  readonly text: string
  readonly start: number
  readonly end: number
}

function mistake({ text, start, end }: Stretch, says: Said, instead: string | null): Mistake {
  return { start, end, word: text.slice(start, end), says, instead }
}

export function unknownKeyword(at: Stretch, name: string, meant: string): Mistake {
  const rest = at.text.slice(at.start + name.length, at.end)
  return mistake(
    at,
    { en: `There is no keyword ${name}:.`, es: `No hay ninguna palabra clave ${name}:.` },
    `${meant}${rest}`,
  )
}

export function badValue(at: Stretch, keyword: Keyword, given: string, meant: string): Mistake {
  const value = at.text.slice(at.start + given.length + 1, at.end)
  const { en, es } = keyword.takes
  return mistake(
    at,
    value === ''
      ? { en: `${given}: takes ${en}.`, es: `${given}: lleva ${es}.` }
      : { en: `${given}: takes ${en}, not ${value}.`, es: `${given}: lleva ${es}; no ${value}.` },
    `${given}:${meant}`,
  )
}

export function openQuote(at: Stretch): Mistake {
  return mistake(
    at,
    { en: 'The quotes are not closed.', es: 'Las comillas no se cierran.' },
    `${at.text.slice(at.start, at.end)}"`,
  )
}

export function openParenthesis(at: Stretch): Mistake {
  return mistake(
    at,
    { en: 'The parenthesis is not closed.', es: 'El paréntesis no se cierra.' },
    `${at.text.slice(at.start, at.end).trimEnd()})`,
  )
}

export function emptyParenthesis(at: Stretch): Mistake {
  return mistake(at, { en: 'There is nothing in the parenthesis.', es: 'El paréntesis está vacío.' }, '')
}

export function missingSide(at: Stretch): Mistake {
  return mistake(
    at,
    {
      en: 'Something is missing after it: it joins two conditions.',
      es: 'Falta algo detrás: une dos condiciones.',
    },
    '',
  )
}

export function tooDeep(at: Stretch): Mistake {
  return mistake(
    at,
    {
      en: 'There are too many parentheses within each other.',
      es: 'Hay demasiados paréntesis unos dentro de otros.',
    },
    null,
  )
}
