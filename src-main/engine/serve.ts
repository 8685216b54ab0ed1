import { CallFailed, type Failure } from '../contract/failure.ts'
import type { CallScope } from '../contract/method.ts'
import type { Reply } from '../contract/wire.ts'
import type { Engine } from './engine.ts'
import { failureOfSqlite } from './store/failure-of-sqlite.ts'

/** Answers one call as data. Nothing thrown crosses the border; a bug is logged with its stack. */
export async function answer(
  engine: Engine,
  method: string,
  input: unknown,
  scope: CallScope,
  log: (line: string) => void,
): Promise<Reply> {
  try {
    return { ok: true, output: await engine.call(method, input, scope) }
  } catch (error) {
    return { ok: false, failure: toFailure(error, method, log) }
  }
}

function toFailure(error: unknown, method: string, log: (line: string) => void): Failure {
  if (error instanceof CallFailed) return error.failure
  const known = failureOfSqlite(error)
  log(`${method}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return (
    known ?? {
      kind: 'bug',
      message: 'Something went wrong inside Ventanilla. What was saved before is safe.',
      hint: 'Try again; if it happens again, the log says where.',
    }
  )
}
