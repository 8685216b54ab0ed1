import { z } from 'zod'

/**
 * Every way a call, a fetch or a document can fail. The window has words for each kind in its own language;
 * `message` and `hint` are the same in English, for the terminal.
 */
export const FailureKind = z.enum([
  // calls
  'invalid-input',
  'bad-question',
  'not-found',
  'conflict',
  'cancelled',
  'offline',
  'in-use',
  'engine-down',
  'bug',
  // files
  'newer-file',
  'damaged-file',
  'disk-full',
  'read-only',
  'no-permission',
  'no-such-file',
  'missing-file',
  'unknown-format',
  'bad-row',
  // network
  'bad-address',
  'private-address',
  'unreachable',
  'timeout',
  'too-large',
  'too-many-redirects',
  'unsafe-redirect',
  'bad-certificate',
  'http-status',
  'throttled',
  'gone',
  'needs-login',
  'needs-consent',
  // documents
  'web-page',
  'list-of-feeds',
  'no-feed',
  'no-feed-found',
  'not-a-feed',
  'broken-document',
  'reader-overrun',
])
export type FailureKind = z.output<typeof FailureKind>

/** Why something did not succeed, as plain data that crosses processes. */
export const Failure = z.object({
  kind: FailureKind,
  /** What happened, one sentence for a person. Never holds a secret. */
  message: z.string(),
  /** What to do now, one sentence, or empty. */
  hint: z.string(),
  /** What the sentences are about (host, status, seconds, bytes …), for the window's own wording. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
})
export type Failure = z.output<typeof Failure>

/** Thrown where a call cannot be done; crosses the boundary as its `failure`. */
export class CallFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'CallFailed'
    this.failure = failure
  }
}
