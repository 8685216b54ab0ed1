import type { Part, Question, Term } from './question.ts'

/** A question as text; parsing it gives the same question. */
export function printQuestion(question: Question): string {
  return question.map(printPart).join(' ')
}

function printPart({ sign, term }: Part): string {
  return `${sign === '-' ? '-' : ''}${printTerm(term)}`
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
      return `${term.name}:${/[\s"]/.test(term.value) ? quote(term.value) : term.value}`
  }
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
