import { CallFailed } from '../../../../contract/failure.ts'

/** A document that says it is a feed and cannot be read as one. `what` is one clause for a person. */
export function broken(what: string): CallFailed {
  return new CallFailed({
    kind: 'broken-document',
    message: `What the source sent cannot be read: ${what}.`,
    hint: 'Nothing is lost; it is tried again by itself. If it stays so, tell whoever runs the source.',
    facts: { what },
  })
}
