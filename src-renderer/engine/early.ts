import type { MethodName } from '../../src-main/contract/contract.ts'

/** What was answered, and whether nothing has changed since it was asked. */
export interface Known {
  readonly value: unknown
  readonly is: 'fresh' | 'stale'
}

/** Answers that were asked for before anybody wanted them: each is given once, to who asks the same. */
export interface Early {
  readonly keep: (name: MethodName, input: unknown, answer: Promise<unknown>) => void
  /** What is on its way or here, unless something changed since it was asked; it stays. */
  readonly look: (name: MethodName, input: unknown) => Promise<unknown> | null
  /** The same, given away. */
  readonly take: (name: MethodName, input: unknown) => Promise<unknown> | null
  /** What is here already, to be drawn at once; it stays. */
  readonly known: (name: MethodName, input: unknown) => Known | null
  /** Something changed: what was asked before may no longer be true. */
  readonly makeStale: () => void
  /** An answer that was not wanted by now is not kept. */
  readonly forget: (name: MethodName, input: unknown, answer: Promise<unknown>) => void
}

interface Kept {
  readonly answer: Promise<unknown>
  readonly settled: { readonly value: unknown } | null
  readonly is: Known['is']
}

export function createEarly(): Early {
  const answers = new Map<string, Kept>()
  const fresh = (key: string) => {
    const kept = answers.get(key)
    return kept?.is === 'fresh' ? kept.answer : null
  }
  return {
    keep: (name, input, answer) => {
      const key = keyOf(name, input)
      answers.set(key, { answer, settled: null, is: 'fresh' })
      answer.then(
        (value) => {
          const kept = answers.get(key)
          if (kept?.answer === answer) answers.set(key, { ...kept, settled: { value } })
        },
        // What failed is told to who takes it.
        () => undefined,
      )
    },
    look: (name, input) => fresh(keyOf(name, input)),
    take: (name, input) => {
      const key = keyOf(name, input)
      const answer = fresh(key)
      answers.delete(key)
      return answer
    },
    known: (name, input) => {
      const kept = answers.get(keyOf(name, input))
      return kept?.settled ? { ...kept.settled, is: kept.is } : null
    },
    makeStale: () => {
      for (const [key, kept] of answers) answers.set(key, { ...kept, is: 'stale' })
    },
    forget: (name, input, answer) => {
      const key = keyOf(name, input)
      if (answers.get(key)?.answer === answer) answers.delete(key)
    },
  }
}

/** The order in which an input names its parts says nothing. */
function keyOf(name: MethodName, input: unknown): string {
  return `${name} ${JSON.stringify(typeof input === 'object' && input !== null ? Object.entries(input).sort() : input)}`
}
