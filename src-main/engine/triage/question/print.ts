import type { Part, Question, Term } from './question.ts'
import { operatorOf } from './tokens.ts'

/** A question as text; parsing it gives the same question. */
export function printQuestion(question: Question): string {
  return question.map(printPart).join(' ')
}

function printPart({ sign, term }: Part): string {
  if (sign === '-') return term.kind === 'either' ? `-(${printEither(term.of)})` : `-${printTerm(term)}`
  // A word that would join its neighbours stands in a parenthesis of its own.
  if (term.kind === 'word' && operatorOf(term.text)) return `(${term.text})`
  return printTerm(term)
}

function printTerm(term: Term): string {
  switch (term.kind) {
    case 'word':
      return term.text
    case 'prefix':
      return `${term.text}*`
    case 'phrase':
      return quote(term.text)
    case 'keyword':
      return `${term.name}:${/[\s"()]/.test(term.value) ? quote(term.value) : term.value}`
    case 'either':
      return printEither(term.of)
  }
}

function printEither(of: readonly Question[]): string {
  return of
    .map((question) =>
      question.length > 1 && of.length > 1 ? `(${printQuestion(question)})` : printQuestion(question),
    )
    .join(' OR ')
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
