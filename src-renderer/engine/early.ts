import type { MethodName } from '../../src-main/contract/contract.ts'

/** Answers that were asked for before anybody wanted them: each is given once, to who asks the same. */
export interface Early {
  readonly keep: (name: MethodName, input: unknown, answer: Promise<unknown>) => void
  readonly take: (name: MethodName, input: unknown) => Promise<unknown> | null
  /** What was not wanted by now may no longer be true. */
  readonly forget: () => void
}

export function createEarly(): Early {
  const answers = new Map<string, Promise<unknown>>()
  // The order in which an input names its parts says nothing.
  const keyOf = (name: MethodName, input: unknown) =>
    `${name} ${JSON.stringify(typeof input === 'object' && input !== null ? Object.entries(input).sort() : input)}`
  return {
    keep: (name, input, answer) => void answers.set(keyOf(name, input), answer),
    take: (name, input) => {
      const key = keyOf(name, input)
      const answer = answers.get(key) ?? null
      answers.delete(key)
      return answer
    },
    forget: () => answers.clear(),
  }
}
