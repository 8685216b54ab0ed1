/** The question language as the window writes it: terms apart by spaces, `field:value`, "phrases", words. */

/** A value as it stands in a question: with quotes where it has spaces or signs of its own. */
export function quoted(value: string): string {
  return /^[\p{L}\p{N}_/.@-]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`
}

/** The terms of a question, quotes kept together. */
export function termsOf(question: string): string[] {
  return question.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? []
}

/** Whether it searches words, beside any conditions. */
export function hasWords(question: string): boolean {
  return termsOf(question).some((term) => !/^-?[a-z]+:/i.test(term))
}

export function hasTerm(question: string, term: string): boolean {
  return termsOf(question).includes(term)
}

export function withoutTerm(question: string, term: string): string {
  return termsOf(question)
    .filter((other) => other !== term)
    .join(' ')
}

/** Puts a condition in, or takes it out when it is there. */
export function toggleTerm(question: string, term: string): string {
  if (hasTerm(question, term)) return withoutTerm(question, term)
  return [...termsOf(question), term].join(' ')
}

/** Sets the one condition of a field (`status:`, `rating:`), in place of another of that field. */
export function setField(question: string, field: string, term: string | null): string {
  const others = termsOf(question).filter((other) => !other.startsWith(`${field}:`))
  return [...others, ...(term === null ? [] : [term])].join(' ')
}

export function fieldOf(question: string, field: string): string | null {
  return termsOf(question).find((term) => term.startsWith(`${field}:`)) ?? null
}

/** A view's question and what the user adds to it. */
export function both(view: string, typed: string): string {
  return `${view} ${typed}`.trim()
}
