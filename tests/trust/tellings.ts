import type { Failure } from '../../src-main/contract/failure.ts'
import { SECRET } from '../support/misbehaving/server.ts'
import type { OneByOne } from './one-by-one.ts'

/** What a person must never read: stacks, our own paths, raw codes of libraries. */
const INNARDS =
  /\n\s+at |node:internal|node_modules|\.ts:\d+|\b[A-Z]+_[A-Z_]{3,}|\bE[A-Z]{5,}\b|\[object |undefined|NaN/

/** What is wrong with how failures are told, one line each: what, why and what to do; no innards, no secret. */
export function tellings({ tried, log, shown }: OneByOne): string[] {
  return [
    ...tried.flatMap(({ one, result }) =>
      result.errors.flatMap((error) => faultsOf(error).map((fault) => `${one.name}: ${fault}`)),
    ),
    ...log.filter((line) => line.includes(SECRET)).map(() => 'the log holds the secret of an address'),
    ...(shown.includes(SECRET) ? ['what is shown of sources holds the secret of an address'] : []),
  ]
}

function faultsOf(error: Failure & { readonly url: string }): string[] {
  const told = `${error.message} ${error.hint}`
  return [
    ...(error.message.trim() === '' ? ['it does not say what happened'] : []),
    ...(error.hint.trim() === '' ? ['it does not say what to do'] : []),
    ...(INNARDS.test(told) ? [`it shows its innards: ${told}`] : []),
    ...(JSON.stringify(error).includes(SECRET) ? ['it tells the secret of the address'] : []),
  ]
}
